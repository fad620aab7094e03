/** Reads the command line with commander. Pure: gives a request, a text to print, or what was wrong; it runs nothing and exits nothing. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { CLOUD_NAMES } from '../../shared/errors.ts';
import type { CloudName } from '../../shared/errors.ts';
import { parseLocalDate, parseWallTime } from '../../shared/time.ts';
import type { LocalDate, WallTime } from '../../shared/time.ts';
import type { CodeOptions, GlobalOptions, Request } from './request.ts';

export type Reading =
  | { readonly kind: 'request'; readonly globals: GlobalOptions; readonly request: Request }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'version'; readonly json: boolean }
  /** `message` is one or a few lines without a line end. */
  | { readonly kind: 'usage'; readonly message: string };

/** `words` is process.argv without node and script. */
export function readArguments(words: readonly string[], width: number): Reading {
  const understood: Request[] = [];
  let printed = '';
  let complaint = '';
  const program = buildProgram((request) => {
    understood.push(request);
  });
  program.configureOutput({
    writeOut: (text) => (printed += text),
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
    if (error.exitCode === 0 && printed !== '') return { kind: 'help', text: printed };
    if (program.opts<RawGlobals>().version === true) return { kind: 'version', json: program.opts<RawGlobals>().json === true };
    return { kind: 'usage', message: tidy(complaint) };
  }
  const globals = program.opts<RawGlobals>();
  if (globals.version === true) return { kind: 'version', json: globals.json === true };
  const [request] = understood;
  if (request === undefined) return { kind: 'usage', message: NO_COMMAND };
  return {
    kind: 'request',
    globals: { home: globals.home ?? null, json: globals.json === true, verbose: globals.verbose === true },
    request,
  };
}

const NO_COMMAND = 'Say what to do, for instance: latchkey status. All commands: latchkey --help';

interface RawGlobals {
  readonly home?: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly version?: boolean;
}
interface RawCodeOptions {
  readonly lock: number;
  readonly keypad?: string;
  readonly name?: string;
  readonly pin?: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly checkIn?: WallTime;
  readonly checkOut?: WallTime;
  readonly description?: string;
}

function buildProgram(use: (request: Request) => void): Command {
  const program = new Command('latchkey')
    .description('Keeps keypad codes on The Keys locks in step with Smoobu bookings.')
    .option('--home <dir>', 'folder of settings, history and logs (or LATCHKEY_HOME)')
    .option('--json', 'one JSON document on standard output, everything else on standard error')
    .option('--verbose', 'log lines on standard error')
    .option('--version', 'print the version')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError(false)
    .allowExcessArguments(false);

  program
    .command('sync')
    .description('bring the codes in step with the bookings, once')
    .option('--dry-run', 'show what would be done, and do nothing')
    .option('--apply-held', 'carry out what waits for your word, too')
    .option('--config <file>', "use a file of the older tool's form for this run alone")
    .action((options: { dryRun?: boolean; applyHeld?: boolean; config?: string }) => {
      use({ command: 'sync', dryRun: options.dryRun === true, applyHeld: options.applyHeld === true, configFile: options.config ?? null });
    });
  program
    .command('watch')
    .description('sync on the schedule until stopped')
    .option('--cron <expr>', 'five cron fields, for instance "*/15 * * * *"; else the schedule in the settings')
    .action((options: { cron?: string }) => use({ command: 'watch', cron: options.cron ?? null }));
  program
    .command('status')
    .description('last run, next run, what waits, what is wrong')
    .action(() => use({ command: 'status' }));
  program
    .command('history')
    .description("past runs, or one run's or booking's operations")
    .addOption(new Option('--limit <n>', 'how many rows').argParser(readLimit).default(20))
    .addOption(new Option('--booking <id>', 'operations of one booking').argParser(readId).conflicts('run'))
    .option('--run <id>', 'operations and problems of one run')
    .action((options: { limit: number; booking?: number; run?: string }) =>
      use({ command: 'history', limit: options.limit, bookingId: options.booking ?? null, runId: options.run ?? null }),
    );
  program
    .command('discover')
    .description('units, locks and keypads of the accounts, with a suggested mapping')
    .action(() => use({ command: 'discover' }));
  addCodes(program, use);
  program
    .command('import')
    .description("take over the older Python tool's configuration file")
    .argument('<file>', 'YAML file')
    .option('--dry-run', 'show what would be taken over, and store nothing')
    .action((file: string, options: { dryRun?: boolean }) => use({ command: 'import', file, dryRun: options.dryRun === true }));
  addCredentials(program, use);
  program
    .command('doctor')
    .description('check clock, network, keychain, credentials and mapping')
    .action(() => use({ command: 'doctor' }));
  return program;
}

function addCodes(program: Command, use: (request: Request) => void): void {
  const codes = program.command('codes').description('look at and change the codes of a lock by hand');
  const lock = (): Option => new Option('--lock <id>', 'number of the lock').argParser(readId).makeOptionMandatory();
  const codeId = (): Argument => new Argument('<code>', 'number of the code').argParser(readId);

  codes
    .command('list')
    .description('every code on a lock')
    .addOption(lock())
    .option('--reveal', 'show the PINs')
    .action((options: { lock: number; reveal?: boolean }) =>
      use({ command: 'codes-list', lockId: options.lock, reveal: options.reveal === true }),
    );
  withCodeOptions(codes.command('create').description('make one code').addOption(lock()), true).action(
    (options: RawCodeOptions & { keypad: string; name: string; pin: string; from: LocalDate; to: LocalDate }) => {
      const { keypad, name, pin, from, to } = options;
      use({ command: 'codes-create', lockId: options.lock, code: { ...codeOptions(options), keypadId: keypad, name, pin, from, to } });
    },
  );
  withCodeOptions(
    codes.command('update').description('change what is given, keep the rest').addArgument(codeId()).addOption(lock()),
    false,
  ).action((code: number, options: RawCodeOptions) =>
    use({ command: 'codes-update', lockId: options.lock, codeId: code, code: codeOptions(options) }),
  );
  codes
    .command('delete')
    .description('delete one code')
    .addArgument(codeId())
    .addOption(lock())
    .action((code: number, options: { lock: number }) => use({ command: 'codes-delete', lockId: options.lock, codeId: code }));
}

function withCodeOptions(command: Command, mandatory: boolean): Command {
  const option = (flags: string, text: string): Option => new Option(flags, text).makeOptionMandatory(mandatory);
  return command
    .addOption(option('--keypad <id>', "the keypad's string id, for instance Kp7Qm2Xa"))
    .addOption(option('--name <name>', 'name of the code'))
    .addOption(option('--pin <pin>', 'digits'))
    .addOption(option('--from <date>', 'first day, for instance 2026-11-23').argParser(readDate))
    .addOption(option('--to <date>', 'last day').argParser(readDate))
    .addOption(new Option('--check-in <time>', 'time on the first day').argParser(readTime))
    .addOption(new Option('--check-out <time>', 'time on the last day').argParser(readTime))
    .option('--description <text>', 'a note kept with the code');
}

function addCredentials(program: Command, use: (request: Request) => void): void {
  const credentials = program.command('credentials').description('store, try or remove the credentials of a cloud');
  const actions = [
    { action: 'set', text: 'store credentials in the keychain; asks, or reads standard input' },
    { action: 'test', text: 'sign in and say what the account holds' },
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

function codeOptions(options: RawCodeOptions): CodeOptions {
  return {
    keypadId: options.keypad ?? null,
    name: options.name ?? null,
    pin: options.pin ?? null,
    from: options.from ?? null,
    to: options.to ?? null,
    checkIn: options.checkIn ?? null,
    checkOut: options.checkOut ?? null,
    description: options.description ?? null,
  };
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

function readId(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It must be a number.');
  return Number(text);
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
  // A group without a subcommand prints its whole help: the first line tells enough.
  if (text.startsWith('Usage: latchkey [')) return NO_COMMAND;
  if (text.startsWith('Usage:')) return `Something is missing. ${text.split('\n')[0] ?? ''}`;
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
