/** The window's calls that change a door: remove one code, replace a lock everywhere. */
import { doorQuestionLines } from '../../../../shared/doors/door-question.ts';
import type { NotRemovable } from '../../../../shared/doors/removable.ts';
import type { RunReport } from '../../../../shared/domain/run.ts';
import type { CallAnswer, CallHandlers, CallRequest, IpcRefusal } from '../../../../shared/ipc/contract.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Err } from '../../../../shared/result.ts';
import { prepareRemoval, removeCode } from '../../doors/remove-code.ts';
import type { RemoveFailure } from '../../doors/remove-code.ts';
import { prepareReplacement, replaceDoor } from '../../doors/replace-door.ts';
import { shownRun, unanswered } from '../act-answers.ts';
import { notReplaced, removePorts, replacePorts } from './door-ports.ts';
import type { DoorDesktop, DoorPorts } from './door-ports.ts';
import { accessRefusal, refusal } from '../refusal.ts';

type DoorAnswer = CallAnswer<'door.remove'>;

export function doorActCalls(desktop: DoorDesktop, ports: DoorPorts): Pick<CallHandlers, 'door.remove' | 'door.replace'> {
  // Whatever starts it, nothing is written before setup is complete.
  const afterSetup = async (work: () => Promise<DoorAnswer>): Promise<DoorAnswer> =>
    desktop.settings().setup.done ? work() : refusal(desktop.text, 'first-steps');
  return {
    'door.remove': (request) => afterSetup(() => remove(request, desktop, ports)),
    'door.replace': (request) => afterSetup(() => replace(request, desktop, ports)),
  };
}

async function remove(
  { lockId, codeId, confirmed }: CallRequest<'door.remove'>,
  desktop: DoorDesktop,
  ports: DoorPorts,
): Promise<DoorAnswer> {
  const removal = await removePorts(desktop, ports);
  if (!removal.ok) return removal;
  const prepared = await prepareRemoval(removal.value, lockId, codeId);
  if (!prepared.ok) return notRemoved(prepared.error, desktop, ports);
  const asked = unanswered(doorQuestionLines(prepared.value.asks, desktop.text), confirmed);
  if (asked !== null) return ok({ kind: 'asks', questions: asked, run: null });
  await desktop.whenIdle();
  const removed = await ports.updates.duringRun(() => removeCode(removal.value, prepared.value));
  return removed.ok ? done(removed.value, desktop) : notRemoved(removed.error, desktop, ports);
}

async function replace(
  { confirmed, ...request }: CallRequest<'door.replace'>,
  desktop: DoorDesktop,
  ports: DoorPorts,
): Promise<DoorAnswer> {
  const opened = await replacePorts(desktop, ports);
  if (!opened.ok) return opened;
  const replacing = opened.value;
  const prepared = await prepareReplacement(replacing, request);
  if (!prepared.ok) return notReplaced(prepared.error, desktop, ports);
  const asked = unanswered(doorQuestionLines(prepared.value.asks, desktop.text), confirmed);
  if (asked !== null) return ok({ kind: 'asks', questions: asked, run: shownRun(prepared.value.report, desktop) });
  const ran = await replaceDoor(replacing, prepared.value);
  return ran.ok ? done(ran.value, desktop) : notReplaced(ran.error, desktop, ports);
}

function done(report: RunReport, desktop: DoorDesktop): DoorAnswer {
  return ok({ kind: 'done', run: shownRun(report, desktop) });
}

function notRemoved(reason: RemoveFailure, { text }: DoorDesktop, { system }: DoorPorts): Err<IpcRefusal> {
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
