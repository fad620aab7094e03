/** The Keys signs people in by their phone number in international form; users type it in many others. */

/**
 * Brings a phone number to "+" and 7 to 15 digits: "06 12 34 56 78" is taken as French, "0033…" as "+33…".
 * Spaces, dots, dashes, slashes and parentheses are dropped, the trunk zero of "+33 (0)6…" too. Null for anything else: without "+", "00" or
 * a French leading zero, the country would be a guess.
 * The Keys' user names have this form (cloud-facts K3).
 */
export function normalisePhone(text: string): string | null {
  const digits = text
    .trim()
    .replace(/\(\s*0\s*\)/gu, '')
    .replace(/[\s().\-/\u2010-\u2015]/gu, '');
  const international = digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
  if (/^0[1-9]\d{8}$/.test(international)) return `+33${international.slice(1)}`;
  const withoutTrunkZero = international.replace(/^\+330(?=\d{9}$)/, '+33');
  return /^\+[1-9]\d{6,14}$/.test(withoutTrunkZero) ? withoutTrunkZero : null;
}
