/** Which addresses a cloud may be reached at: https anywhere, plain http on this machine only (tests and the demo). */
import { err, ok, type Result } from '../../../shared/result.ts';

/**
 * Checks an address such as the value of LATCHKEY_SMOOBU_URL.
 * Gives the origin without a trailing slash, or the rest of a sentence that starts with the setting's name; the address
 * itself is never repeated, since someone may have put a password into it.
 */
export function parseOrigin(text: string): Result<string, string> {
  if (!URL.canParse(text)) return err('is not a complete address such as https://cloud.example');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return err('must not contain a user name or password');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return err('must start with https://');
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    return err('must start with https:// (plain http is for addresses of this computer only)');
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || /[?#]/.test(text)) {
    return err('must be the bare address, without a path or a query');
  }
  return ok(url.origin);
}

/** True for 127.0.0.0/8, ::1 and localhost, in the form the URL parser gives them. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}
