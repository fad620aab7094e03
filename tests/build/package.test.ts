/**
 * Packages the program without Electron's binary: electron-builder runs offline on a stand-in distribution, in a project with many files
 * that must not be included. Then tests what is inside, and whether it starts.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, normalize, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackageWithOptions, extractAll, extractFile, listPackage, statFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FUSES } from '../../build/fuses.ts';
import { launchHost } from '../host/host.ts';
import { judgeLog } from '../smoke/packed-program.ts';
import type { LogVerdict } from '../smoke/packed-program.ts';
import { withOneByteChanged } from '../smoke/protections.ts';
import { makeStandinDistribution } from './standin-distribution.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const VERSIONS = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string; devDependencies: { electron: string } };

/** A D-Bus address without a server, so that the tests do not read the developer's keychain. */
const NO_BUS = 'unix:path=/nonexistent/latchkey-tests';

/** What the packed preload exposes to the page. */
interface Bridge {
  readonly latchkey: { readonly call: (name: string, payload: unknown) => Promise<string> };
}

const folder = mkdtempSync(join(tmpdir(), 'latchkey-package-'));
const project = join(folder, 'project');
const unpacked = join(folder, 'release', 'linux-unpacked');
const resources = join(unpacked, 'resources');
const archive = join(resources, 'app.asar');

/** Files that a wrong pattern would include. */
const STRAYS = [
  'electron/main.ts',
  'shared/secret.ts',
  'renderer/root.tsx',
  'tests/app.test.ts',
  'docs/architecture.md',
  '.env',
  'notes.txt',
  'coverage/index.html',
  'node_modules/preact/package.json',
  'node_modules/preact/index.js',
  'node_modules/undici/index.js',
  'node_modules/vitest/index.js',
  'out/demo-notes.js',
  'out/main.js.map',
  'out/main.ts',
  'out/chunks/cli.js.map',
  'out/renderer/assets/index.js.map',
  'out/screenshots/home.png',
  'release/old/app.asar',
];

/** A project with everything that is packed, and the strays. */
function makeProject(): void {
  const taken = ['package.json', 'electron-builder.yml', 'LICENSE', 'THIRD_PARTY_NOTICES', 'build', 'out', 'node_modules/keytar'];
  for (const path of taken) cpSync(join(ROOT, path), join(project, path), { recursive: true });
  for (const path of STRAYS) {
    mkdirSync(join(project, path, '..'), { recursive: true });
    writeFileSync(join(project, path), 'stays out');
  }
}

