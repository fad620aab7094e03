/** Serves the window's files under app://latchkey. */
import { protocol, session } from 'electron';
import { answerAppRequest, APP_SCHEME, listAppFiles } from './app-files.ts';

/** Before the app is ready: gives our addresses an origin of their own, as https has. Content policy and CORS apply in full. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Once the app is ready. Throws when the folder holds no page. */
export function serveAppFiles(folder: string): void {
  const files = listAppFiles(folder);
  session.defaultSession.protocol.handle(APP_SCHEME, (request) => answerAppRequest(files, request));
}
