/** The part of the command line about what guests are told. */
import { Argument, InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { SENDING_SWITCHES } from '../../../shared/domain/told.ts';
import type { SendingSwitch } from '../../../shared/domain/told.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { configOption, withActOptions, withConsent } from '../act-arguments.ts';
import type { Consent, Request, RequestOf } from '../request.ts';
import { readDate, readId } from './values.ts';

export function addMessages(program: Command, use: (request: Request) => void): void {
  const messages = program.command('messages').description('what guests are told, and when');
  const booking = (): Argument => new Argument('<booking>', 'number of the booking').argParser(readId);
  const way = (): Argument => new Argument('<way>', 'placeholder, message, threads or host').choices(SENDING_SWITCHES);
  messages
    .command('list')
    .description('show what guests have been told, what goes next, and what waits')
    .addOption(configOption())
    .action((options: RequestOf<'messages list'>) => use({ ...options, command: 'messages list' }));
  messages
    .command('preview')
    .description('show the message for a booking, with dots for its digits')
    .addArgument(booking())
    .option('--reveal', 'with its digits, to send it by hand; the history records it')
    .addOption(configOption())
    .action((id: BookingId, options: Omit<RequestOf<'messages preview'>, 'booking'>) =>
      use({ ...options, command: 'messages preview', booking: id }),
    );
  withActOptions(
    messages
      .command('start')
      .description('switch a way on, after showing what would go to whom')
      .addArgument(way())
      .addOption(new Option('--key <name>', 'placeholder: the name that your templates use'))
      .addOption(
        new Option('--already-told-until <date>', 'who arrives up to that day has been told; none: nobody has').argParser(readToldUntil),
      ),
  ).action((name: SendingSwitch, options: Omit<RequestOf<'messages start'>, 'way'>) =>
    use({ ...options, command: 'messages start', way: name }),
  );
  withConsent(messages.command('stop').description('switch a way off').addArgument(way())).action((name: SendingSwitch, options: Consent) =>
    use({ ...options, command: 'messages stop', way: name }),
  );
  withActOptions(messages.command('send').description('send a guest what is due now').addArgument(booking())).action(
    (id: BookingId, options: Omit<RequestOf<'messages send'>, 'booking'>) => use({ ...options, command: 'messages send', booking: id }),
  );
  withActOptions(messages.command('mark-told').description('say that you told a guest the code yourself').addArgument(booking())).action(
    (id: BookingId, options: Omit<RequestOf<'messages mark-told'>, 'booking'>) =>
      use({ ...options, command: 'messages mark-told', booking: id }),
  );
}

function readToldUntil(text: string): LocalDate | 'none' {
  if (text === 'none') return text;
  try {
    return readDate(text);
  } catch {
    throw new InvalidArgumentError('It must be a date such as 2026-11-23, or none.');
  }
}
