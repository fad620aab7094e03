/** `door LOCK --remove CODE`: removes one code, foreign ones too, after a question that names it. */
import { prepareRemoval, removeCode } from '../../../app/doors/remove-code.ts';
import type { RemoveFailure, RemovePorts } from '../../../app/doors/remove-code.ts';
import type { CodeId, LockId } from '../../../../shared/domain/ids.ts';
import { doorQuestionLines } from '../../../../shared/doors/door-question.ts';
import type { NotRemovable } from '../../../../shared/doors/removable.ts';
import { mainText } from '../../../../shared/i18n/main-texts.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import { accessFailure, answer, dryRunAnswer, failure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import { EXIT } from '../../exit-code.ts';
import { runDocument } from '../../render/run-json.ts';
import { renderRun } from '../../render/run.ts';
import type { RequestOf } from '../../request.ts';
import { atDesk } from '../acts/act-desk.ts';
import type { ActDesk } from '../acts/act-desk.ts';
import { confirm } from '../acts/confirm.ts';
import { bookingsIfRead } from './known-bookings.ts';

const english = mainText({ language: 'en', locale: 'en' });

export function removeFromDoor(
  context: CommandContext,
  lockId: LockId,
  codeId: CodeId,
  { config, dryRun = false, yes = false }: Pick<RequestOf<'door'>, 'config' | 'dryRun' | 'yes'>,
): Promise<Answer> {
  return atDesk(context, config, async (desk) => {
    const ports = await portsOf(desk);
    if (!ports.ok) return ports.error;
    const prepared = await prepareRemoval(ports.value, lockId, codeId);
    if (!prepared.ok) return failed(prepared.error);
    const lines = doorQuestionLines(prepared.value.asks, english);
    if (dryRun) return dryRunAnswer(lines);
    const stopped = await confirm(context, lines, yes);
    if (stopped !== null) return stopped;
    const removed = await removeCode(ports.value, prepared.value);
    if (!removed.ok) return failed(removed.error);
    return answer({ ok: true, ...runDocument(removed.value) }, (style) => renderRun(removed.value, desk.settings, style));
  });
}

async function portsOf({ backend, ports, settings }: ActDesk): Promise<Result<RemovePorts, Answer>> {
  const locks = await backend.lockCloud();
  if (!locks.ok) return err(accessFailure(locks.error));
  const bookings = await bookingsIfRead({ backend, settings });
  return ok({ ...ports, settings: { read: () => settings }, locks: locks.value, runLock: backend.runLock, bookings });
}

function failed(reason: RemoveFailure): Answer {
  if (reason.kind === 'cloud') return accessFailure(reason.failure);
  if (reason.kind === 'not-removable') return failure(EXIT.usage, reason.because.kind, notRemovableText(reason.because));
  return failure(EXIT.failed, reason.kind, reason.message);
}

function notRemovableText(because: NotRemovable): string {
  switch (because.kind) {
    case 'guest-code':
      return english('door.refused.guest-code', { booking: String(because.bookingId) });
    case 'person-code':
      return english('door.refused.person-code', { person: because.personId });
    case 'no-such-code':
      return english('door.refused.no-such-code');
  }
}
