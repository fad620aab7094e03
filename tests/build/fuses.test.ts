/** The packaged program's fuses: every one that opens it is off, every one that closes it is on. */
import { expect, it } from 'vitest';
import { FUSES } from '../../build/fuses.ts';

it('leaves no way in besides the archive', () => {
  expect(FUSES).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
    enableCookieEncryption: false,
  });
});
