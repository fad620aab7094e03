/** Entry point of the stand-in's process: `node run.ts <main> [arguments]` runs the main module as Electron would. */
import { flushCompileCache, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Archive, archiveOf } from './asar/archive.ts';
import { patchFiles } from './asar/files.ts';
import { loadModulesFrom } from './asar/modules.ts';
import { start } from './electron.ts';

const STANDIN = new URL('electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main' ? { url: STANDIN, shortCircuit: true } : next(specifier, context),
});

const [executable = '', , main = '', ...args] = process.argv;
process.argv.splice(0, process.argv.length, executable, main, ...args);
const archive = archiveOf(main);
if (archive !== null) {
  const mounted = new Archive(archive);
  loadModulesFrom(mounted);
  patchFiles(mounted);
}
// For `npm run bench`, as the icon in the tray is.
performance.mark('main', { detail: process.cpuUsage() });
await import(pathToFileURL(main).href);
// Not at exit, since most tests kill this process.
flushCompileCache();
// Electron becomes ready only after the main module has been evaluated.
setImmediate(start);
