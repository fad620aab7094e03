/** electron-builder's configuration for every system: it is valid, and what it names exists. */
import { flipFuses } from '@electron/fuses';
import type { FuseConfig } from '@electron/fuses';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { FUSES } from '../../build/fuses.ts';
import { windowsIdentity } from '../../electron/platform/windows-identity.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FILE = join(ROOT, 'electron-builder.yml');

interface FileSet {
  readonly from: string;
  readonly to: string;
  readonly filter: readonly string[];
}
interface PlatformSection {
  readonly target: readonly (string | { readonly target: string; readonly arch: string })[];
  readonly icon: string;
  readonly files: readonly FileSet[];
  readonly extraResources: readonly FileSet[];
}
interface Configuration {
  readonly appId: string;
  readonly productName: string;
  readonly electronFuses: unknown;
  readonly electronLanguages: readonly string[];
  readonly fileAssociations?: unknown;
  readonly nsis: Readonly<Record<string, unknown>>;
  readonly mac: PlatformSection & Readonly<Record<'entitlements' | 'entitlementsInherit' | 'hardenedRuntime' | 'x64ArchFiles', unknown>>;
  readonly win: PlatformSection;
  readonly linux: PlatformSection;
  readonly deb: { readonly depends: readonly string[] };
  readonly rpm: { readonly depends: readonly string[] };
}
const configuration = parse(readFileSync(FILE, 'utf8')) as Configuration;

// A dependency of electron-builder, resolved from there.
const fromPackager = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { validateConfiguration } = fromPackager('app-builder-lib/out/util/config/config') as {
  validateConfiguration: (candidate: unknown, log: { readonly isEnabled: boolean }) => Promise<void>;
};

const { PlatformPackager } = fromPackager('app-builder-lib') as {
  PlatformPackager: { readonly prototype: { generateFuseConfig: (this: void, fuses: unknown) => Promise<unknown> } };
};

const { default: AppImageTarget } = fromPackager('app-builder-lib/out/targets/appimage/AppImageTarget') as {
  default: new (...given: unknown[]) => { readonly desktopEntry: { readonly value: Promise<string> } };
};

describe('electron-builder.yml', () => {
  it('follows the schema, for every system', async () => {
    await expect(validateConfiguration(structuredClone(configuration), { isEnabled: false })).resolves.toBeUndefined();
    for (const mistake of [{ nsis: { ...configuration.nsis, oneclick: true } }, { mac: { ...configuration.mac, arch: 'universal' } }])
      await expect(validateConfiguration({ ...structuredClone(configuration), ...mistake }, { isEnabled: false })).rejects.toThrow();
  });

  it('sets the fuses of build/fuses.ts', () => {
    expect(configuration.electronFuses).toEqual({ ...FUSES, resetAdHocDarwinSignature: true });
  });

  it.skipIf(process.platform === 'win32')(
    'signs the Mac program ad hoc after the fuses, as without a certificate nothing else does',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'latchkey-fuses-'));
      const framework = join(folder, 'Latchkey.app/Contents/Frameworks/Electron Framework.framework/Electron Framework');
      mkdirSync(dirname(framework), { recursive: true });
      // The sentinel by which the wire is found, its version and length, and as many fuses as Electron has.
      writeFileSync(framework, `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009${'0'.repeat(9)}`);
      const calls = join(folder, 'calls');
      writeFileSync(join(folder, 'codesign'), `#!/bin/sh\necho "$@" >> '${calls}'\ncksum < '${framework}' >> '${calls}'\n`, {
        mode: 0o755,
      });
      vi.stubEnv('PATH', `${folder}:${String(process.env.PATH)}`);
      const generate = PlatformPackager.prototype.generateFuseConfig;
      await flipFuses(join(folder, 'Latchkey.app'), (await generate(configuration.electronFuses)) as FuseConfig);
      vi.unstubAllEnvs();
      const [signed = '', sumThen] = readFileSync(calls, 'utf8').split('\n');
      expect(signed).toMatch(/^--sign - --force .*--deep .*Latchkey\.app$/);
      // Nothing was changed after it was signed.
      expect(execFileSync('sh', ['-c', `cksum < '${framework}'`], { encoding: 'utf8' }).trim()).toBe(sumThen);
      rmSync(folder, { recursive: true });
    },
  );

  it('has the app id that main sets on Windows', () => {
    expect(windowsIdentity('installer')).toMatchObject({ appUserModelId: configuration.appId, name: configuration.productName });
  });

  it('builds the documented installers of each system', () => {
    expect(configuration.win.target).toEqual(['nsis', 'portable']);
    expect(configuration.mac.target).toEqual(['dmg', 'zip'].map((target) => ({ target, arch: 'universal' })));
    expect(configuration.linux.target).toEqual(['AppImage', 'deb', 'rpm']);
    expect(configuration.fileAssociations).toBeUndefined();
  });

  it('installs for the current user, and keeps settings and history when uninstalled', () => {
    expect(configuration.nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false });
  });

  it('entitles the hardened program to compile JavaScript only', () => {
    expect(configuration.mac).toMatchObject({ hardenedRuntime: true, entitlementsInherit: configuration.mac.entitlements });
    const entitlements = readFileSync(join(ROOT, String(configuration.mac.entitlements)), 'utf8');
    expect([...entitlements.matchAll(/<key>(.+?)<\/key>/g)].map(([, key]) => key)).toEqual(['com.apple.security.cs.allow-jit']);
  });

  it('starts the AppImage with its sandbox, wherever the system allows one', async () => {
    const packager = { platformSpecificBuildOptions: configuration.linux, config: configuration, appInfo: { buildVersion: '1' } };
    const helper = { computeDesktopEntry: (_options: unknown, command: string) => command };
    expect(await new AppImageTarget('', packager, helper, '').desktopEntry.value).toBe('AppRun %U');
  });

  it('depends on the libraries of the keychain', () => {
    expect(configuration.deb.depends).toContain('libsecret-1-0');
    expect(configuration.rpm.depends.join(' ')).toContain('libsecret');
  });

  it('includes keytar’s binary for every architecture, for the program and for the command line', () => {
    const built = { win: ['x64', 'arm64'], mac: ['x64', 'arm64'], linux: ['x64', 'arm64'] } as const;
    for (const system of ['win', 'mac', 'linux'] as const) {
      const [own] = configuration[system].files;
      const [ofCli] = configuration[system].extraResources;
      expect(ofCli).toEqual({ ...own, to: 'cli/node_modules/keytar' });
      expect(own?.filter).toHaveLength(1);
      for (const arch of built[system]) {
        const binary = String(own?.filter[0]).replace('${arch}', arch).replace('{x64,arm64}', arch);
        expect(existsSync(join(ROOT, 'node_modules/keytar', binary)), binary).toBe(true);
      }
    }
  });

  it('names icons that exist', () => {
    const render = readFileSync(join(ROOT, 'build/icons/render.ts'), 'utf8');
    expect([configuration.win.icon, configuration.mac.icon, configuration.linux.icon]).toEqual([
      'out/icons/app.ico',
      'out/icons/app.icns',
      'out/icons/app',
    ]);
    for (const name of ['app.ico', 'app.icns']) expect(render).toContain(`'${name}'`);
  });
});
