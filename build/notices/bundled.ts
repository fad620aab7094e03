/** Lists the packages in the bundles: each bundle is built in memory and its modules are read. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const CONFIGURATIONS = ['headless', 'main', 'preload', 'renderer'];
const BUILD = fileURLToPath(new URL('..', import.meta.url));
const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Modules that the bundler adds, by the start of their id. */
const HELPERS: Readonly<Record<string, string>> = { '\0rolldown/': 'rolldown', '\0vite/': 'vite' };

/** Folders of the packages, without those whose code was removed as unused. */
export async function bundledPackages(): Promise<readonly string[]> {
  const kept = await Promise.all(CONFIGURATIONS.map(keptModules));
  return [...new Set(kept.flat().flatMap(packageFolder))].sort();
}

async function keptModules(name: string): Promise<string[]> {
  const configFile = join(BUILD, `vite.${name}.config.ts`);
  const result = await build({ configFile, build: { write: false }, logLevel: 'silent' });
  if ('on' in result) throw new Error('Vite watches instead of building.');
  const chunks = [result].flat().flatMap(({ output }) => output.filter((one) => one.type === 'chunk'));
  return chunks.flatMap(({ modules }) => Object.entries(modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])));
}

/** The package of a module; none for our own. The innermost node_modules counts, since a package may have its own version of another. */
export function packageFolder(id: string): string[] {
  const helper = Object.keys(HELPERS).find((start) => id.startsWith(start));
  if (helper !== undefined) return [join(MODULES, HELPERS[helper] ?? '')];
  const found = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id);
  return found?.[1] === undefined ? [] : [found[1]];
}