function pack(): string {
  const distribution = join(folder, 'electron');
  const { electron } = VERSIONS.devDependencies;
  makeStandinDistribution(distribution, electron);
  const packager = require.resolve('electron-builder/cli.js');
  const options = [`electronDist=${distribution}`, `electronVersion=${electron}`, `directories.output=${join(folder, 'release')}`];
  const args = ['--linux', 'dir', '--x64', '--publish', 'never', '--projectDir', project, ...options.map((option) => `-c.${option}`)];
  // A proxy without a server: any download fails.
  const nowhere = 'http://127.0.0.1:9';
  const env = { ...process.env, HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, ELECTRON_BUILDER_CACHE: join(folder, 'cache') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [packager, ...args], { cwd: project, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The packager ended with ${status}:\n${stdout}${stderr}`);
  return stdout + stderr;
}

const inArchive = (): string[] => listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
const isFile = (path: string): boolean => !('files' in statFile(archive, normalize(path)));
const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
    );

/** The chunks that a bundle imports. The hash in their names distinguishes them from examples in comments. */
function importsOf(paths: readonly string[], read: (path: string) => string): string[] {
  return paths.flatMap((path) =>
    [...read(path).matchAll(/(?:from |import\()"(\.\.?\/[^"]+-[\w-]{8}\.js)"/g)].map(([, name = '']) =>
      posix.join(posix.dirname(path), name),
    ),
  );
}

let output = '';
beforeAll(() => {
  makeProject();
  output = pack();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed program', () => {
  it('is packed without warnings', () => {
    expect(output.split('\n').filter((line) => /warn|error|deprecat/i.test(line))).toEqual([]);
  });

  it('contains what runs, and nothing else', () => {
    const files = inArchive().filter(isFile);
    const expected = [
      ...['main.js', 'preload.cjs', 'renderer/index.html'].map((name) => `out/${name}`),
      ...['package.json', 'lib/keytar.js', 'prebuilds/linux-x64/keytar.node'].map((name) => `node_modules/keytar/${name}`),
      'package.json',
    ];
    expect(
      files
        .filter(
          (path) => !/^out\/(main\/[\w-]+\.js|renderer\/assets\/[^/]+\.(js|css|svg|png|woff2)|icons\/(app|tray)\/[^/]+\.png)$/.test(path),
        )
        .sort(),
    ).toEqual(expected.sort());
    expect(files.filter((path) => path.startsWith('out/renderer/assets/')).length).toBeGreaterThanOrEqual(2);
    expect(files).toContain('out/icons/tray/idleTemplate@2x.png');
  });

  it('contains everything that its modules import, dynamic imports included', () => {
    const paths = new Set(inArchive());
    const wanted = importsOf(
      [...paths].filter((path) => /^out\/main(\/.+)?\.js$/.test(path)),
      (path) => extractFile(archive, normalize(path)).toString(),
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((path) => !paths.has(path))).toEqual([]);
    const cli = join(resources, 'cli');
    const beside = filesBelow(cli);
    const wantedByCli = importsOf(
      beside.filter((path) => /^(cli|chunks\/.+)\.js$/.test(path)),
      (path) => readFileSync(join(cli, path), 'utf8'),
    );
    expect(wantedByCli.length).toBeGreaterThan(10);
    expect(wantedByCli.filter((path) => !beside.includes(path))).toEqual([]);
  });

  it('has only keytar’s binary for this target outside the archive', () => {
    expect(filesBelow(`${archive}.unpacked`)).toEqual(['node_modules/keytar/prebuilds/linux-x64/keytar.node']);
    // The same as the one npm installed; without libsecret neither loads.
    const load = (path: string): unknown => {
      try {
        return Object.keys(require(path) as object).sort();
      } catch (error) {
        return String(error).replaceAll(path, 'it');
      }
    };
    const binary = 'node_modules/keytar/prebuilds/linux-x64/keytar.node';
    expect(load(join(`${archive}.unpacked`, binary))).toEqual(load(join(ROOT, binary)));
  });

  it('has a manifest without anything about building', () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>;
    const set = Object.fromEntries(Object.entries(manifest).filter(([, value]) => value !== null));
    expect(set).toEqual({
      name: 'latchkey',
      productName: 'Latchkey',
      desktopName: 'latchkey.desktop',
      version: VERSIONS.version,
      description: expect.any(String) as string,
      author: expect.any(Object) as object,
      homepage: expect.any(String) as string,
      license: 'MIT',
      private: true,
      type: 'module',
      main: 'out/main.js',
    });
  });

  it('stays small: an unneeded library or image exceeds the limit', () => {
    // Main has about 3 MB with its libraries, unminified for readable stack traces; the icons have half a megabyte.
    expect(statSync(archive).size).toBeLessThan(6_000_000);
    expect(filesBelow(join(resources, 'cli')).reduce((sum, path) => sum + statSync(join(resources, 'cli', path)).size, 0)).toBeLessThan(
      6_000_000,
    );
  });

  it('has the command line, the licences and the languages beside it', () => {
    const beside = filesBelow(resources).filter((path) => !path.startsWith('app.asar'));
    const cli = [
      'cli.js',
      'package.json',
      ...['lib/keytar.js', 'package.json', 'prebuilds/linux-x64/keytar.node'].map((path) => `node_modules/keytar/${path}`),
    ];
    const expected = ['LICENSE', 'THIRD_PARTY_NOTICES', ...cli.map((path) => `cli/${path}`)];
    expect(beside.filter((path) => !/^cli\/chunks\/[\w-]+\.js$/.test(path)).sort()).toEqual(expected.sort());
    expect(beside.some((path) => path.includes('demo'))).toBe(false);
    expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['de.pak', 'en-GB.pak', 'en-US.pak', 'fr.pak', 'pl.pak']);
    for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) expect(existsSync(join(unpacked, name)), name).toBe(true);
  });

  it('has the fuses of build/fuses.ts', async () => {
    const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(join(unpacked, 'latchkey'))) };
    const state = (name: string): unknown => wire[FuseV1Options[`${name[0]?.toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options]];
    const read = Object.fromEntries(Object.keys(FUSES).map((name) => [name, state(name) === '1'.charCodeAt(0)]));
    expect(read).toEqual(FUSES);
  });
});

