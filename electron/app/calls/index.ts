/** What each call of the window does. Nothing comes back but what the contract lists: no credential, and a PIN only by `pin.reveal`. */
import type { Connection } from '../../../shared/domain/app-state.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { CloudName } from '../../../shared/errors.ts';
import { PIN_SHOWN_MS } from '../../../shared/ipc/contract.ts';
import type { CallAnswer, CallHandlers, CallRequest, IpcRefusal, WindowSettings } from '../../../shared/ipc/contract.ts';
import { fullPin } from '../../../shared/reconcile/pins.ts';
import { readTag } from '../../../shared/reconcile/tag.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Err } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import type { AccessFailure } from '../accounts/access.ts';
import type { StoredCredentials } from '../accounts/credentials.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { codeCalls } from './codes.ts';
import { failureMessage } from '../status/localise.ts';
import { historyCalls } from './history.ts';
import { removeEntry, storeEntry, testConnection } from '../accounts/keep-credentials.ts';
import { setupCalls } from './credentials.ts';
import { programCalls } from './program.ts';
import { previewRuns } from '../schedule/schedule-policy.ts';

/** `ready` is told when the page listens, and answers where it should go first. */
export interface WindowSide {
  ready(): ReturnType<CallHandlers['window.ready']>;
}

export function desktopCalls(desktop: Desktop, ports: DesktopPorts, window: WindowSide): CallHandlers {
  const { history, scheduler, screen, system } = ports;
  const connection = (cloud: CloudName): Connection => desktop.snapshot().connections[cloud];

  return {
    'snapshot.get': () => ok(desktop.snapshot()),
    'window.ready': () => window.ready(),
    'sync.now': () => (desktop.syncNow() ? ok(null) : beforeFirstSteps(desktop)),
    'holds.apply': ({ keys }) => {
      const waiting = new Set(history.listHolds().map((hold) => hold.operation.key));
      if (!keys.every((key) => waiting.has(key))) return no('gone', desktop.text()('refusal.gone'));
      return desktop.syncNow(new Set(keys)) ? ok(null) : beforeFirstSteps(desktop);
    },
    'holds.dismiss': ({ key }) => ok({ wasWaiting: desktop.dismissHold(key) }),
    'pause.set': ({ choice }) => ok(desktop.pause(choice)),

    'credentials.save': async (request) => {
      const stored = await storeEntry(desktop, ports, storedCredentials(request));
      if (!stored.ok) return refused(stored.error, desktop, system);
      const tested = await testConnection(desktop, ports, request.cloud);
      desktop.credentialsChanged();
      return ok(tested);
    },
    'credentials.test': async ({ cloud }) => ok(await testConnection(desktop, ports, cloud)),
    'credentials.remove': async ({ cloud }) => {
      const removed = await removeEntry(desktop, ports, cloud);
      if (!removed.ok) return refused(removed.error, desktop, system);
      desktop.credentialsChanged();
      return ok(connection(cloud));
    },

    'settings.get': () => ok(windowSettings(desktop.settings())),
    'settings.save': (sections) => {
      if (sections.schedule !== undefined && !scheduler.validate(sections.schedule.cron)) {
        return no('bad-schedule', desktop.text()('refusal.badSchedule'));
      }
      const before = desktop.settings();
      // A window that is behind neither gives nor takes back the word that ends the first steps.
      const app = { ...(sections.app ?? before.app), firstStepsDone: before.app.firstStepsDone };
      desktop.saveSettings({ ...before, ...sections, app });
      return ok(windowSettings(desktop.settings()));
    },
    'schedule.preview': ({ cron }) => {
      const nextRunsMs = previewRuns(scheduler, cron);
      return ok({ valid: nextRunsMs !== null, nextRunsMs: [...(nextRunsMs ?? [])] });
    },

    'pin.reveal': (request) => revealPin(request, desktop, ports),

    'logs.open': () => {
      screen.openLogFolder();
      return ok(null);
    },
    ...historyCalls(desktop, ports),
    ...setupCalls(desktop, ports),
    ...codeCalls(desktop, ports),
    ...programCalls(desktop, ports),
  };
}

/** One PIN, read from the lock at this moment, since none is kept here. That it was shown is recorded, not what it is. */
async function revealPin(
  { bookingId, lockId, keypadId }: CallRequest<'pin.reveal'>,
  desktop: Desktop,
  { accounts, history, clock, system }: DesktopPorts,
): Promise<CallAnswer<'pin.reveal'>> {
  const locks = await accounts.lockCloud();
  if (!locks.ok) return refused(locks.error, desktop, system);
  const list = await locks.value.listCodes(lockId);
  if (!list.ok) return refused(list.error, desktop, system);
  const code = list.value.codes
    .filter((candidate) => placeKey(candidate) === placeKey({ lockId, keypadId }))
    .filter((candidate) => {
      const tag = readTag(candidate.description);
      return tag.kind === 'tagged' && tag.bookingId === bookingId;
    })
    .sort((one, other) => one.id - other.id)[0];
  const length = history.memory().pinDraws.get(bookingId)?.length ?? desktop.settings().codes.pinLength;
  const pin = code === undefined ? null : fullPin(code, length);
  if (pin === null) return no('no-code', desktop.text()('refusal.noCode'));
  history.recordEvent({ kind: 'pin-revealed', atMs: clock.nowMs(), bookingId, lockId, keypadId });
  return ok({ pin, hideAfterMs: PIN_SHOWN_MS });
}

function storedCredentials(request: CallRequest<'credentials.save'>): StoredCredentials {
  return request.cloud === 'smoobu'
    ? { cloud: 'smoobu', credentials: { apiKey: new Secret(request.apiKey), apiSecret: new Secret(request.apiSecret) } }
    : { cloud: 'the-keys', credentials: { username: request.phone, password: new Secret(request.password) } };
}

function windowSettings({ times, codes, schedule, notifications, app, history }: Settings): WindowSettings {
  return { times, codes, schedule, notifications, app, history };
}

function beforeFirstSteps(desktop: Desktop): Err<IpcRefusal> {
  return no('first-steps', desktop.text()('refusal.firstSteps'));
}
function refused(failure: AccessFailure, desktop: Desktop, system: DesktopPorts['system']): Err<IpcRefusal> {
  return no(failure.kind, failureMessage(failure, desktop.text(), system));
}
function no(detail: string, message: string): Err<IpcRefusal> {
  return err({ detail, message });
}
