/** Modules in an archive: found there, as Node finds them in folders, and read from it. Native ones are loaded from beside it. */
import { isBuiltin, registerHooks } from 'node:module';
import { dirname, extname, isAbsolute, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Archive } from './archive.ts';
import { isFolder } from './archive.ts';

const pathOf = (url: string | undefined): string | null => (url?.startsWith('file:') === true ? fileURLToPath(url) : null);

export function loadModulesFrom(archive: Archive): void {
  const isFile = (path: string): boolean => {
    const entry = archive.find(path);
    return entry !== null && !isFolder(entry);
  };
  const text = (path: string): string | null => {
    const entry = archive.contains(path) ? archive.find(path) : null;
    return entry === null || isFolder(entry) ? null : archive.read(path, entry).toString('utf8');
  };
  const manifestOf = (folder: string): Readonly<Record<string, unknown>> | null => {
    const manifest = text(join(folder, 'package.json'));
    return manifest === null ? null : (JSON.parse(manifest) as Record<string, unknown>);
  };
  const asFile = (path: string): string | undefined => ['', '.js', '.json', '.node'].map((end) => path + end).find(isFile);
  const asFolder = (path: string): string | undefined => {
    const main = manifestOf(path)?.main;
    return asFile(join(path, typeof main === 'string' ? main : 'index.js'));
  };
  const asPackage = (name: string, folder: string): string | undefined => {
    const path = join(folder, 'node_modules', name);
    const found = asFile(path) ?? asFolder(path);
    return found ?? (folder === archive.path ? undefined : asPackage(name, dirname(folder)));
  };
  const formatOf = (path: string): string => {
    if (extname(path) === '.json') return 'json';
    if (extname(path) === '.cjs') return 'commonjs';
    for (let folder = dirname(path); archive.contains(folder); folder = dirname(folder)) {
      const manifest = manifestOf(folder);
      if (manifest !== null) return manifest.type === 'module' ? 'module' : 'commonjs';
    }
    return 'commonjs';
  };
  registerHooks({
    resolve(specifier, context, next) {
      const parent = pathOf(context.parentURL);
      const given = specifier.startsWith('file:') ? pathOf(specifier) : isAbsolute(specifier) ? specifier : null;
      const isWithin = parent !== null && archive.contains(parent);
      if (given === null && (!isWithin || isBuiltin(specifier) || /^electron(\/|$)/.test(specifier))) return next(specifier, context);
      if (given !== null && !archive.contains(given)) return next(specifier, context);
      const folder = parent === null ? archive.path : dirname(parent);
      const path = given ?? (specifier.startsWith('.') ? join(folder, specifier) : null);
      // `import` takes paths as they are.
      const isRequired = context.conditions.includes('require');
      const found =
        path === null ? asPackage(specifier, folder) : isRequired ? (asFile(path) ?? asFolder(path)) : isFile(path) ? path : undefined;
      if (found === undefined) {
        throw Object.assign(new Error(`Cannot find '${specifier}' in the archive, imported from ${parent ?? 'outside'}`), {
          code: 'ERR_MODULE_NOT_FOUND',
        });
      }
      const real = archive.besideOf(found) ?? found;
      return { url: pathToFileURL(real).href, shortCircuit: true, ...(extname(real) === '.node' ? {} : { format: formatOf(real) }) };
    },
    load(url, context, next) {
      const path = pathOf(url);
      const source = path === null ? null : text(path);
      return source === null || path === null ? next(url, context) : { format: formatOf(path), source, shortCircuit: true };
    },
  });
}
