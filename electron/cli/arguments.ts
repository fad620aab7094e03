/** Parses the command line with commander. Pure: returns a request, a text to print, or what was wrong; it runs nothing and exits nothing. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { CodeId } from '../../shared/domain/ids.ts';
import { CLOUD_NAMES } from '../../shared/errors.ts';
import type { CloudName } from '../../shared/errors.ts';
import { at, parseLocalDate, parseWallTime } from '../../shared/time.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../../shared/time.ts';
import { addActs, addUndoAndPause, configOption, withActOptions } from './act-arguments.ts';
import type { GlobalOptions, Request, RequestOf } from './request.ts';

export type Reading =
  | { readonly kind: 'request'; readonly globals: GlobalOptions; readonly request: Request }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'version'; readonly json: boolean }
  /** `message` is one or a few lines without a line end. */
  | { readonly kind: 'usage'; readonly message: string };

/** `words` is process.argv without node and script. */
export function readArguments(words: readonly string[], width: number): Reading {
  const requests: Request[] = [];
  let help = '';
  let complaint = '';
  const program = buildProgram((parsed) => void requests.push(parsed));
  program.configureOutput({
    writeOut: (text) => (help += text),
    writeErr: (text) => (complaint += text),
    getOutHelpWidth: () => width,
    getErrHelpWidth: () => width,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
  for (const command of everyCommand(program)) command.copyInheritedSettings(program).exitOverride();
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 && help !== '') return { kind: 'help', text: help };
    complaint ||= error.message;
  }
  const { version, ...globals } = program.opts<GlobalOptions & { readonly version?: boolean }>();
  if (version === true) return { kind: 'version', json: globals.json === true };
  if (complaint !== '') return { kind: 'usage', message: tidy(complaint) };
  const [request] = requests;
  return request === undefined ? { kind: 'usage', message: NO_COMMAND } : { kind: 'request', globals, request };
}

const NO_COMMAND = 'Name a command, for instance: latchkey status. All commands: latchkey --help';

function buildProgram(use: (request: Request) => void): Command {
  const program = new Command('latchkey')
    .description('Keeps keypad codes on The Keys locks in step with Smoobu bookings.')
    .option('--home <dir>', 'folder of settings, history and logs (or LATCHKEY_HOME)')
    .option('--json', 'print one JSON document on standard output, everything else on standard error')
    .option('--verbose', 'print log lines on standard error')
    .option('--version', 'print the version')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError(false)
    .allowExcessArguments(false);

  program
    .command('sync')
    .description('bring the codes in step with the bookings, once')
    .option('--dry-run', 'show what would be done without changing anything')
    .option('--apply-held', 'also carry out the operations that need your approval')
    .addOption(configOption())
    .action((options: RequestOf<'sync'>) => use({ ...options, command: 'sync' }));
  program
    .command('watch')
    .description('sync on the schedule until stopped')
    .option('--cron <expr>', 'five cron fields such as "*/15 * * * *"; default: the schedule in the settings')
    .addOption(configOption())
    .action((options: RequestOf<'watch'>) => use({ ...options, command: 'watch' }));
  program
    .command('status')
    .description('show the last run, the next run, what needs your approval and what is wrong')
    .action(() => use({ command: 'status' }));
  program
    .command('answer')
    .description('answer a question that needs your decision; the next sync acts on it')
    .argument('<key>', 'its key, as `latchkey status` shows it')
    .argument('<choice>', 'one of its choices, such as approve or keep')
    .action((key: string, choice: string) => use({ command: 'answer', key, choice }));
  program
    .command('history')
    .description('show past runs, or the operations of one run or booking')
    .addOption(new Option('--limit <n>', 'number of rows').argParser(readLimit).default(20))
    .addOption(new Option('--booking <id>', 'operations of one booking').argParser(readId).conflicts('run'))
    .option('--run <id>', 'operations and problems of one run')
    .action((options: RequestOf<'history'>) => use({ ...options, command: 'history' }));
  program
    .command('discover')
    .description('list units, locks and keypads of the accounts, with a suggested mapping')
    .addOption(configOption())
    .action((options: RequestOf<'discover'>) => use({ ...options, command: 'discover' }));
  addCodes(program, use);
  program
    .command('door')
    .description('show who can open a door, or why a code may not work')
    .argument('<text...>', 'number of a lock, or letters of a guest, unit, door or person')
    .option('--reveal', 'show the PINs')
    .addOption(configOption())
    .option('--give-up', 'the lock is no longer in the account: read it no more')
    .addOption(new Option('--replace-by <lock>', 'use that lock for every unit and person of this one').argParser(readId))
    .option('--keypad <id>', 'with --replace-by: which keypad of the new lock')
    .addOption(new Option('--remove <code>', 'remove one code from this lock, also one that was made by hand').argParser(readId))
    .addOption(new Option('--spare <on|off>', 'a spare code on this lock, made ahead for an emergency').choices(['on', 'off']))
    .option('--dry-run', 'with --replace-by, --remove or --spare: show what would be done')
    .option('--yes', 'answer the question with yes')
    .action((words: readonly string[], options: Omit<RequestOf<'door'>, 'text'>) =>
      use({ ...options, command: 'door', text: words.join(' ') }),
    );
  addPeople(program, use);
  addActs(program, readId, use);
  addUndoAndPause(program, readId, use);
  program
    .command('import')
    .description("import the older Python tool's configuration file")
    .argument('<file>', 'YAML file')
    .option('--dry-run', 'show what would be imported without storing anything')
    .action((file: string, options: Pick<RequestOf<'import'>, 'dryRun'>) => use({ ...options, command: 'import', file }));
  addCredentials(program, use);
  program
    .command('doctor')
    .description('check clock, network, keychain, credentials and mapping')
    .addOption(configOption())
    .action((options: RequestOf<'doctor'>) => use({ ...options, command: 'doctor' }));
  return program;
}

