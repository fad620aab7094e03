/** `templates test`: a text for guests, sent to the host through Smoobu as it would be for a booking, with dots for its digits. */
import { sendTest } from '../../../app/messages/send-test.ts';
import { mainText } from '../../../../shared/i18n/main-texts.ts';
import { languageOf, ownTemplate } from '../../../../shared/messages/templates/language.ts';
import { BUILT_IN } from '../../../../shared/messages/templates/texts/built-in.ts';
import { accessFailure, answer, dryRunAnswer, failure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import { EXIT } from '../../exit-code.ts';
import { REASONS } from '../../render/messages.ts';
import type { RequestOf } from '../../request.ts';
import { confirm } from '../acts/confirm.ts';
import { lookAt, stayIn } from './messages.ts';

export async function templatesTest(context: CommandContext, request: RequestOf<'templates test'>): Promise<Answer> {
  const { name, booking, unit, config, dryRun = false, yes = false } = request;
  const looked = await lookAt(context, config);
  if (!looked.ok) return looked.error;
  const { backend, settings, look } = looked.value;
  const found = stayIn(look, booking);
  if (!found.ok) return found.error;
  const stay = found.value;
  const language = request.language ?? languageOf(stay, name, settings);
  const text = ownTemplate(settings.templates, name, language, unit ?? stay.unitId)?.text ?? BUILT_IN[language].templates[name];
  const cloud = await backend.bookingCloud();
  if (!cloud.ok) return accessFailure(cloud.error);
  const { guests } = cloud.value;
  if (guests === undefined) return failure(EXIT.usage, 'no-messages', 'The bookings’ service has no messages.');
  const line = 'Smoobu sends you this text, in the thread of the booking, where the guest does not see it.';
  if (dryRun) return dryRunAnswer([line]);
  const stopped = await confirm(context, [line], yes);
  if (stopped !== null) return stopped;
  const tested = { stay, template: { name, language, text }, hostName: settings.messages.hostName };
  const sent = await sendTest(guests, tested, mainText({ language: 'en', locale: 'en' }));
  if (sent.ok) return answer({ ok: true }, () => 'Sent. Read it in Smoobu, in the thread of the booking.');
  if (sent.error === 'no-text')
    return failure(EXIT.failed, 'different-pins', `There is no such text for this stay: ${REASONS['different-pins']}.`);
  if (sent.error.certain) return accessFailure(sent.error);
  return failure(
    EXIT.failed,
    'unclear',
    'Smoobu did not answer clearly: it may have been sent. Look into the thread of the booking before you repeat it.',
  );
}
