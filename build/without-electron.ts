/** For `node --import`: runs source files in Node, with build/no-electron.ts wherever they import Electron. */
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: new URL('no-electron.ts', import.meta.url).href, shortCircuit: true } : next(specifier, context),
});
