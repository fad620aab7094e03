/**
 * electron-updater behind the port. It compares versions, fetches, and checks the checksum; on Windows it has the system check who signed
 * the installer, on macOS the system does that by itself when it takes the update over. All that decides is in electron/app.
 */
import { CancellationToken } from 'builder-util-runtime';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import { MacUpdater } from 'electron-updater/out/MacUpdater.js';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater.js';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Logger } from '../app/ports/system.ts';
import { isNewer } from '../app/updates/update-policy.ts';
import type { UpdateSource } from '../app/updates/update-policy.ts';
import type { Updates } from '../app/ports/updates.ts';
import { makePrivateFolder } from '../storage/private-files.ts';
import { err, ok } from '../../shared/result.ts';
import { failureOf } from './failures.ts';
import { FeedHttp } from './feed-http.ts';

export interface UpdatesOptions {
  readonly kind: 'installer' | 'mac';
  readonly source: UpdateSource;
  /** Our own version. */
  readonly version: string;
  /** For its owner only: what is fetched waits here. */
  readonly folder: string;
  readonly log: Logger;
  readonly clock: Pick<Clock, 'sleep'>;
  /** macOS ends the program itself; nothing may stand in its way any more. */
  readonly onSystemEnds: () => void;
  readonly quit: () => void;
  /** For tests: the feed may be this very machine, without encryption. */
  readonly allowsLoopback?: boolean;
  /** Who signed the file: null when it is one of the publishers, else a complaint. By default the library asks Windows. */
  readonly verifySignature?: (publishers: string[], file: string) => Promise<string | null>;
}

/** How long macOS may take to look at the update and take it over. */
const TAKE_OVER_MS = 60_000;

export function createUpdates(options: UpdatesOptions): Updates {
  return new LibraryUpdates(options);
}

class LibraryUpdates implements Updates {
  readonly #options: UpdatesOptions;
  readonly #http: FeedHttp;
  readonly #updater: NsisUpdater | MacUpdater;
  #signaturesSkipped = 0;

  constructor(options: UpdatesOptions) {
    this.#options = options;
    const { kind, source, folder } = options;
    makePrivateFolder(folder);
    const configFile = join(folder, 'updater.json');
    // Read back by the library. Whoever can change it could change the program, which is installed for the same person, as well.
    writeFileSync(configFile, JSON.stringify({ updaterCacheDirName: 'fetched', publisherName: [source.publisher] }), { mode: 0o600 });
    this.#http = new FeedHttp({ allowsLoopback: options.allowsLoopback ?? false });
    const app = appOf(options, configFile);
    this.#updater = kind === 'mac' ? new MacUpdater(undefined, app) : this.#forWindows(app);
    // With an app of one's own the library leaves this to whoever brings the app.
    Object.assign(this.#updater, { httpExecutor: this.#http });
    this.#updater.logger = { info: () => {}, error: () => {}, warn: (message: unknown) => this.#warned(message) };
    this.#updater.autoDownload = false;
    this.#updater.autoInstallOnAppQuit = false;
    this.#updater.allowDowngrade = false;
    this.#updater.allowPrerelease = false;
    this.#updater.disableWebInstaller = true;
    this.#updater.disableDifferentialDownload = true;
    // It would tell installations apart, which is nobody's business.
    this.#updater.requestHeaders = { 'x-user-staging-id': 'none' };
    this.#updater.isUserWithinRollout = () => true;
    this.#updater.setFeedURL({ provider: 'generic', url: source.feed, channel: 'latest' });
  }

  async check(): ReturnType<Updates['check']> {
    const { version, log } = this.#options;
    try {
      const found = await this.#updater.checkForUpdates();
      if (found?.isUpdateAvailable !== true) return ok(null);
      const { version: offered } = found.updateInfo;
      if (isNewer(offered, version)) return ok(offered);
      log.log('warn', 'the feed offers no release');
      return err('bad-feed');
    } catch (error) {
      return this.#failed(error, 'check');
    }
  }

  async download(signal: AbortSignal): ReturnType<Updates['download']> {
    const token = new CancellationToken();
    const stop = (): void => {
      token.cancel();
      this.#http.abort();
    };
    if (signal.aborted) return err('interrupted');
    signal.addEventListener('abort', stop, { once: true });
    try {
      await this.#updater.downloadUpdate(token);
      return ok(null);
    } catch (error) {
      return this.#failed(error, 'download');
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  async install({ restart }: { readonly restart: boolean }): ReturnType<Updates['install']> {
    const updater = this.#updater;
    if (updater instanceof NsisUpdater) return updater.install(true, restart) ? ok('exit') : err('installer');
    const { onSystemEnds, clock } = this.#options;
    const refused = new Promise<'refused'>((resolve) => {
      updater.once('error', () => resolve('refused'));
    });
    updater.autoRunAppAfterInstall = restart;
    onSystemEnds();
    updater.quitAndInstall();
    await Promise.race([refused, clock.sleep(TAKE_OVER_MS)]);
    // The program would be gone by now.
    return err('signature');
  }

  /** Where PowerShell is too old to be asked, the library takes every signature for good. We do not. */
  #forWindows(app: AppAdapter): NsisUpdater {
    const updater = new NsisUpdater(null, app);
    const verify = this.#options.verifySignature ?? updater.verifyUpdateCodeSignature;
    updater.verifyUpdateCodeSignature = async (publishers, file) => {
      const before = this.#signaturesSkipped;
      const complaint = await verify(publishers, file);
      return complaint ?? (this.#signaturesSkipped > before ? 'the signature could not be checked' : null);
    };
    return updater;
  }

  #warned(message: unknown): void {
    if (String(message).includes('Ignoring signature validation')) this.#signaturesSkipped += 1;
  }

  #failed(error: unknown, during: 'check' | 'download'): ReturnType<typeof err<ReturnType<typeof failureOf>>> {
    const failure = failureOf(error, during);
    this.#options.log.log('warn', 'no update', { during, failure });
    return err(failure);
  }
}

function appOf({ version, folder, quit }: UpdatesOptions, appUpdateConfigPath: string): AppAdapter {
  return {
    version,
    name: 'Latchkey',
    isPackaged: true,
    appUpdateConfigPath,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: () => {},
    quit,
    onQuit: () => {},
  };
}