/** How far the program comes from inside an archive, with its demo. */
async function journey(from: string): Promise<string> {
  const home = mkdtempSync(join(folder, 'start-'));
  const options = { kind: 'standin', main: join(from, 'out', 'main.js'), profile: join(home, 'profile'), isPackaged: true } as const;
  const env = { DBUS_SESSION_BUS_ADDRESS: NO_BUS, TMPDIR: home, TEMP: home, TMP: home };
  const host = await launchHost({ ...options, args: ['--demo'], env }).catch(() => null);
  if (host === null) return 'not started';
  const verdict = (): LogVerdict => {
    const [log] = globSync(join(home, 'latchkey-demo-*', 'logs', 'latchkey.log'));
    return judgeLog(log === undefined ? '' : readFileSync(log, 'utf8'), VERSIONS.version);
  };
  try {
    await vi.waitFor(() => expect(verdict().kind).not.toBe('waiting'), { timeout: 30_000, interval: 50 });
    const ended = verdict();
    if (ended.kind === 'broken') return ended.because;
    const image = (await host.tray())?.image;
    if (image === undefined || image.isEmpty) return 'no icon';
    expect(image.path?.startsWith(join(from, 'out', 'icons'))).toBe(true);
    // The page and what it loads are in the archive, too, and the bridge is the packed preload.
    const page = await host.page(15_000);
    await page.locator('h1').first().waitFor({ timeout: 15_000 });
    const snapshot = await page.evaluate(() => (window as unknown as Bridge).latchkey.call('snapshot.get', null));
    expect(JSON.parse(snapshot)).toMatchObject({ value: { version: VERSIONS.version } });
    expect(host.pageOutput()).toEqual([]);
    return 'synced';
  } finally {
    await host.quit().catch(() => host.kill());
  }
}

describe('started', () => {
  it('the packed main runs from inside its archive: tray, window, and a sync of the demo', async () => {
    expect(await journey(archive)).toBe('synced');
  }, 60_000);

  /** The archive without one file, or with one byte of it changed. */
  async function altered(name: string, how: { readonly without: string } | { readonly changed: string }): Promise<string> {
    const files = join(folder, name);
    const copy = join(folder, `${name}-resources`, 'app.asar');
    extractAll(archive, files);
    if ('without' in how) {
      for (const path of globSync(how.without, { cwd: files })) rmSync(join(files, path), { recursive: true });
      await createPackageWithOptions(files, copy, { unpack: '**/keytar.node' });
    } else {
      cpSync(join(resources, 'app.asar'), copy);
      writeFileSync(copy, withOneByteChanged(readFileSync(copy), readFileSync(join(files, how.changed))));
    }
    return copy;
  }

  it.each([
    ['no-page', { without: 'out/renderer/index.html' }, 'start failed'],
    ['no-preload', { without: 'out/preload.cjs' }, 'loading the preload script failed'],
    ['no-chunk', { without: 'out/main/demo-stores-*.js' }, 'start failed'],
    ['no-icons', { without: 'out/icons/tray' }, 'no icon'],
    ['no-manifest', { without: 'package.json' }, 'not started'],
    ['another-main', { changed: 'out/main.js' }, 'not started'],
  ] as const)(
    'does not, with %s',
    async (name, how, outcome) => {
      expect(await journey(await altered(name, how))).toBe(outcome);
    },
    60_000,
  );

  it('the packed command line runs in plain Node', () => {
    const { PATH, SystemRoot } = process.env;
    const env = { PATH, SystemRoot, LATCHKEY_HOME: join(folder, 'cli-home'), DBUS_SESSION_BUS_ADDRESS: NO_BUS };
    const run = (...words: readonly string[]): { readonly status: number | null; readonly text: string } => {
      const args = ['--disable-warning=ExperimentalWarning', join(resources, 'cli', 'cli.js'), ...words];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
      return { status, text: stdout + stderr };
    };
    expect(run('--version')).toEqual({ status: 0, text: `${VERSIONS.version}\n` });
    expect(run('--help').text).toContain('Usage: latchkey');
    // Elsewhere it would read the developer's keychain.
    if (process.platform === 'linux') expect(run('doctor').text).toMatch(/keychain/i);
  });
});
