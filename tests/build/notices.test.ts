/** The licences of shipped packages: both files match what the bundles contain, and all licences are allowed. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { packageFolder } from '../../build/notices/bundled.ts';
import { acceptedLicence, describePackage, shippedPackages } from '../../build/notices/licences.ts';
import { SHIPPED_LICENCES } from '../../shared/licences.ts';
import { LIST_FILE, listSource, NOTICES_FILE, noticesText } from '../../build/notices/texts.ts';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Line ends may differ in a checkout on Windows. */
const read = (file: string): string => readFileSync(file, 'utf8').replaceAll('\r\n', '\n');

describe('the notices', () => {
  it('are up to date (if not: `npm run notices`)', { timeout: 60_000 }, async () => {
    // As in a build; the test runner sets another value.
    vi.stubEnv('NODE_ENV', 'production');
    const shipped = await shippedPackages();
    expect(read(NOTICES_FILE)).toBe(noticesText(shipped));
    expect(read(LIST_FILE)).toBe(await listSource(shipped));
    expect(SHIPPED_LICENCES).toEqual(shipped.map(({ name, version, licence }) => ({ name, version, licence })));
    const names = shipped.map(({ name }) => name);
    // One from each origin: window, main, command line, outside the bundles, inside another package, bundler.
    const some = ['preact', 'undici', 'commander', '@github/keytar', 'electron', 'Chromium', 'llhttp', 'Public Suffix List', 'rolldown'];
    expect(names).toEqual(expect.arrayContaining(some));
    for (const name of ['typescript', 'vitest', 'electron-builder', 'type-fest', '@types/node']) expect(names).not.toContain(name);
  });

  it('accept only allowed licences', () => {
    expect(['MIT', '(MIT OR CC0-1.0)', 'GPL-3.0 OR ISC'].map(acceptedLicence)).toEqual(['MIT', 'MIT', 'ISC']);
    for (const stated of ['GPL-3.0', 'MIT AND GPL-2.0', 'UNLICENSED', 'SEE LICENSE IN LICENSE', '', undefined, { type: 'MIT' }])
      expect(acceptedLicence(stated)).toBeNull();
  });

  it('reject a package with another licence, and one without a licence text', () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-notices-'));
    const make = (name: string, license: string, files: readonly string[]): string => {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ name, version: '1.0.0', license }));
      for (const file of files) writeFileSync(join(folder, name, file), `text of ${file}\r\n`);
      return join(folder, name);
    };
    try {
      expect(() => describePackage(make('copyleft', 'GPL-3.0', ['LICENSE']))).toThrow('copyleft 1.0.0 is under "GPL-3.0"');
      expect(() => describePackage(make('textless', 'MIT', ['README.md']))).toThrow('no text of its licence');
      expect(describePackage(make('fine', 'Apache-2.0', ['NOTICE', 'licence.txt'])).text).toBe('text of NOTICE\n\ntext of licence.txt');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('find the package of a module, wherever it is installed', () => {
    expect(packageFolder('/a/node_modules/yaml/dist/index.js')).toEqual(['/a/node_modules/yaml']);
    expect(packageFolder('\0/a/node_modules/ajv/dist/ajv.js?commonjs-es-import')).toEqual(['/a/node_modules/ajv']);
    expect(packageFolder('C:\\a\\node_modules\\one\\node_modules\\@two\\three\\index.js')).toEqual([
      'C:\\a\\node_modules\\one\\node_modules\\@two\\three',
    ]);
    expect(packageFolder('\0rolldown/runtime.js')).toEqual([join(MODULES, 'rolldown')]);
    expect(packageFolder('/a/electron/main.ts')).toEqual([]);
  });
});
