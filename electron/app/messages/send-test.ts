/** A text for guests as a test to the host: for a real stay, with dots in place of the PIN. */
import type { CloudFailure } from '../../../shared/errors.ts';
import type { Template } from '../../../shared/domain/told.ts';
import type { MainText } from '../../../shared/i18n/main-texts.ts';
import { previewText } from '../../../shared/messages/templates/preview-text.ts';
import type { StayInText } from '../../../shared/messages/templates/values.ts';
import { err } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import type { GuestMessages } from '../ports/clouds.ts';

export interface TestText {
  readonly stay: StayInText;
  readonly template: Omit<Template, 'version' | 'unitId'>;
  readonly hostName: string;
}

/** `no-text`: the doors of this stay need different digits, and the text has a single PIN. */
export async function sendTest(
  guests: Pick<GuestMessages, 'sendToHost'>,
  { stay, template, hostName }: TestText,
  text: MainText,
): Promise<Result<null, CloudFailure | 'no-text'>> {
  const shown = previewText(stay, template, hostName);
  if (shown === null) return err('no-text');
  return guests.sendToHost(stay.bookingId, new Secret(`${text('host.test')}\n\n${shown}`));
}
