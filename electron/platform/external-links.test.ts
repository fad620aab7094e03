import { describe, expect, it } from 'vitest';
import { EXTERNAL_LINKS, openExternalLink } from './external-links.ts';

function opened(url: string): string[] {
  const addresses: string[] = [];
  const shell = { openExternal: (address: string) => Promise.resolve(void addresses.push(address)) };
  openExternalLink(url, shell, { log: () => {} });
  return addresses;
}

describe('external links', () => {
  it('are https addresses in normal form, and are opened', () => {
    for (const address of EXTERNAL_LINKS) {
      expect(new URL(address).protocol).toBe('https:');
      expect(new URL(address).href).toBe(address);
      expect(opened(address)).toEqual([address]);
    }
  });

  it.each([
    'https://login.smoobu.com/?next=https://elsewhere.example',
    'https://login.smoobu.com@elsewhere.example/',
    'https://login.smoobu.com.elsewhere.example/',
    'http://login.smoobu.com/',
    'HTTPS://LOGIN.SMOOBU.COM/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '',
  ])('do not open %s', (url) => expect(opened(url)).toEqual([]));
});
