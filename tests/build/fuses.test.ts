/** The packaged program's fuses: all that weaken it are off, all that protect it are on. */
import { expect, it } from 'vitest';
import { FUSES } from '../../build/fuses.ts';

it('allows no code besides the archive', () => {
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
