/** Which addresses a cloud may be reached at: https anywhere, plain http on this computer only (tests and the demo). */

/** The origin of a bare address, without a path, query or password; null for any other text. */
export function readOrigin(text: string): string | null {
  if (!URL.canParse(text) || /[?#]/.test(text)) return null;
  const { protocol, hostname, pathname, username, password, origin } = new URL(text);
  if (pathname !== '/' || username !== '' || password !== '') return null;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)) ? origin : null;
}

/** 127.0.0.0/8, ::1 and localhost, in the form the URL parser gives them. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
