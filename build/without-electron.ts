/** For `node --import`: runs source files in Node. Only electron-store may import Electron there, since it works without. */
import { registerHooks } from 'node:module';

const EMPTY = new URL('./no-electron.ts', import.meta.url).href;
const REFUSED = new URL('./electron-missing.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    const isStore = context.parentURL?.includes('/node_modules/electron-store/') === true;
    return { url: isStore ? EMPTY : REFUSED, shortCircuit: true };
  },
});
