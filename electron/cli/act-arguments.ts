/** The part of the command line that acts on stays. */
import { Argument, InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { BookingId } from '../../shared/domain/ids.ts';
import type { StayAction } from '../../shared/domain/stay-action.ts';
import { stayActionSchema } from '../../shared/domain/stay-action.ts';
import type { DayTime } from '../../shared/domain/wishes.ts';
import { dayTimeSchema } from '../../shared/domain/wishes.ts';
import { parseWallTime } from '../../shared/time.ts';
import type { Consent, Request, RequestOf } from './request.ts';

interface StayOptions extends Pick<RequestOf<'stay'>, 'dryRun' | 'yes' | 'config'> {
  readonly newPin?: true;
  readonly block?: true;
  readonly unblock?: true;
  readonly from?: DayTime;
  readonly until?: DayTime;
  readonly resetTimes?: true;
  readonly extend?: number;
  readonly pin?: string;
  /** False for `--no-code`. */
  readonly code: boolean;
  readonly withCode?: true;
  /** False for `--no-messages`. */
  readonly messages: boolean;
  readonly withMessages?: true;
  readonly note?: string;
}

export function addActs(program: Command, readId: (text: string) => number, use: (request: Request) => void): void {
  withActOptions(
    program
      .command('stay')
      .description('show everything about a stay, or do something for it at once')
      .addArgument(new Argument('<booking>', 'number of the booking').argParser(readId))
      .option('--new-pin', 'give the guest a new PIN on every door: the present one leaked')
      .option('--block', 'let the guest in no more')
      .option('--unblock', 'let the guest in again')
      .addOption(new Option('--from <day+time>', 'open from then: -1+18:00 is 18:00 the day before arrival').argParser(readDayTime))
      .addOption(new Option('--until <day+time>', 'open until then: 0+15:00 is 15:00 on the day of departure').argParser(readDayTime))
      .option('--reset-times', 'open as usual again')
      .addOption(new Option('--extend <minutes>', 'open longer, from the end or from now').argParser(readMinutes))
      .option('--pin <digits>', 'your own PIN, on all doors')
      .option('--no-code', 'no code this time: the unit opens otherwise')
      .option('--with-code', 'a code again')
      .option('--no-messages', 'tell this guest nothing: you do')
      .option('--with-messages', 'tell this guest again what others are told')
      .option('--note <text>', 'a line of text that is kept here only'),
  ).action((booking: BookingId, options: StayOptions) => {
    const { dryRun, yes, config } = options;
    use({
      command: 'stay',
      booking,
      actions: actionsOf(options),
      ...(dryRun === undefined ? {} : { dryRun }),
      ...(yes === undefined ? {} : { yes }),
      ...(config === undefined ? {} : { config }),
    });
  });
}

/** What takes acts back, what makes Latchkey forget, and what stops it. */
export function addUndoAndPause(program: Command, readId: (text: string) => number, use: (request: Request) => void): void {
  withActOptions(
    program
      .command('undo')
      .description('take back something that you did for a stay or a person')
      .argument('<run>', 'its run, or one of its operations, as `stay` and `history` print it'),
  ).action((run: string, options: Omit<RequestOf<'undo'>, 'run'>) => use({ ...options, command: 'undo', run }));
  withActOptions(
    program
      .command('forget')
      .description('remove what is kept here of a past guest')
      .addArgument(new Argument('<booking>', 'number of the booking').argParser(readId)),
  ).action((booking: BookingId, options: Omit<RequestOf<'forget'>, 'booking'>) => use({ ...options, command: 'forget', booking }));
  withConsent(
    program
      .command('pause')
      .description('stop everything that Latchkey does by itself; what you ask for goes on')
      .addArgument(new Argument('[hours]', 'for so many hours; without, until you resume').argParser(readHours)),
  ).action((hours: number | undefined, options: Consent) =>
    use({ ...options, command: 'pause', ...(hours === undefined ? {} : { hours }) }),
  );
  withConsent(program.command('resume').description('let Latchkey sync by itself again')).action((options: Consent) =>
    use({ ...options, command: 'resume' }),
  );
}

const MAX_HOURS = 24 * 365;
function readHours(text: string): number {
  const hours = /^\d{1,4}(\.\d{1,2})?$/.test(text) ? Number(text) : 0;
  if (hours <= 0 || hours > MAX_HOURS) throw new InvalidArgumentError('It must be a number of hours.');
  return hours;
}

/** Of every command that changes something. */
export function withConsent(command: Command): Command {
  return command
    .option('--dry-run', 'show what would be done without changing anything')
    .option('--yes', 'answer the question with yes, where there is one');
}

export function withActOptions(command: Command): Command {
  return withConsent(command).addOption(configOption());
}

function actionsOf(options: StayOptions): readonly StayAction[] {
  const { from, until, extend, pin, note } = options;
  return [
    ...(options.newPin === true ? [{ kind: 'new-pin' } as const] : []),
    ...(options.block === true ? [{ kind: 'block' } as const] : []),
    ...(options.unblock === true ? [{ kind: 'unblock' } as const] : []),
    ...(from === undefined ? [] : [{ kind: 'from', at: from } as const]),
    ...(until === undefined ? [] : [{ kind: 'until', at: until } as const]),
    ...(options.resetTimes === true ? [{ kind: 'reset-times' } as const] : []),
    ...(extend === undefined ? [] : [{ kind: 'extend', minutes: extend } as const]),
    // Checked later: the parser quotes what it refuses, and a PIN must not be printed.
    ...(pin === undefined ? [] : [{ kind: 'pin', digits: pin } as const]),
    ...(options.code ? [] : [{ kind: 'no-code' } as const]),
    ...(options.withCode === true ? [{ kind: 'with-code' } as const] : []),
    ...(options.messages ? [] : [{ kind: 'no-messages' } as const]),
    ...(options.withMessages === true ? [{ kind: 'with-messages' } as const] : []),
    ...(note === undefined ? [] : [{ kind: 'note', text: note.slice(0, MAX_NOTE) } as const]),
  ];
}
const MAX_NOTE = 500;

/** "-1+18:00": a day counted from the stay's own, and a time. */
function readDayTime(text: string): DayTime {
  const match = /^([+-]?\d)\+(\d{1,2}:\d{2})$/.exec(text);
  const parsed = dayTimeSchema.safeParse({ day: Number(match?.[1]), time: parseWallTime(match?.[2] ?? '') });
  if (!parsed.success) throw new InvalidArgumentError('It must be a day from -2 to 2 and a time, such as 0+15:00.');
  return parsed.data;
}

function readMinutes(text: string): number {
  const parsed = stayActionSchema.safeParse({ kind: 'extend', minutes: /^\d+$/.test(text) ? Number(text) : null });
  if (!parsed.success || parsed.data.kind !== 'extend') throw new InvalidArgumentError('It must be a number of minutes, at most two days.');
  return parsed.data.minutes;
}

export function configOption(): Option {
  return new Option('--config <file>', 'use a configuration file of the older tool for this command only');
}
