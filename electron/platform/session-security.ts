/** What pages may not do, which is nearly everything: no permissions, no network, no downloads, no other pages, no further windows. */
import { app, session } from 'electron';
import type { Logger } from '../app/ports.ts';
import { APP_ORIGIN } from './app-files.ts';
import { openExternalLink } from './external-links.ts';

/** Before the app is ready: for every page there will ever be, whoever makes it. */
export function lockPages(log: Logger): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault(): void }): void => {
      event.preventDefault();
      log.log('warn', 'A page wanted to go elsewhere and was kept.');
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', stay);
    contents.setWindowOpenHandler(({ url }) => {
      openExternalLink(url, log);
      return { action: 'deny' };
    });
  });
}

/** Once the app is ready, before the first window. `devTools`: their own pages may load, too. */
export function lockSession({ devTools, log }: { readonly devTools: boolean; readonly log: Logger }): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, permission, answer) => {
    log.log('warn', 'A permission was refused.', { permission });
    answer(false);
  });
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.webRequest.onBeforeRequest(({ url }, answer) => {
    const allowed = url.startsWith(`${APP_ORIGIN}/`) || (devTools && url.startsWith('devtools://'));
    if (!allowed) log.log('warn', 'A request of the page was stopped.', { scheme: url.slice(0, url.indexOf(':')) });
    answer({ cancel: !allowed });
  });
  own.on('will-download', (event) => {
    event.preventDefault();
    log.log('warn', 'A download was stopped.');
  });
}
