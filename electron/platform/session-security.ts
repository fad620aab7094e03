/** What pages may not do, which is nearly everything: no permissions, no network, no downloads, no other pages, no further windows. */
import { app, session } from 'electron';
import type { Logger } from '../app/ports/system.ts';
import { APP_ORIGIN } from './app-files.ts';
import { openExternalLink } from './external-links.ts';

/** Nobody listens on the discard port of this machine. */
const NOWHERE = 'http://127.0.0.1:9';

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
    // The one way out that neither content policy nor request filter covers. Without UDP there is only the proxy, which leads nowhere.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
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
  // Loopback included, which no proxy covers unless told. The app's own scheme is answered within the program and asks no proxy.
  void own.setProxy({ mode: 'fixed_servers', proxyRules: NOWHERE, proxyBypassRules: '<-loopback>' });
  own.on('will-download', (event) => {
    event.preventDefault();
    log.log('warn', 'A download was stopped.');
  });
}
