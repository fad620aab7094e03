/** `undo RUN` for what was done with a door: the former door everywhere, the removed code again, or a linked code made by hand again. */
import { isUndoRefusal, prepareReturn } from '../../../app/doors/replace-door.ts';
import { prepareRestore, restoreCode } from '../../../app/doors/restore-code.ts';
import { linkActOf, prepareUnlink, unlinkCode } from '../../../app/people/unlink.ts';
import type { UnlinkPorts } from '../../../app/people/unlink.ts';
import type { CodesFailure } from '../../../app/codes/codes.ts';
import type { MemoryValue } from '../../../../shared/domain/memory.ts';
import { doorQuestionLines } from '../../../../shared/doors/door-question.ts';
import { mainText } from '../../../../shared/i18n/main-texts.ts';
import { DAY_MS } from '../../../../shared/time.ts';
import { accessFailure, answer, dryRunAnswer, failure, usageFailure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import type { Consent } from '../../request.ts';
import { EXIT } from '../../exit-code.ts';
import { runDocument } from '../../render/run-json.ts';
import { renderRun } from '../../render/run.ts';
import { refusedAct } from '../acts/act-desk.ts';
import type { ActDesk } from '../acts/act-desk.ts';
import { confirm } from '../acts/confirm.ts';
import { refusedUndo } from '../acts/person-offer.ts';
import { carryOutReplacement, failedReplacement, replacePorts } from './replace-lock.ts';

type DoorAct = MemoryValue<'door-act'>;
interface UndoRequest<A extends DoorAct = DoorAct> {
  readonly runId: string;
  readonly doorAct: A;
  readonly dryRun: boolean;
  readonly yes: boolean;
}

const english = mainText({ language: 'en', locale: 'en' });
const KEPT_MS = 30 * DAY_MS;

export async function undoDoor(context: CommandContext, { runId, doorAct, dryRun, yes }: UndoRequest, desk: ActDesk): Promise<Answer> {
  if (desk.backend.clock.nowMs() - doorAct.atMs > KEPT_MS) return refusedAct('act-unknown');
  return doorAct.act === 'replaced'
    ? undoReplacement(context, { runId, doorAct, dryRun, yes }, desk)
    : undoRemoval(context, { runId, doorAct, dryRun, yes }, desk);
}

async function undoReplacement(
  context: CommandContext,
  { runId, doorAct, dryRun, yes }: UndoRequest<Extract<DoorAct, { act: 'replaced' }>>,
  desk: ActDesk,
): Promise<Answer> {
  if (desk.config !== null) return usageFailure('Taking this back changes the settings, and does not take --config.');
  const ports = await replacePorts(desk);
  if ('exitCode' in ports) return ports;
  const prepared = await prepareReturn(ports, doorAct);
  if (!prepared.ok) return isUndoRefusal(prepared.error) ? refusedAct(prepared.error.kind) : failedReplacement(prepared.error, desk);
  return carryOutReplacement(context, desk, ports, prepared.value, { dryRun, yes }, () =>
    ports.history.remember([{ kind: 'door-act', key: runId, value: null }]),
  );
}

/** null: it was another act. In part, where the code had no end: exit 1. */
export async function undoLink(
  context: CommandContext,
  run: string,
  consent: Consent,
  { backend, ports, settings }: ActDesk,
): Promise<Answer | null> {
  const act = linkActOf(run, ports);
  if (act === null) return null;
  const locks = await backend.lockCloud();
  if (!locks.ok) return accessFailure(locks.error);
  const all: UnlinkPorts = { ...ports, settings: { read: () => settings }, locks: locks.value, runLock: backend.runLock };
  const prepared = await prepareUnlink(all, act);
  if (!prepared.ok) return typeof prepared.error === 'string' ? refusedAct(prepared.error) : notRestored(prepared.error);
  const lines = doorQuestionLines(prepared.value.asks, english);
  if (consent.dryRun === true) return dryRunAnswer(lines);
  const stopped = await confirm(context, lines, consent.yes === true);
  if (stopped !== null) return stopped;
  const done = await unlinkCode(all, prepared.value);
  if (!done.ok) return notRestored(done.error);
  const exitCode = prepared.value.isInPart ? EXIT.failed : EXIT.ok;
  return answer(runDocument(done.value), (style) => renderRun(done.value, settings, style), exitCode);
}

/** In part, where the code had no end or a note: exit 1, as for any act that is taken back in part. */
async function undoRemoval(
  context: CommandContext,
  { runId, doorAct, dryRun, yes }: UndoRequest<Extract<DoorAct, { act: 'removed' }>>,
  desk: ActDesk,
): Promise<Answer> {
  const { backend, ports, settings } = desk;
  const locks = await backend.lockCloud();
  if (!locks.ok) return accessFailure(locks.error);
  const all = { ...ports, settings: { read: () => settings }, locks: locks.value, runLock: backend.runLock };
  const prepared = await prepareRestore(all, runId, doorAct);
  if (!prepared.ok) return typeof prepared.error === 'string' ? refusedUndo(prepared.error, runId, desk) : notRestored(prepared.error);
  const lines = doorQuestionLines(prepared.value.asks, english);
  if (dryRun) return dryRunAnswer(lines);
  const stopped = await confirm(context, lines, yes);
  if (stopped !== null) return stopped;
  const restored = await restoreCode(all, prepared.value);
  if (!restored.ok) return notRestored(restored.error);
  const isWhole = prepared.value.asks.length === 1;
  return answer(runDocument(restored.value), (style) => renderRun(restored.value, settings, style), isWhole ? EXIT.ok : EXIT.failed);
}

function notRestored(reason: CodesFailure): Answer {
  return reason.kind === 'cloud' ? accessFailure(reason.failure) : failure(EXIT.failed, reason.kind, reason.message);
}
