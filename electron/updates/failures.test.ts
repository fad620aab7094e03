import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UPDATE_FAILURES } from '../app/ports/updates.ts';
import { failureOf } from './failures.ts';

const coded = (code: string): Error => Object.assign(new Error("the library's message"), { code });

it.each([
  ['ECONNREFUSED', 'unreachable', 'interrupted'],
  ['ENOTFOUND', 'unreachable', 'interrupted'],
  ['ETIMEDOUT', 'unreachable', 'interrupted'],
  ['ECONNRESET', 'unreachable', 'interrupted'],
  ['CERT_HAS_EXPIRED', 'unreachable', 'interrupted'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unreachable', 'interrupted'],
  ['HTTP_ERROR_500', 'unreachable', 'interrupted'],
  ['ERR_CHECKSUM_MISMATCH', 'checksum', 'checksum'],
  ['ERR_UPDATER_INVALID_SIGNATURE', 'signature', 'signature'],
  ['ENOSPC', 'disk', 'disk'],
  ['something else', 'bad-feed', 'interrupted'],
])('%s', (code, whileChecking, whileDownloading) => {
  expect([failureOf(coded(code), 'check'), failureOf(coded(code), 'download')]).toEqual([whileChecking, whileDownloading]);
});

it('returns a failure for anything that is thrown', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom('check' as const, 'download' as const), (thrown, during) => {
      expect(UPDATE_FAILURES).toContain(failureOf(thrown, during));
    }),
  );
});
