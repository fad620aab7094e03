/** A phone number as it may be shown: enough to tell two accounts apart, too little to call. */

const SHOWN_DIGITS = 2;

/** "+33 •••••••00"; other texts keep only their last two characters. */
export function maskPhone(phone: string): string {
  const compact = phone.replaceAll(/[\s().-]/gu, '');
  const country = /^\+\d{2}/.exec(compact)?.[0] ?? '';
  const hidden = Math.max(compact.length - country.length - SHOWN_DIGITS, 0);
  return `${country === '' ? '' : `${country} `}${'•'.repeat(Math.min(hidden, 12))}${compact.slice(-SHOWN_DIGITS)}`;
}
