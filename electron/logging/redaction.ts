/**
 * Removes secrets from everything that is logged: pure functions, one per kind of secret. This is the last line of defence, not the first:
 * callers log ids, counts and kinds. Repetitions in the patterns are bounded wherever a long text could make them slow.
 */

export const REDACTED = '[redacted]';

/** Shorter texts are not registered: replacing them would break up unrelated words and reveal more than it hides. */
const MIN_SECRET_LENGTH = 4;

/** "Authorization: Bearer …" and tokens of the form a.b.c that begin like every JSON web token. */
export function redactBearerTokens(text: string): string {
  return text
    .replace(/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]+/gi, `$1 ${REDACTED}`)
    .replace(/\beyJ[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*)*/g, REDACTED);
}

/** Smoobu's keys begin with `usr_` (cloud-facts S1); registered keys are found whatever they look like. */
export function redactApiKeys(text: string): string {
  return text.replace(/\busr_[A-Za-z0-9_-]+/g, REDACTED);
}

/** Headers that carry a secret, as in dumps of requests: to the end of the line or the value's quote. */
export function redactHeaders(text: string): string {
  return text.replace(
    /\b(X-Signature|X-Api-Key|X-Nonce|Api-Key|Authorization|Set-Cookie|Cookie)(["']?\s*[:=]\s*)("[^"\r\n]*"?|'[^'\r\n]*'?|[^\r\n,}]+)/gi,
    `$1$2${REDACTED}`,
  );
}

/** `password=…`, `"pin": "…"`, `code: 0042`, `PIN 4821`: a word for a secret, then its value. */
export function redactNamedValues(text: string): string {
  return text
    .replace(NAMED_VALUE, (whole: string, name: string, separator: string, value: string) =>
      isErrorConstant(value) || value.startsWith(REDACTED) ? whole : `${name}${separator}${REDACTED}`,
    )
    .replace(/(?<!\b(?:status|exit|error|http|close)[\s_-])\b(pin|code|passcode)(\s+(?:is\s+|was\s+)?)\d{3,12}\b/gi, `$1$2${REDACTED}`);
}
const NAMED_VALUE =
  /(?<!\b(?:status|exit|error|http|close)[\s_-])\b((?:[a-z]{1,20}[_-]){0,3}(?:password|passwd|pwd|pin|passcode|code|secret|token|phone|mobile|guest-?name|guest_?name|client_secret|username)s?)(["']?\s*[:=]\s*)("[^"]*"?|'[^']*'?|[^\s,;&}\])]+)/gi;

/** Numbers in international form, with the usual separators. */
export function redactPhoneNumbers(text: string): string {
  return text.replace(/(?:(?<![\w.])\+|(?<![\w.-])00)[1-9](?:[\s().\-/]{0,3}\d){6,14}(?!\d)/g, '[phone]');
}

/** The address of a guest's page contains a token (cloud-facts S22): only the host name is kept. */
export function redactGuestLinks(text: string): string {
  return text.replace(/\b(https?:\/\/[^\s/"'<>]+)\/[^\s"'<>]*guest[^\s"'<>]*/gi, `$1/${REDACTED}`);
}

/** Values in the query of an address, its fragment, and a name and password before its host. */
export function redactUrls(text: string): string {
  return text.replace(/\b([a-z][a-z0-9+.-]{0,20}:\/\/)([^\s"'<>]*)/gi, (_whole, scheme: string, rest: string) => {
    const [beforeFragment = '', ...fragment] = rest.split('#');
    const [address = '', ...query] = beforeFragment.split('?');
    const host = address.replace(/^[^/]*@/, `${REDACTED}@`);
    const values = query.join('?').replace(/=[^&]*/g, `=${REDACTED}`);
    return `${scheme}${host}${query.length > 0 ? `?${values}` : ''}${fragment.length > 0 ? `#${REDACTED}` : ''}`;
  });
}

/** Mail addresses may be guests'; the domain stays. */
export function redactMailAddresses(text: string): string {
  return text.replace(/[A-Za-z0-9._%+-]{1,64}@(?=[A-Za-z0-9-]{1,63}\.[A-Za-z0-9-])/g, `${REDACTED}@`);
}

/** Every occurrence of the given forms of the registered secrets. */
export function redactExact(text: string, secrets: readonly string[]): string {
  let result = text;
  for (const secret of secrets) result = result.replaceAll(secret, REDACTED);
  return result;
}

/** The forms of each secret: as it is, and as in addresses, JSON, base64 and web forms. Longest first, so that a form that contains another leaves no rest. */
export function secretForms(secrets: Iterable<string>): readonly string[] {
  const forms = new Set<string>();
  for (const secret of secrets) {
    const trimmed = secret.trim();
    if (trimmed.length < MIN_SECRET_LENGTH) continue;
    for (const form of [
      secret,
      trimmed,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret.toWellFormed()),
      formEncode(secret),
      base64(secret),
    ]) {
      if (form.length >= MIN_SECRET_LENGTH) forms.add(form);
    }
  }
  return [...forms].sort((left, right) => right.length - left.length || (left < right ? -1 : 1));
}
function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '');
}

/** All of the above on one text. */
export function redactText(text: string, forms: readonly string[]): string {
  const exact = redactExact(text, forms);
  const rules = [
    redactGuestLinks,
    redactUrls,
    redactHeaders,
    redactBearerTokens,
    redactApiKeys,
    redactNamedValues,
    redactPhoneNumbers,
    redactMailAddresses,
  ];
  return rules.reduce((current, rule) => rule(current), exact);
}

/** Whether a field of this name contains a secret, whatever its value looks like. Names in any spelling: apiKey, api-key, api_key, APIKey. */
export function isSecretField(name: string, value: unknown): boolean {
  const words = wordsOf(name);
  if (!SECRET_WORDS.test(words)) return false;
  // The log is for counts, ids and booleans: lockId, codeId, pinLength, hasToken.
  if (typeof value === 'boolean' || value === null || value === undefined) return false;
  if (typeof value === 'number' && HARMLESS_NUMBERS.test(words)) return false;
  // Errors of the platform have a code too (ECONNREFUSED), and so do responses (statusCode).
  if (/\bcode$/.test(words)) return !(HARMLESS_CODES.test(words) || (typeof value === 'string' && isErrorConstant(value)));
  return true;
}

const SECRET_WORDS =
  /\b(?:(?:password|passwd|pwd|pin|passcode|code|secret|token|phone|mobile|guest|authorization|cookie|signature)s?|jwt|bearer|nonce|e?mail|username|credentials?|firstname|lastname|digits)\b|(?:api|pin|private)-key|guest-app|(?:first|last)-name/;
const HARMLESS_NUMBERS = /\b(?:ids?|count|length|kind|ms|seconds|attempts?|total|index|bytes)$/;
const HARMLESS_CODES = /\b(?:status|exit|error|http|close)-code$/;

function isErrorConstant(value: string): boolean {
  return /^["']?(?:E[A-Z][A-Z0-9]+|(?:ERR|UND_ERR|SQLITE)_[A-Z0-9_]+)["']?$/.test(value);
}

/** "guest-app-url" for guestAppUrl. */
function wordsOf(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
