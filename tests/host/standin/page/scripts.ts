/** Makes the two scripts that run first in every page, from the functions beside this file. */
import { randomUUID } from 'node:crypto';
import { createBridgeEnd } from './bridge.ts';
import { createCodec } from './codec.ts';
import { mainWorld } from './main-world.ts';
import { preloadWorld } from './preload-world.ts';

export interface PageScripts {
  readonly mainWorldScript: string;
  readonly preloadWorldScript: string;
  readonly worldName: string;
  readonly bindingName: string;
  readonly receiverName: string;
}

/** `preloadSource` is one CommonJS file as text, or null. */
export function pageScripts(preloadSource: string | null, versions: Readonly<Record<string, string>>): PageScripts {
  const secret = randomUUID().replaceAll('-', '');
  const names = { handshake: `h${secret}`, bindingName: `post${secret}`, receiverName: `receive${secret}` };
  const shared = `codec: (${String(createCodec)})(), createBridgeEnd: ${String(createBridgeEnd)}, ...${JSON.stringify(names)}`;
  const facts = JSON.stringify({ platform: process.platform, versions });
  const preload = preloadSource === null ? 'null' : `function (require, module, exports, process) {\n${preloadSource}\n}`;
  return {
    mainWorldScript: `(${String(mainWorld)})({ ${shared} });`,
    preloadWorldScript: `(${String(preloadWorld)})({ ${shared}, facts: ${facts}, preload: ${preload} });`,
    worldName: 'Electron Isolated Context',
    bindingName: names.bindingName,
    receiverName: names.receiverName,
  };
}
