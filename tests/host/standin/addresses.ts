/**
 * Chromium outside Electron cannot load `app://`, and Playwright cannot route it. So the browser loads `app://bundle/index.html` as
 * `https://app--bundle.standin.invalid/index.html`: a secure origin of its own, as in Electron, with a host name that never resolves.
 */
const SUFFIX = '.standin.invalid';
const WEB = new Set(['http', 'https', 'ws', 'wss', 'about', 'data', 'blob', 'chrome-error', 'file', 'javascript', 'mailto']);

export function toBrowserAddress(address: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(address);
  const scheme = match?.[1]?.toLowerCase();
  if (match === null || scheme === undefined || WEB.has(scheme)) return address;
  const [, , host = '', rest = ''] = match;
  return `https://${scheme}--${host === '' ? 'none' : host.toLowerCase()}${SUFFIX}${/^[?#]/.test(rest) ? `/${rest}` : rest}`;
}

export function toAppAddress(address: string): string {
  return address.replace(
    /^(?:blob:)?https:\/\/([a-z][a-z0-9+.]*)--([a-z0-9.-]+?)\.standin\.invalid(?::443)?(?=[/?#]|$)/i,
    (whole, scheme: string, host: string) => `${whole.startsWith('blob:') ? 'blob:' : ''}${scheme}://${host === 'none' ? '' : host}`,
  );
}

/** Electron's `frame.origin`: scheme and host of a standard scheme, else "null". */
export function originOf(address: string): string {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)/i.exec(address);
  return match?.[1]?.toLowerCase() ?? 'null';
}

/** Replaces the app's addresses in a header's value, such as the sources of a content policy. */
export function headerToBrowser(value: string, schemes: ReadonlySet<string>): string {
  let result = value;
  for (const scheme of schemes) {
    result = result.replaceAll(new RegExp(`\\b${scheme}://[a-z0-9.-]+`, 'gi'), (address) => toBrowserAddress(address));
    result = result.replaceAll(new RegExp(`(?<=^|[\\s;])${scheme}:(?=$|[\\s;])`, 'gi'), `https://*${SUFFIX}`);
  }
  return result;
}
