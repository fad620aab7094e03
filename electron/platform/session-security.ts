/** What pages may do: load the app's own files. No permissions, network, downloads, other pages or further windows. */
import { app, protocol, session, shell } from 'electron';
import type { Logger } from '../app/ports/system.ts';
import { answerAppRequest, APP_ORIGIN, APP_SCHEME, listAppFiles } from './app-files.ts';
import { openExternalLink } from './external-links.ts';

/** The discard port of this computer, where nothing listens. */
const DEAD_PROXY = 'http://127.0.0.1:9';

/** Call before the app is ready: applies to every page that is ever created. */
export function lockPages(log: Logger): void {
  // Gives app:// pages an origin of their own, as https pages have. Content policy and CORS apply in full.
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => {
    const block = (event: { preventDefault(): void }): void => {
      event.preventDefault();
      log.log('warn', 'navigation blocked');
    };
    contents.on('will-navigate', block);
    contents.on('will-frame-navigate', block);
    contents.on('will-redirect', block);
    contents.on('will-attach-webview', block);
    // Neither the content policy nor the request filter covers WebRTC. Without UDP it has to use the proxy, which is dead.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.setWindowOpenHandler(({ url }) => {
      openExternalLink(url, shell, log);
      return { action: 'deny' };
    });
  });
}

export interface SessionOptions {
  /** Holds the window's page and its files. Throws when there is no page in it. */
  readonly pageFolder: string;
  /** Allows the pages of the developer tools. */
  readonly devTools: boolean;
  readonly log: Logger;
}

/** Call once the app is ready, before the first window. */
export function lockSession({ pageFolder, devTools, log }: SessionOptions): void {
  const { defaultSession } = session;
  const files = listAppFiles(pageFolder);
  defaultSession.protocol.handle(APP_SCHEME, (request) => answerAppRequest(files, request));
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => {
    log.log('warn', 'permission denied', { permission });
    answer(false);
  });
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    const allowed = url.startsWith(`${APP_ORIGIN}/`) || (devTools && url.startsWith('devtools://'));
    if (!allowed) log.log('warn', 'request of the page blocked', { scheme: url.slice(0, url.indexOf(':')) });
    answer({ cancel: !allowed });
  });
  // Loopback addresses bypass a proxy unless listed. The app's own scheme never uses the proxy.
  void defaultSession.setProxy({ mode: 'fixed_servers', proxyRules: DEAD_PROXY, proxyBypassRules: '<-loopback>' });
  defaultSession.on('will-download', (event) => {
    event.preventDefault();
    log.log('warn', 'download blocked');
  });
}
