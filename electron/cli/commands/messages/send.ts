/** `messages send` and `messages mark-told`: for one guest, now. */
import { recordMarkedTold } from '../../../app/messages/record-told.ts';
import { markTold, wantSent } from '../../../app/messages/user-told.ts';
import type { NotSent } from '../../../app/messages/user-told.ts';
import type { RunReport } from '../../../../shared/domain/run.ts';
import { accessFailure, answer, dryRunAnswer, failure, usageFailure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import { EXIT, exitCodeOfReport } from '../../exit-code.ts';
import { notSentText, renderTold } from '../../render/messages.ts';
import { renderProblems } from '../../render/run.ts';
import { stack } from '../../render/text.ts';
import type { RequestOf } from '../../request.ts';
import { confirm } from '../acts/confirm.ts';
import { lookAt } from './messages.ts';

/** Syncs this stay, which sends what the locks have then. */
export async function messagesSend(context: CommandContext, request: RequestOf<'messages send'>): Promise<Answer> {
  const { booking, config, dryRun = false, yes = false } = request;
  const looked = await lookAt(context, config);
  if (!looked.ok) return looked.error;
  const { look, backend, settings } = looked.value;
  const wanted = wantSent(booking, look.facts);
  if (!wanted.ok) return notSent(wanted.error);
  const [stay] = look.facts.stays.filter(({ bookingId }) => bookingId === booking);
  const line = `A message with the code goes to ${stay?.guestName ?? 'the guest'} now.`;
  if (dryRun) return dryRunAnswer([line]);
  const stopped = await confirm(context, [line], yes);
  if (stopped !== null) return stopped;
  backend.history.remember([wanted.value]);
  const ran = await backend.sync({
    ...{ dryRun: false, applyHeld: false, trigger: 'act', claim: booking, signal: new AbortController().signal },
    onProgress: () => undefined,
    settingsOverride: config === undefined ? null : settings,
  });
  if (ran.ok) return sent(ran.value);
  return ran.error === 'busy'
    ? failure(EXIT.failed, 'busy', 'A run is in progress in the app or another terminal. The next sync sends it.')
    : accessFailure(ran.error);
}

function sent(report: RunReport): Answer {
  const { told = [], problems } = report;
  const isSent = told.some(({ way, state }) => way === 'message' && state === 'sent');
  const exitCode = exitCodeOfReport(report);
  return answer(
    { ok: isSent },
    (style) => stack(isSent ? renderTold(told, style) : 'Nothing was sent.', renderProblems(problems, style)),
    isSent || exitCode !== EXIT.ok ? exitCode : EXIT.failed,
  );
}

export async function messagesMarkTold(context: CommandContext, request: RequestOf<'messages mark-told'>): Promise<Answer> {
  const { booking, config, dryRun = false } = request;
  const looked = await lookAt(context, config);
  if (!looked.ok) return looked.error;
  const { look, backend } = looked.value;
  const told = markTold(booking, look.facts);
  if (!told.ok) return notSent(told.error);
  if (dryRun) return dryRunAnswer(['This guest would count as told what the locks have now.']);
  backend.history.remember([told.value]);
  recordMarkedTold(backend.history, booking, backend.clock.nowMs());
  return answer({ ok: true }, () => 'This guest counts as told what the locks have now. A change is told as a correction.');
}

function notSent(reason: NotSent): Answer {
  if (reason === 'stay-unknown') return usageFailure(notSentText(reason));
  return failure(EXIT.usage, reason, notSentText(reason));
}
