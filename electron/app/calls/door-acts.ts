/** The window's calls that change a door: remove one code, replace a lock everywhere. */
import { doorQuestionLines } from '../../../shared/doors/door-question.ts';
import type { DoorQuestion } from '../../../shared/doors/door-question.ts';
import type { NotRemovable } from '../../../shared/doors/removable.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { CallAnswer, CallHandlers, CallRequest, IpcRefusal } from '../../../shared/ipc/contract.ts';
import { fetchRange } from '../../../shared/reconcile/bookings.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Err, Result } from '../../../shared/result.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { prepareRemoval, removeCode } from '../doors/remove-code.ts';
import type { RemoveFailure, RemovePorts } from '../doors/remove-code.ts';
import { prepareReplacement, replaceDoor } from '../doors/replace-door.ts';
import type { ReplaceFailure, ReplacePorts } from '../doors/replace-door.ts';
import type { ReplaceRefusal } from '../doors/replacement.ts';
import { notRun, refusedAct, shownRun } from './acts.ts';
import type { ActDesktop } from './acts.ts';
import { accessRefusal, refusal } from './refusal.ts';

type DoorDesktop = ActDesktop & Pick<Desktop, 'refreshSettings' | 'whenIdle'>;
type Ports = Pick<
  DesktopPorts,
  'accounts' | 'wishes' | 'history' | 'settings' | 'clock' | 'look' | 'newRunId' | 'runLock' | 'system' | 'updates'
>;
type DoorAnswer = CallAnswer<'door.remove'>;

export function doorActCalls(desktop: DoorDesktop, ports: Ports): Pick<CallHandlers, 'door.remove' | 'door.replace'> {
  // Whatever starts it, nothing is written before setup is complete.
  const afterSetup = async (work: () => Promise<DoorAnswer>): Promise<DoorAnswer> =>
    desktop.settings().setup.done ? work() : refusal(desktop.text, 'first-steps');
  return {
    'door.remove': (request) => afterSetup(() => remove(request, desktop, ports)),
    'door.replace': (request) => afterSetup(() => replace(request, desktop, ports)),
  };
}

async function remove({ lockId, codeId, confirmed }: CallRequest<'door.remove'>, desktop: DoorDesktop, ports: Ports): Promise<DoorAnswer> {
  const removal = await removePorts(desktop, ports);
  if (!removal.ok) return removal;
  const prepared = await prepareRemoval(removal.value, lockId, codeId);
  if (!prepared.ok) return notRemoved(prepared.error, desktop, ports);
  const asked = unanswered(prepared.value.asks, confirmed, desktop);
  if (asked !== null) return ok({ kind: 'asks', questions: asked, run: null });
  await desktop.whenIdle();
  const removed = await ports.updates.duringRun(() => removeCode(removal.value, prepared.value));
  return removed.ok ? done(removed.value, desktop) : notRemoved(removed.error, desktop, ports);
}

async function removePorts(desktop: DoorDesktop, ports: Ports): Promise<Result<RemovePorts, IpcRefusal>> {
  const { accounts, clock, system } = ports;
  const [vault, locks, smoobu] = await Promise.all([accounts.pinVault(), accounts.lockCloud(), accounts.bookingCloud()]);
  if (!vault.ok) return accessRefusal(desktop.text, vault.error, system);
  if (!locks.ok) return accessRefusal(desktop.text, locks.error, system);
  const fetched = smoobu.ok ? await smoobu.value.fetchBookings(fetchRange(desktop.settings(), clock.nowMs())) : null;
  return ok({ ...ports, vault: vault.value, locks: locks.value, bookings: fetched?.ok === true ? fetched.value.bookings : [] });
}

async function replace({ confirmed, ...request }: CallRequest<'door.replace'>, desktop: DoorDesktop, ports: Ports): Promise<DoorAnswer> {
  const locks = await ports.accounts.lockCloud();
  if (!locks.ok) return accessRefusal(desktop.text, locks.error, ports.system);
  const replacing: ReplacePorts = {
    ...ports,
    locks: locks.value,
    settings: {
      read: () => ports.settings.read(),
      write: (settings) => {
        ports.settings.write(settings);
        desktop.refreshSettings();
      },
    },
    preview: async (settings) => {
      const looked = await ports.look(null, settings, null);
      return looked.ok ? ok(looked.value.report) : looked;
    },
    run: (runId) => desktop.runFor(null, runId),
  };
  const prepared = await prepareReplacement(replacing, request);
  if (!prepared.ok) return notReplaced(prepared.error, desktop, ports);
  const asked = unanswered(prepared.value.asks, confirmed, desktop);
  if (asked !== null) return ok({ kind: 'asks', questions: asked, run: shownRun(prepared.value.report, desktop) });
  const ran = await replaceDoor(replacing, prepared.value);
  return ran.ok ? done(ran.value, desktop) : notReplaced(ran.error, desktop, ports);
}

/** All questions, unless the user has said yes to exactly these: what was asked about may have changed since. */
function unanswered(asks: readonly DoorQuestion[], confirmed: readonly string[], { text }: DoorDesktop): string[] | null {
  const lines = doorQuestionLines(asks, text);
  const isAnswered = lines.length === confirmed.length && lines.every((line, index) => line === confirmed[index]);
  return isAnswered ? null : [...lines];
}

function done(report: RunReport, desktop: DoorDesktop): DoorAnswer {
  return ok({ kind: 'done', run: shownRun(report, desktop) });
}

function notRemoved(reason: RemoveFailure, { text }: DoorDesktop, { system }: Ports): Err<IpcRefusal> {
  switch (reason.kind) {
    case 'cloud':
      return accessRefusal(text, reason.failure, system);
    case 'not-removable':
      return err({ detail: reason.because.kind, message: notRemovableText(reason.because, text) });
    case 'not-found':
      return err({ detail: 'no-such-code', message: text('door.refused.no-such-code') });
    case 'refused':
      return err({ detail: 'changed', message: text('door.refused.changed') });
    case 'busy':
    case 'unverified':
      return err({ detail: reason.kind, message: text(`door.refused.${reason.kind}`) });
  }
}

function notRemovableText(because: NotRemovable, text: DoorDesktop['text']): string {
  switch (because.kind) {
    case 'guest-code':
      return text('door.refused.guest-code', { booking: String(because.bookingId) });
    case 'person-code':
      return text('door.refused.person-code', { person: because.personId });
    case 'no-such-code':
      return text('door.refused.no-such-code');
  }
}

function notReplaced(reason: ReplaceFailure, desktop: DoorDesktop, ports: Ports): Err<IpcRefusal> {
  switch (reason.kind) {
    case 'refused':
      return err({ detail: reason.because.kind, message: notReplaceableText(reason.because, desktop.text) });
    case 'unread':
      return refusedAct('not-read', desktop);
    case 'not-run':
      return notRun(reason.refusal, desktop, ports);
  }
}

function notReplaceableText(because: ReplaceRefusal, text: DoorDesktop['text']): string {
  switch (because.kind) {
    case 'several-keypads':
    case 'keypad-unknown':
      return text(`door.refused.${because.kind}`, { keypads: because.keypads.join(', ') });
    case 'already-mapped':
      return text('door.refused.already-mapped', { unit: because.unit });
    default:
      return text(`door.refused.${because.kind}`);
  }
}
