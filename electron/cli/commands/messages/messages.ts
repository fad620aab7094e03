/** `messages`: what guests are told, what goes next, and the text for one of them. Looks at both clouds, and sends nothing. */
import { lookAtMessages } from '../../../app/messages/look-at-messages.ts';
import type { MessageLook } from '../../../app/messages/look-at-messages.ts';
import { messagePreview, textToCopy } from '../../../app/messages/message-text.ts';
import type { NoMessage } from '../../../app/messages/message-text.ts';
import { recordRevealed } from '../../../app/messages/record-told.ts';
import type { PinVault } from '../../../app/ports/system.ts';
import type { PlanInput } from '../../../../shared/domain/plan.ts';
import type { BookingId } from '../../../../shared/domain/ids.ts';
import type { StayToTell } from '../../../../shared/messages/stay-to-tell.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import { accessFailure, answer, failure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import { openWithConfig } from '../../config-option.ts';
import type { OpenedWithConfig } from '../../config-option.ts';
import type { CommandContext } from '../../context.ts';
import { EXIT } from '../../exit-code.ts';
import { createProgressLine } from '../../progress-line.ts';
import { messagesDocument, notSentText, REASONS, renderMessages } from '../../render/messages.ts';
import { printable } from '../../render/text.ts';
import type { RequestOf } from '../../request.ts';
import { reportAnswer } from '../acts/act-desk.ts';

export interface Looked extends OpenedWithConfig {
  readonly vault: PinVault;
  /** As a run would read it. */
  readonly input: PlanInput;
  readonly look: MessageLook;
}

export async function messagesList(context: CommandContext, request: RequestOf<'messages list'>): Promise<Answer> {
  const looked = await lookAt(context, request.config);
  if (!looked.ok) return looked.error;
  const { settings, look } = looked.value;
  return answer(messagesDocument(settings.sending, look.lines), (style) =>
    renderMessages(settings.sending, look.lines, settings.times.timeZone, style),
  );
}

/** The message as it would be now, whether or not messages are switched on. Revealed: as the guest may be told it, for who sends it by hand. */
export async function messagesPreview(
  context: CommandContext,
  { booking, reveal = false, config }: RequestOf<'messages preview'>,
): Promise<Answer> {
  const looked = await lookAt(context, config);
  if (!looked.ok) return looked.error;
  const { look, settings, backend } = looked.value;
  const preview = messagePreview(booking, look, settings);
  if (!preview.ok) return noMessage(preview.error);
  const { language, waitsFor } = preview.value;
  const shown = (text: string): Answer =>
    answer(
      { preview: { bookingId: booking, way: 'message', language, text, waitsFor } },
      () => `${waitsFor === null ? '' : `Waits: ${REASONS[waitsFor]}.\n\n`}${text.split('\n').map(printable).join('\n')}`,
    );
  if (!reveal) return shown(preview.value.text);
  const real = textToCopy(booking, look, settings);
  if (!real.ok) return noMessage(real.error);
  recordRevealed(backend.history, real.value.stay, backend.clock.nowMs());
  return shown(real.value.text.reveal());
}

function noMessage(reason: NoMessage): Answer {
  if (reason === 'stay-unknown') return failure(EXIT.usage, reason, notSentText(reason));
  return failure(EXIT.failed, reason, `There is no message for this stay: ${REASONS[reason]}.`);
}

/** Opens the backend and reads what a run would read. */
export async function lookAt(context: CommandContext, config: string | undefined): Promise<Result<Looked, Answer>> {
  const opened = await openWithConfig(context, config);
  if (!opened.ok) return opened;
  const { backend, settings } = opened.value;
  const vault = await backend.pinVault();
  if (!vault.ok) return err(accessFailure(vault.error));
  const progress = createProgressLine(context.world.terminal);
  const looked = await backend
    .look({
      settingsOverride: opened.value.config === null ? null : settings,
      onProgress: (step) => progress.update(step),
      signal: new AbortController().signal,
    })
    .finally(() => progress.clear());
  if (!looked.ok) return err(accessFailure(looked.error));
  const { input, report } = looked.value;
  if (input === null) return err(reportAnswer(report, opened.value));
  return ok({ ...opened.value, vault: vault.value, input, look: lookAtMessages(input, report, vault.value) });
}

export function stayIn({ facts }: MessageLook, id: BookingId): Result<StayToTell, Answer> {
  const stay = facts.stays.find(({ bookingId }) => bookingId === id);
  return stay === undefined ? err(noMessage('stay-unknown')) : ok(stay);
}
