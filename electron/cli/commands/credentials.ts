/** `credentials set|test|remove`: the keychain's entries. Nothing typed or piped in is ever printed again. */
import { removeCredentials, storeCredentials } from '../../app/accounts/credentials.ts';
import type { PinKeyOutcome, StoredCredentials } from '../../app/accounts/credentials.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import type { CloudName } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { accessFailure, answer, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Backend } from '../backend.ts';
import type { CommandContext } from '../context.ts';
import { askCredentials, readPipedCredentials } from '../credential-input.ts';
import { counted } from '../render/text.ts';
import type { CredentialsRequest } from '../request.ts';

export async function credentials(context: CommandContext, { action, cloud }: CredentialsRequest): Promise<Answer> {
  if (action === 'set') return setCredentials(context, cloud);
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  return action === 'remove'
    ? remove(context, opened.value, cloud)
    : cloud === 'smoobu'
      ? testSmoobu(opened.value)
      : testTheKeys(opened.value);
}

async function setCredentials(context: CommandContext, cloud: CloudName): Promise<Answer> {
  const { terminal, environment } = context.world;
  const given: Result<StoredCredentials, string> = terminal.canAsk
    ? await askCredentials(terminal, cloud)
    : readPipedCredentials(cloud, await terminal.readInput());
  if (!given.ok) return usageFailure(given.error);
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const stored = await storeCredentials(opened.value, given.value, (environment.LATCHKEY_PIN_KEY ?? '') !== '');
  if (!stored.ok) return accessFailure(stored.error);
  const lines = [
    `The credentials for ${CLOUD_TITLES[cloud]} are in the keychain. To try them: latchkey credentials test ${cloud}`,
    ...describePinKey(stored.value),
    ...overshadowed(context, cloud),
  ];
  return answer({ cloud, stored: true, pinKey: stored.value }, (style) => `${style.paint('good', '✓')} ${lines.join('\n')}`);
}

async function remove(context: CommandContext, backend: Backend, cloud: CloudName): Promise<Answer> {
  const removed = await removeCredentials(backend, cloud);
  if (!removed.ok) return accessFailure(removed.error);
  const lines = [
    `The credentials for ${CLOUD_TITLES[cloud]} are not in the keychain any more. Codes on the locks stay as they are.`,
    ...overshadowed(context, cloud),
  ];
  return answer({ cloud, removed: true }, (style) => `${style.paint('good', '✓')} ${lines.join('\n')}`);
}

async function testSmoobu(backend: Backend): Promise<Answer> {
  const found = await probeSmoobu(backend);
  if (!found.ok) return found.error;
  return answer(
    { cloud: 'smoobu', ok: true, apartments: found.value },
    (style) => `${style.paint('good', '✓')} Smoobu accepts the credentials: ${counted(found.value, 'apartment')}.`,
  );
}

async function probeSmoobu(backend: Backend): Promise<Result<number, Answer>> {
  const cloud = await backend.bookingCloud();
  if (!cloud.ok) return err(accessFailure(cloud.error));
  const account = await cloud.value.readAccount();
  if (!account.ok) return err(accessFailure(account.error));
  const units = await cloud.value.listUnits();
  return units.ok ? ok(units.value.length) : err(accessFailure(units.error));
}

async function testTheKeys(backend: Backend): Promise<Answer> {
  const cloud = await backend.lockCloud();
  if (!cloud.ok) return accessFailure(cloud.error);
  const signedIn = await cloud.value.signIn();
  if (!signedIn.ok) return accessFailure(signedIn.error);
  const locks = await cloud.value.discover();
  if (!locks.ok) return accessFailure(locks.error);
  const keypads = locks.value.reduce((sum, lock) => sum + lock.keypads.length, 0);
  return answer(
    { cloud: 'the-keys', ok: true, locks: locks.value.length, keypads },
    (style) =>
      `${style.paint('good', '✓')} The Keys accepts the credentials: ${counted(locks.value.length, 'lock')}, ${counted(keypads, 'keypad')}.`,
  );
}

function describePinKey(outcome: PinKeyOutcome): readonly string[] {
  switch (outcome) {
    case 'made':
      return ['A pin key was made and stored with them: a code that has to be made again gets the PIN the guest was told.'];
    case 'unavailable':
      return ['The pin key could not be read or stored: a code that has to be made again may get another PIN.'];
    case 'kept':
    case 'given':
      return [];
  }
}

function overshadowed({ world }: CommandContext, cloud: CloudName): readonly string[] {
  const name = cloud === 'smoobu' ? 'LATCHKEY_SMOOBU_API_KEY' : 'LATCHKEY_THEKEYS_USERNAME';
  return (world.environment[name] ?? '') === '' ? [] : [`Mind that ${name} is set: the environment stands before the keychain.`];
}
