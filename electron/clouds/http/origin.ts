/** Which addresses may be reached: https anywhere, plain http to clouds on this computer (tests and the demo), and to a watchdog in a private network. */

/** The origin of a bare address, without a path, query or password; null for any other text. */
export function readOrigin(text: string, mayBePlain: (hostname: string) => boolean = isLoopback): string | null {
  if (!URL.canParse(text) || /[?#]/.test(text)) return null;
  const { protocol, hostname, pathname, username, password, origin } = new URL(text);
  if (pathname !== '/' || username !== '' || password !== '') return null;
  return protocol === 'https:' || (protocol === 'http:' && mayBePlain(hostname)) ? origin : null;
}

/** 127.0.0.0/8, ::1 and localhost, in the form the URL parser gives them. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** This computer, RFC 1918, unique local IPv6 addresses, and names that only the local network resolves, in the form the URL parser gives them. */
export function isPrivateHost(hostname: string): boolean {
  return (
    isLoopback(hostname) ||
    /^(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2}$/.test(hostname) ||
    /^\[f[cd][\da-f]{2}:/.test(hostname) ||
    hostname.endsWith('.local')
  );
}
