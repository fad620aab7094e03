/** `credentials set|test|remove watchdog`: the address that is pinged after syncs. Nothing of it is printed. */
import { PING_TEXT } from '../../app/watchdog/ping-text.ts';
import type { TestFailure } from '../../app/watchdog/watchdog.ts';
import { readWatchdogAddress } from '../../environment/watchdog-address.ts';
import { WATCHDOG_TITLES } from '../../../shared/domain/watchdog.ts';
import { err } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Secret } from '../../../shared/secret.ts';
import { accessFailure, answer, dryRunAnswer, failure, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Backend } from '../backend.ts';
import type { CommandContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { stack } from '../render/text.ts';
import type { RequestOf } from '../request.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

type Action = Pick<RequestOf<'credentials'>, 'action' | 'dryRun'>;

export async function watchdogCredentials(context: CommandContext, { action, dryRun = false }: Action): Promise<Answer> {
  if (action === 'remove' && dryRun) return dryRunAnswer(['The address of the watchdog would be removed from the keychain.']);
  const given = action === 'set' ? await readAddress(context) : null;
  if (given?.ok === false) return usageFailure(given.error);
  if (given !== null && dryRun) return dryRunAnswer(['The address of the watchdog would be stored in the keychain. It was not tested.']);
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  if (given !== null) return store(context, opened.value, given.value);
  return action === 'remove' ? remove(context, opened.value) : test(context, opened.value);
}

async function readAddress({ world: { terminal } }: CommandContext): Promise<Result<Secret, string>> {
  const typed = terminal.canAsk ? await terminal.askWithoutEcho('Address of the watchdog') : await terminal.readInput();
  if (typed === null) return err('Nothing was stored.');
  const read = readWatchdogAddress(typed.replace(/^\u{feff}/u, ''));
  return read.ok ? read : err(`The address ${read.error}`);
}

async function store(context: CommandContext, { watchdog }: Backend, address: Secret): Promise<Answer> {
  const stored = await watchdog.store(address);
  if (!stored.ok) return accessFailure(stored.error);
  const service = stored.value;
  return success(
    { watchdog: { service, stored: true } },
    `The address of the watchdog is in the keychain (${WATCHDOG_TITLES[service]}). To test it: latchkey credentials test watchdog`,
    service === 'other' ? NOT_TOLD : '',
    describeOverride(context),
  );
}

async function remove(context: CommandContext, { watchdog }: Backend): Promise<Answer> {
  const removed = await watchdog.remove();
  if (!removed.ok) return accessFailure(removed.error);
  return success(
    { watchdog: { removed: true } },
    'The address of the watchdog was removed from the keychain. Pause or delete its check there, or it alarms.',
    describeOverride(context),
  );
}

async function test({ world }: CommandContext, { watchdog }: Backend): Promise<Answer> {
  const stop = stopOnSignal(world, () => undefined);
  try {
    const tested = await watchdog.test(stop.signal);
    if (!tested.ok) return testFailure(tested.error);
    const service = tested.value;
    return success(
      { watchdog: { service, ok: true } },
      service === 'other' ? 'The address answers.' : `${WATCHDOG_TITLES[service]} was recognised and counted the ping.`,
      service === 'other' ? NOT_TOLD : '',
    );
  } finally {
    stop.release();
  }
}

const NOT_TOLD =
  'The form of the address is none that can be told of a failure: it is pinged after good syncs, and alarms when that stops.';

const EXITS: Readonly<Partial<Record<TestFailure & string, ExitCode>>> = {
  'not-found': EXIT.credentialsRejected,
  refused: EXIT.credentialsRejected,
  unreachable: EXIT.cloudUnreachable,
  timeout: EXIT.cloudUnreachable,
  'rate-limited': EXIT.cloudUnreachable,
  'server-error': EXIT.cloudUnreachable,
  'not-set': EXIT.usage,
};

function testFailure(reason: TestFailure): Answer {
  if (typeof reason !== 'string') return accessFailure(reason);
  return failure(EXITS[reason] ?? EXIT.failed, `watchdog-${reason}`, PING_TEXT[reason]);
}

function success(document: { readonly watchdog: object }, ...lines: readonly string[]): Answer {
  return answer(document, (style) => `${style.paint('good', '✓')} ${stack(...lines)}`);
}

function describeOverride({ world }: CommandContext): string {
  return (world.environment.LATCHKEY_WATCHDOG_URL ?? '') === ''
    ? ''
    : 'LATCHKEY_WATCHDOG_URL is set: the environment takes precedence over the keychain.';
}
