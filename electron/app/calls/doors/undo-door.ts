/** Takes back what was done with a door: the former door everywhere, the removed code again, or a linked code made by hand again. */
import type { MemoryValue } from '../../../../shared/domain/memory.ts';
import { doorQuestionLines } from '../../../../shared/doors/door-question.ts';
import type { CallAnswer, IpcRefusal } from '../../../../shared/ipc/contract.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Err } from '../../../../shared/result.ts';
import { DAY_MS } from '../../../../shared/time.ts';
import type { CodesFailure } from '../../codes/codes.ts';
import { isUndoRefusal, prepareReturn, replaceDoor } from '../../doors/replace-door.ts';
import { prepareRestore, restoreCode } from '../../doors/restore-code.ts';
import type { RestoreRefusal } from '../../doors/restore-code.ts';
import { linkActOf, prepareUnlink, unlinkCode } from '../../people/unlink.ts';
import { refusedAct, shownRun } from '../act-answers.ts';
import { notReplaced, removePorts, replacePorts } from './door-ports.ts';
import type { DoorDesktop, DoorPorts } from './door-ports.ts';
import { accessRefusal, refusal } from '../refusal.ts';

type DoorAct = MemoryValue<'door-act'>;
interface Undoing<A extends DoorAct = DoorAct> {
  readonly runId: string;
  readonly act: A;
}
interface Mode {
  readonly confirmed: boolean;
  readonly dryRun: boolean;
}
type UndoAnswer = CallAnswer<'stay.act'>;

const KEPT_MS = 30 * DAY_MS;

/** `reference`: a run's id, or that of one of its operations. */
export function doorActOf(reference: string, { history }: Pick<DoorPorts, 'history'>): Undoing | null {
  const [runId = ''] = reference.split('/');
  const act = history.memory().remembered['door-act'].get(runId);
  return act === undefined ? null : { runId, act };
}

export async function undoDoor({ runId, act }: Undoing, mode: Mode, desktop: DoorDesktop, ports: DoorPorts): Promise<UndoAnswer> {
  if (!desktop.settings().setup.done) return refusal(desktop.text, 'first-steps');
  if (ports.clock.nowMs() - act.atMs > KEPT_MS) return refusedAct('act-unknown', desktop);
  return act.act === 'replaced' ? undoReplacement({ runId, act }, mode, desktop, ports) : undoRemoval({ runId, act }, mode, desktop, ports);
}

async function undoReplacement(
  { runId, act }: Undoing<Extract<DoorAct, { act: 'replaced' }>>,
  { confirmed, dryRun }: Mode,
  desktop: DoorDesktop,
  ports: DoorPorts,
): Promise<UndoAnswer> {
  const opened = await replacePorts(desktop, ports);
  if (!opened.ok) return opened;
  const prepared = await prepareReturn(opened.value, act);
  if (!prepared.ok)
    return isUndoRefusal(prepared.error) ? refusedAct(prepared.error.kind, desktop) : notReplaced(prepared.error, desktop, ports);
  if (dryRun) return ok({ kind: 'done', run: shownRun(prepared.value.report, desktop) });
  if (!confirmed) return ok({ kind: 'asks', questions: [...doorQuestionLines(prepared.value.asks, desktop.text)] });
  const ran = await replaceDoor(opened.value, prepared.value);
  if (!ran.ok) return notReplaced(ran.error, desktop, ports);
  ports.history.remember([{ kind: 'door-act', key: runId, value: null }]);
  return ok({ kind: 'done', run: shownRun(ran.value, desktop) });
}

/** null: it was another act. A dry run has only the questions: no sync is looked at. */
export async function undoLink(
  reference: string,
  { confirmed, dryRun }: Mode,
  desktop: DoorDesktop,
  ports: DoorPorts,
): Promise<UndoAnswer | null> {
  const act = linkActOf(reference, ports);
  if (act === null) return null;
  if (!desktop.settings().setup.done) return refusal(desktop.text, 'first-steps');
  const opened = await removePorts(desktop, ports);
  if (!opened.ok) return opened;
  const prepared = await prepareUnlink(opened.value, act);
  if (!prepared.ok) return notRestored(prepared.error, desktop, ports);
  if (dryRun || !confirmed) return ok({ kind: 'asks', questions: [...doorQuestionLines(prepared.value.asks, desktop.text)] });
  await desktop.whenIdle();
  const done = await ports.updates.duringRun(() => unlinkCode(opened.value, prepared.value));
  return done.ok ? ok({ kind: 'done', run: shownRun(done.value, desktop) }) : notRestored(done.error, desktop, ports);
}

/** A dry run has only the questions: no sync is looked at. */
async function undoRemoval(
  { runId, act }: Undoing<Extract<DoorAct, { act: 'removed' }>>,
  { confirmed, dryRun }: Mode,
  desktop: DoorDesktop,
  ports: DoorPorts,
): Promise<UndoAnswer> {
  const opened = await removePorts(desktop, ports);
  if (!opened.ok) return opened;
  const prepared = await prepareRestore(opened.value, runId, act);
  if (!prepared.ok) return notRestored(prepared.error, desktop, ports);
  if (dryRun || !confirmed) return ok({ kind: 'asks', questions: [...doorQuestionLines(prepared.value.asks, desktop.text)] });
  await desktop.whenIdle();
  const restored = await ports.updates.duringRun(() => restoreCode(opened.value, prepared.value));
  return restored.ok ? ok({ kind: 'done', run: shownRun(restored.value, desktop) }) : notRestored(restored.error, desktop, ports);
}

function notRestored(reason: RestoreRefusal | 'act-changed' | CodesFailure, desktop: DoorDesktop, { system }: DoorPorts): Err<IpcRefusal> {
  if (reason === 'code-over') return err({ detail: reason, message: desktop.text('door.refused.code-over') });
  if (typeof reason === 'string') return refusedAct(reason, desktop);
  switch (reason.kind) {
    case 'cloud':
      return accessRefusal(desktop.text, reason.failure, system);
    case 'busy':
      return err({ detail: reason.kind, message: desktop.text('door.refused.busy') });
    case 'refused':
    case 'not-found':
      return err({ detail: 'not-restored', message: desktop.text('door.refused.not-restored') });
    case 'unverified':
      return err({ detail: 'restore-unverified', message: desktop.text('door.refused.restore-unverified') });
  }
}