function addCodes(program: Command, use: (request: Request) => void): void {
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
  withCodeOptions(codes.command('create').description('create a code').addOption(lock()).addOption(configOption()), true).action(
    (options: RequestOf<'codes create'>) => use({ ...options, command: 'codes create' }),
  );
  withCodeOptions(
    codes
      .command('update')
      .description('change the given fields of a code')
      .addArgument(codeId())
      .addOption(lock())
      .addOption(configOption()),
    false,
  ).action((code: CodeId, options: Omit<RequestOf<'codes update'>, 'code'>) => use({ ...options, command: 'codes update', code }));
  codes
    .command('delete')
    .description('delete a code')
    .addArgument(codeId())
    .addOption(lock())
    .addOption(configOption())
    .action((code: CodeId, options: Omit<RequestOf<'codes delete'>, 'code'>) => use({ ...options, command: 'codes delete', code }));
}

function addPeople(program: Command, use: (request: Request) => void): void {
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

function addCredentials(program: Command, use: (request: Request) => void): void {
  const credentials = program.command('credentials').description('store, test or remove the credentials of a cloud');
  const actions = [
    { action: 'set', text: 'store credentials in the keychain; asks for them, or reads standard input' },
    { action: 'test', text: 'sign in and show what the account contains' },
    { action: 'remove', text: 'remove credentials from the keychain' },
  ] as const;
  for (const { action, text } of actions) {
    credentials
      .command(action)
      .description(text)
      .addArgument(new Argument('<cloud>', 'which cloud').choices(CLOUD_NAMES))
      .action((cloud: CloudName) => use({ command: 'credentials', action, cloud }));
  }
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

function readId(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It must be a number.');
  return Number(text);
}
function readIds(text: string, before: readonly number[] = []): readonly number[] {
  return [...before, readId(text)];
}
function readMoment(text: string): LocalDateTime {
  const [day = '', time = ''] = text.split('+');
  const [date, wall] = [parseLocalDate(day), parseWallTime(time)];
  if (date === null || wall === null) throw new InvalidArgumentError('It must be a day and a time such as 2026-11-26+10:00.');
  return at(date, wall);
}
function readLimit(text: string): number {
  const limit = readId(text);
  if (limit > 1000) throw new InvalidArgumentError('It must be 1000 at most.');
  return limit;
}
function readDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new InvalidArgumentError('It must be a date such as 2026-11-23.');
  return date;
}
function readTime(text: string): WallTime {
  const time = parseWallTime(text);
  if (time === null) throw new InvalidArgumentError('It must be a time such as 15:00.');
  return time;
}

/** Values that were typed in the wrong place are left out: one may be a PIN. */
function tidy(complaint: string): string {
  const text = complaint
    .trim()
    .replace(/^error: /, '')
    .replace(/(--[\w-]+)=[^\s']*/, '$1')
    .replace(/ but got (\d+): .*$/s, ' but got $1.');
  // A group without a subcommand prints its whole help: the first line is enough.
  if (text.startsWith('Usage: latchkey [')) return NO_COMMAND;
  if (text.startsWith('Usage:')) return `Something is missing. ${text.split('\n')[0] ?? ''}`;
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
