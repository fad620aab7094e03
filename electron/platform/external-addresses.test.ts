import { describe, expect, it } from 'vitest';
import { EXTERNAL_ADDRESSES, externalLink } from './external-addresses.ts';

describe('external links', () => {
  it('are https, and written as a browser reads them', () => {
    for (const address of EXTERNAL_ADDRESSES) {
      expect(new URL(address).protocol).toBe('https:');
      expect(new URL(address).href).toBe(address);
      expect(externalLink(address)).toBe(address);
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
  ])('do not open %s', (url) => expect(externalLink(url)).toBeNull());
});
