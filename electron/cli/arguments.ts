/** Parses the command line with commander. Pure: returns a request, a text to print, or what was wrong; it runs nothing and exits nothing. */
import { Argument, Command, CommanderError, Option } from 'commander';
import { CLOUD_NAMES } from '../../shared/errors.ts';
import type { CloudName } from '../../shared/errors.ts';
import { addActs, addUndoAndPause, configOption, withActOptions, withConsent } from './act-arguments.ts';
import { addCodes } from './parse/codes.ts';
import { addMessages } from './parse/messages.ts';
import { addPeople } from './parse/people.ts';
import { addTemplates } from './parse/templates.ts';
import { readId, readLimit, readWithin } from './parse/values.ts';
import type { Consent, GlobalOptions, Request, RequestOf } from './request.ts';

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

  withActOptions(
    program
      .command('sync')
      .description('bring the codes in step with the bookings, once')
      .option('--apply-held', 'also carry out the operations that need your approval'),
  ).action((options: RequestOf<'sync'>) => use({ ...options, command: 'sync' }));
  withActOptions(
    program
      .command('watch')
      .description('sync on the schedule until stopped')
      .option('--cron <expr>', 'five cron fields such as "*/15 * * * *"; default: the schedule in the settings'),
  ).action((options: RequestOf<'watch'>) => use({ ...options, command: 'watch' }));
  program
    .command('status')
    .description('show the last run, the next run, what needs your approval and what is wrong')
    .option('--arrivals', 'show whether each arriving guest will get in, as the last sync knew it')
    .addOption(new Option('--within <hours>', 'with --arrivals: how many hours ahead, 72 at most').argParser(readWithin))
    .action((options: RequestOf<'status'>) => use({ ...options, command: 'status' }));
  program
    .command('print')
    .description('print a sheet: who comes and goes today, or what opens each unit in an emergency')
    .addArgument(new Argument('<sheet>', 'which sheet').choices(['today', 'emergency']))
    .addOption(new Option('--unit <unit>', 'of one unit alone').argParser(readId))
    .option('--reveal', 'show the PINs on the emergency sheet')
    .addOption(configOption())
    .action((sheet: RequestOf<'print'>['sheet'], options: Omit<RequestOf<'print'>, 'sheet'>) =>
      use({ ...options, command: 'print', sheet }),
    );
  withConsent(
    program
      .command('answer')
      .description('answer a question that needs your decision; the next sync acts on it')
      .argument('<key>', 'its key, as `latchkey status` shows it')
      .argument('<choice>', 'one of its choices, such as approve or keep'),
  ).action((key: string, choice: string, options: Consent) => use({ ...options, command: 'answer', key, choice }));
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
  withActOptions(
    program
      .command('door')
      .description('show who can open a door, or why a code may not work')
      .argument('<text...>', 'number of a lock, or letters of a guest, unit, door or person')
      .option('--reveal', 'show the PINs')
      .option('--give-up', 'the lock is no longer in the account: read it no more')
      .addOption(new Option('--replace-by <lock>', 'use that lock for every unit and person of this one').argParser(readId))
      .option('--keypad <id>', 'with --replace-by: which keypad of the new lock')
      .addOption(new Option('--remove <code>', 'remove one code from this lock, also one that was made by hand').argParser(readId))
      .addOption(new Option('--spare <on|off>', 'a spare code on this lock, made ahead for an emergency').choices(['on', 'off'])),
  ).action((words: readonly string[], options: Omit<RequestOf<'door'>, 'text'>) =>
    use({ ...options, command: 'door', text: words.join(' ') }),
  );
  addPeople(program, use);
  addMessages(program, use);
  addActs(program, readId, use);
  addUndoAndPause(program, readId, use);
  addTemplates(program, use);
  withConsent(
    program.command('import').description("import the older Python tool's configuration file").argument('<file>', 'YAML file'),
  ).action((file: string, options: Consent) => use({ ...options, command: 'import', file }));
  addCredentials(program, use);
  withActOptions(
    program
      .command('doctor')
      .description('check clock, network, keychain, credentials and mapping; or find out what is not known about your account')
      .addOption(new Option('--probe <lock>', 'make test codes on this lock, look how they read back, and delete them').argParser(readId))
      .option('--keypad <id>', 'with --probe: which keypad of the lock')
      .addOption(
        new Option('--placeholders <booking>', 'with --probe: also add a test placeholder to this booking, and delete it').argParser(
          readId,
        ),
      ),
  ).action((options: RequestOf<'doctor'>) => use({ ...options, command: 'doctor' }));
  return program;
}

function addCredentials(program: Command, use: (request: Request) => void): void {
  const credentials = program
    .command('credentials')
    .description('store, test or remove the credentials of a cloud, or the address of a watchdog');
  const actions = [
    { action: 'set', text: 'store credentials in the keychain; asks for them, or reads standard input' },
    { action: 'test', text: 'sign in and show what the account contains; ping the watchdog' },
    { action: 'remove', text: 'remove credentials from the keychain' },
  ] as const;
  for (const { action, text } of actions) {
    const command = credentials
      .command(action)
      .description(text)
      .addArgument(new Argument('<account>', 'which account').choices([...CLOUD_NAMES, 'watchdog']))
      .action((cloud: CloudName | 'watchdog', options: Consent) => use({ ...options, command: 'credentials', action, cloud }));
    if (action !== 'test') withConsent(command);
  }
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
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
