/** The hint below the phone number while it is typed. Pure; the number is read as for the sign-in. */
import { normalisePhone } from '../../../shared/phone.ts';

export type PhoneHint = { readonly kind: 'forms' } | { readonly kind: 'used'; readonly phone: string } | { readonly kind: 'unclear' };

/** From so many digits on, the number may be complete. */
const ENOUGH_DIGITS = 10;

/** `isDone`: the user has left the field, so that its content is final. */
export function phoneHint(text: string, isDone: boolean): PhoneHint {
  if (text.trim() === '') return { kind: 'forms' };
  const phone = normalisePhone(text);
  if (phone !== null) return { kind: 'used', phone };
  const digits = text.replaceAll(/\D/gu, '').length;
  return isDone || digits >= ENOUGH_DIGITS ? { kind: 'unclear' } : { kind: 'forms' };
}
