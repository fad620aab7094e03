/** `credentials set|test|remove`: the keychain's entries. Nothing that is typed or piped in is printed. */
import { removeCredentials, storeCredentials } from '../../app/accounts/credentials.ts';
import type { PinKeyOutcome } from '../../app/accounts/credentials.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import type { CloudName } from '../../../shared/errors.ts';
import { accessFailure, answer, dryRunAnswer, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Backend } from '../backend.ts';
import type { CommandContext } from '../context.ts';
import { askCredentials, readPipedCredentials } from '../credential-input.ts';
import { counted, stack } from '../render/text.ts';
import type { RequestOf } from '../request.ts';
import { watchdogCredentials } from './watchdog.ts';

export async function credentials(context: CommandContext, request: RequestOf<'credentials'>): Promise<Answer> {
  const { action, cloud, dryRun = false } = request;
  if (cloud === 'watchdog') return watchdogCredentials(context, request);
  if (action === 'set') return setCredentials(context, cloud, dryRun);
  if (action === 'remove' && dryRun)
    return dryRunAnswer([
      `The credentials for ${CLOUD_TITLES[cloud]} would be removed from the keychain. Codes on the locks stay as they are.`,
    ]);
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  return action === 'remove'
    ? remove(context, opened.value, cloud)
    : cloud === 'smoobu'
      ? testSmoobu(opened.value)
      : testTheKeys(opened.value);
}

async function setCredentials(context: CommandContext, cloud: CloudName, dryRun: boolean): Promise<Answer> {
  const { terminal, environment } = context.world;
  const given = terminal.canAsk ? await askCredentials(terminal, cloud) : readPipedCredentials(cloud, await terminal.readInput());
  if (!given.ok) return usageFailure(given.error);
  if (dryRun) return dryRunAnswer([`These credentials for ${CLOUD_TITLES[cloud]} would be stored in the keychain. They were not tested.`]);
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const stored = await storeCredentials(opened.value, given.value, (environment.LATCHKEY_PIN_KEY ?? '') !== '');
  if (!stored.ok) return accessFailure(stored.error);
  return success(
    { cloud, stored: true, pinKey: stored.value },
    `The credentials for ${CLOUD_TITLES[cloud]} are in the keychain. To test them: latchkey credentials test ${cloud}`,
    describePinKey(stored.value),
    describeOverride(context, cloud),
  );
}

async function remove(context: CommandContext, backend: Backend, cloud: CloudName): Promise<Answer> {
  const removed = await removeCredentials(backend, cloud);
  if (!removed.ok) return accessFailure(removed.error);
  return success(
    { cloud, removed: true },
    `The credentials for ${CLOUD_TITLES[cloud]} were removed from the keychain. Codes on the locks stay as they are.`,
    describeOverride(context, cloud),
  );
}

async function testSmoobu(backend: Backend): Promise<Answer> {
  const cloud = await backend.bookingCloud();
  if (!cloud.ok) return accessFailure(cloud.error);
  const account = await cloud.value.readAccount();
  if (!account.ok) return accessFailure(account.error);
  const units = await cloud.value.listUnits();
  if (!units.ok) return accessFailure(units.error);
  const apartments = units.value.length;
  return success({ cloud: 'smoobu', ok: true, apartments }, `Smoobu accepts the credentials: ${counted(apartments, 'apartment')}.`);
}

async function testTheKeys(backend: Backend): Promise<Answer> {
  const cloud = await backend.lockCloud();
  if (!cloud.ok) return accessFailure(cloud.error);
  const signedIn = await cloud.value.signIn();
  if (!signedIn.ok) return accessFailure(signedIn.error);
  const found = await cloud.value.discover();
  if (!found.ok) return accessFailure(found.error);
  const locks = found.value.length;
  const keypads = found.value.reduce((sum, lock) => sum + lock.keypads.length, 0);
  return success(
    { cloud: 'the-keys', ok: true, locks, keypads },
    `The Keys accepts the credentials: ${counted(locks, 'lock')}, ${counted(keypads, 'keypad')}.`,
  );
}

function success(document: object, ...lines: readonly string[]): Answer {
  return answer(document, (style) => `${style.paint('good', '✓')} ${stack(...lines)}`);
}

function describePinKey(outcome: PinKeyOutcome): string {
  switch (outcome) {
    case 'made':
      return 'A pin key was created and stored with them: a code that has to be created again gets the PIN that the guest was told.';
    case 'unavailable':
      return 'The pin key could not be read or stored: a code that has to be created again may get another PIN.';
    case 'kept':
    case 'given':
      return '';
  }
}

function describeOverride({ world }: CommandContext, cloud: CloudName): string {
  const name = cloud === 'smoobu' ? 'LATCHKEY_SMOOBU_API_KEY' : 'LATCHKEY_THEKEYS_USERNAME';
  return (world.environment[name] ?? '') === '' ? '' : `${name} is set: the environment takes precedence over the keychain.`;
}
