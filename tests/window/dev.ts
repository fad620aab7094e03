/**
 * `npm run dev`: the window in a browser, with reload, on the data of any scene of the window's tests. `/` lists the scenes. A scene is shown
 * as it opens: what its test then does in the page is left to you. Changes of scenes themselves need a restart. `--port <number>`
 */
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import type { Connect, Plugin } from 'vite';
import type { CallName } from '../../shared/ipc/channels.ts';
import { NOW_MS } from './data/clock.ts';
import { devBridge } from './page/dev-bridge.ts';
import { fakeMain } from './page/fake-main.ts';
import { standingClock } from './page/standing-clock.ts';
import { SceneMain } from './scene-main.ts';
import { allScenes } from './scenes.ts';

const HOST = '127.0.0.1';
const CALL_PATH = '/latchkey-call';

const { values } = parseArgs({ options: { port: { type: 'string', default: '5173' } } });
const scenes = new Map((await allScenes()).map((scene) => [scene.name, scene]));
/** By scene, as its page has left it: it begins again when the page is loaded. */
const mains = new Map<string, SceneMain>();

const sceneOf = (url = ''): string | null => new URL(url, `http://${HOST}`).searchParams.get('scene');

async function open(name: string): Promise<SceneMain | null> {
  const scene = scenes.get(name);
  if (scene === undefined) return null;
  const main = new SceneMain(scene, await scene.host());
  mains.set(name, main);
  return main;
}

async function answer(request: Connect.IncomingMessage): Promise<string | null> {
  const { name, payload } = JSON.parse(await text(request)) as { readonly name: CallName; readonly payload: unknown };
  const main = mains.get(sceneOf(request.url) ?? '');
  if (main === undefined) throw new Error('The server was started again: reload the page.');
  const answered = await main.call(name, payload);
  for (const error of main.errors.splice(0)) console.error(error);
  return answered;
}

function listOfScenes(): string {
  const items = [...scenes.keys()].map((name) => `<li><a href="/?scene=${name}">${name}</a></li>`);
  return `<!doctype html><html lang="en"><title>Scenes of the window</title><h1>Scenes of the window</h1><ul>${items.join('')}</ul></html>`;
}

const scenePlugin: Plugin = {
  name: 'scenes',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, response, next) => {
      const path = request.url?.split('?')[0];
      if (path === CALL_PATH) {
        answer(request).then((value) => response.end(JSON.stringify(value)), next);
      } else if (path === '/' && !scenes.has(sceneOf(request.url) ?? '')) {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(listOfScenes());
      } else next();
    });
  },
  async transformIndexHtml(_html, { originalUrl }) {
    await open(sceneOf(originalUrl) ?? '');
    const scripts = [`(${String(standingClock)})(${String(NOW_MS)})`, `(${String(devBridge)})('${CALL_PATH}')`, `(${String(fakeMain)})()`];
    return [{ tag: 'script', children: scripts.join(';'), injectTo: 'head-prepend' }];
  },
};

const server = await createServer({
  configFile: fileURLToPath(new URL('../../build/vite.renderer.config.ts', import.meta.url)),
  plugins: [scenePlugin],
  server: { host: HOST, port: Number(values.port) },
});
await server.listen();
process.stdout.write(`The window's scenes: ${server.resolvedUrls?.local[0] ?? ''} (Ctrl-C ends)\n`);
