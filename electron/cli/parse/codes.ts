/** The part of the command line that lists and changes single codes. */
import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { configOption, withActOptions } from '../act-arguments.ts';
import type { Request, RequestOf } from '../request.ts';
import { readDate, readId, readTime } from './values.ts';

export function addCodes(program: Command, use: (request: Request) => void): void {
  const codes = program.command('codes').description('list and change the codes of a lock by hand');
  const lock = (): Option => new Option('--lock <id>', 'number of the lock').argParser(readId).makeOptionMandatory();
  const codeId = (): Argument => new Argument('<code>', 'number of the code').argParser(readId);

  codes
    .command('list')
    .description('list every code on a lock')
    .addOption(lock())
    .option('--reveal', 'show the PINs')
    .addOption(configOption())
    .action((options: RequestOf<'codes list'>) => use({ ...options, command: 'codes list' }));
  withActOptions(withCodeOptions(codes.command('create').description('create a code').addOption(lock()), true)).action(
    (options: RequestOf<'codes create'>) => use({ ...options, command: 'codes create' }),
  );
  withActOptions(
    withCodeOptions(
      codes.command('update').description('change the given fields of a code').addArgument(codeId()).addOption(lock()),
      false,
    ),
  ).action((code: CodeId, options: Omit<RequestOf<'codes update'>, 'code'>) => use({ ...options, command: 'codes update', code }));
  withActOptions(codes.command('delete').description('delete a code').addArgument(codeId()).addOption(lock())).action(
    (code: CodeId, options: Omit<RequestOf<'codes delete'>, 'code'>) => use({ ...options, command: 'codes delete', code }),
  );
}

function withCodeOptions(command: Command, mandatory: boolean): Command {
  const option = (flags: string, text: string): Option => new Option(flags, text).makeOptionMandatory(mandatory);
  return command
    .addOption(option('--keypad <id>', "the keypad's string id such as Kp7Qm2Xa"))
    .addOption(option('--name <name>', 'name of the code'))
    .addOption(option('--pin <pin>', 'digits'))
    .addOption(option('--from <date>', 'first day such as 2026-11-23').argParser(readDate))
    .addOption(option('--to <date>', 'last day').argParser(readDate))
    .addOption(new Option('--check-in <time>', 'time on the first day').argParser(readTime))
    .addOption(new Option('--check-out <time>', 'time on the last day').argParser(readTime))
    .option('--description <text>', 'a note stored with the code');
}
