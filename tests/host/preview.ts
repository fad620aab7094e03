/**
 * `npm run preview`: the app on its demo clouds, on the stand-in, for a look without Electron. With a display and an installed browser the
 * window is simply there; else another browser looks in.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.ts';
import { launchHost } from './host.ts';

const MAIN = fileURLToPath(new URL('../../out/main.js', import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function hasDisplay({ DISPLAY = '', WAYLAND_DISPLAY = '' }: NodeJS.ProcessEnv): boolean {
  return process.platform !== 'linux' || DISPLAY !== '' || WAYLAND_DISPLAY !== '';
}

async function preview(): Promise<void> {
  if (!existsSync(MAIN)) throw new Error('The app is not built: npm run build:app');
  const visible = hasDisplay(process.env) && !(await findBrowser()).headlessOnly;
  const profile = mkdtempSync(join(tmpdir(), 'latchkey-preview-'));
  const stop = Promise.withResolvers<undefined>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.resolve(undefined));
  try {
    const port = await freePort();
    const host = await launchHost({
      kind: 'standin',
      main: MAIN,
      profile,
      // The demo keeps its files below the temporary folder: in one of its own, two previews do not meet.
      env: { TMPDIR: profile, TEMP: profile, TMP: profile },
      args: ['--demo', ...process.argv.slice(2)],
      browser: visible ? 'visible' : 'headless',
      debuggingPort: port,
    });
    const page = await host.page();
    console.log(
      visible
        ? 'Latchkey is open in a browser window, on invented bookings and doors.'
        : 'Latchkey runs on invented bookings and doors, in a browser without a screen.',
    );
    console.log(`Look at it:  http://127.0.0.1:${port}/json/list names the page; open its "devtoolsFrontendUrl",`);
    console.log(`             or add 127.0.0.1:${port} in chrome://inspect of Chrome, Chromium or Edge and choose "inspect".`);
    console.log(`The page:    ${page.url()}`);
    console.log('Ctrl-C ends it.');
    await Promise.race([stop.promise, host.exited]);
    await host.quit().catch(() => host.kill());
    console.log('Ended.');
  } finally {
    rmSync(profile, { recursive: true, force: true });
    rmSync(`${profile}-home`, { recursive: true, force: true });
  }
}

preview().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
