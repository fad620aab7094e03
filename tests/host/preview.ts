/**
 * `npm run preview`: the app with the demo's data on the stand-in, to look at it without Electron. With a display and an installed browser
 * the window is visible; otherwise another browser inspects it.
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
      // The demo stores its files in the temporary folder: a separate one keeps two previews apart.
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
