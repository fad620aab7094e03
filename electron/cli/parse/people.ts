/** The part of the command line about people who have codes without a booking. */
import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { configOption, withActOptions } from '../act-arguments.ts';
import type { Request, RequestOf } from '../request.ts';
import { readId, readIds, readMoment } from './values.ts';

export function addPeople(program: Command, use: (request: Request) => void): void {
  const people = program.command('people').description('codes for people without a booking, such as a cleaner or a plumber');
  const schedule = (command: Command): Command =>
    command
      .option('--pin <digits>', 'a PIN of your own; without it one is drawn')
      .option('--always', 'the code always works')
      .addOption(new Option('--from <moment>', 'works from, such as 2026-11-26+10:00').argParser(readMoment))
      .addOption(new Option('--until <moment>', 'works until').argParser(readMoment))
      .addOption(new Option('--between-stays <unit>', 'works after each check-out of a unit').argParser(readId));
  const doors = (): Option => new Option('--door <lock...>', 'number of a lock; can be repeated').argParser(readIds);
  people
    .command('list')
    .description('list the people, and when their codes work')
    .addOption(configOption())
    .action((options: RequestOf<'people list'>) => use({ ...options, command: 'people list' }));
  withActOptions(
    schedule(people.command('add').description('make codes for somebody').argument('<name>').addOption(doors().makeOptionMandatory())),
  ).action((name: string, options: Omit<RequestOf<'people add'>, 'name'>) => use({ ...options, command: 'people add', name }));
  withActOptions(
    schedule(
      people
        .command('edit')
        .description('change what is given')
        .argument('<person>', 'id or name')
        .option('--name <name>')
        .addOption(doors()),
    ),
  ).action((person: string, options: Omit<RequestOf<'people edit'>, 'person'>) => use({ ...options, command: 'people edit', person }));
  withActOptions(people.command('remove').description('remove somebody, with all their codes').argument('<person>', 'id or name')).action(
    (person: string, options: Omit<RequestOf<'people remove'>, 'person'>) => use({ ...options, command: 'people remove', person }),
  );
  withActOptions(
    people
      .command('link')
      .description("make a code made by hand a person's; it keeps its PIN and its times")
      .addArgument(new Argument('<code>', 'number of the code').argParser(readId))
      .addOption(new Option('--lock <id>', 'number of the lock').argParser(readId).makeOptionMandatory())
      .argument('<name>'),
  ).action((code: CodeId, name: string, options: Omit<RequestOf<'people link'>, 'code' | 'name'>) =>
    use({ ...options, command: 'people link', code, name }),
  );
}
