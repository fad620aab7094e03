/**
 * The update port, implemented with electron-updater. The library compares versions, downloads, and verifies the checksum; the signature is
 * verified by Windows before the installer is used, and by macOS when it installs the update. Policy is in electron/app/updates.
 */
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import { MacUpdater } from 'electron-updater/out/MacUpdater.js';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater.js';
import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
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
  /** The running version. */
  readonly version: string;
  /** Downloads are stored here; readable by its owner only. */
  readonly folder: string;
  readonly log: Logger;
  readonly clock: Pick<Clock, 'sleep'>;
  /** macOS is about to quit the program itself: remove whatever would prevent that. */
  readonly onSystemEnds: () => void;
  readonly quit: () => void;
  /** For tests: the feed may be on 127.0.0.1 without encryption. */
  readonly allowsLoopback?: boolean;
  /** Returns null when one of the publishers signed the file, else an error message. By default the library asks Windows. */
  readonly verifySignature?: (publishers: string[], file: string) => Promise<string | null>;
}

const DOWNLOADS = 'fetched';
/** How long macOS may take to verify and install the update. */
const MAC_INSTALL_MS = 60_000;

export class FeedUpdates implements Updates {
  readonly #options: UpdatesOptions;
  readonly #http: FeedHttp;
  readonly #updater: NsisUpdater | MacUpdater;
  #signaturesSkipped = 0;

  constructor(options: UpdatesOptions) {
    this.#options = options;
    const { kind, source, folder } = options;
    makePrivateFolder(folder);
    const configFile = join(folder, 'updater.json');
    // The library reads the publisher from this file. Anyone who can change it can change the program too: both belong to the same user.
    writeFileSync(configFile, JSON.stringify({ updaterCacheDirName: DOWNLOADS, publisherName: [source.publisher] }), { mode: 0o600 });
    this.#http = new FeedHttp({ allowsLoopback: options.allowsLoopback ?? false });
    const app = appOf(options, configFile);
    this.#updater = kind === 'mac' ? new MacUpdater(undefined, app) : this.#forWindows(app);
    // The library sets no executor when it is given an app adapter.
    Object.assign(this.#updater, { httpExecutor: this.#http });
    this.#updater.logger = { info: () => {}, error: () => {}, warn: (message: unknown) => this.#warned(message) };
    this.#updater.autoDownload = false;
    this.#updater.autoInstallOnAppQuit = false;
    this.#updater.allowDowngrade = false;
    this.#updater.allowPrerelease = false;
    this.#updater.disableWebInstaller = true;
    this.#updater.disableDifferentialDownload = true;
    // By default the library sends an id that identifies the installation.
    this.#updater.requestHeaders = { 'x-user-staging-id': 'none' };
    this.#updater.isUserWithinRollout = () => true;
    this.#updater.setFeedURL({ provider: 'generic', url: source.feed, channel: 'latest' });
  }

  async check(): ReturnType<Updates['check']> {
    const { version, log } = this.#options;
    this.#http.begin();
    try {
      const found = await this.#updater.checkForUpdates();
      if (found?.isUpdateAvailable !== true) return ok(null);
      const { version: offered } = found.updateInfo;
      if (isNewer(offered, version)) return ok(offered);
      log.log('warn', 'feed offers no release version');
      return err('bad-feed');
    } catch (error) {
      return this.#failed(error, 'check');
    }
  }

  async download(signal: AbortSignal): ReturnType<Updates['download']> {
    if (signal.aborted) return err('interrupted');
    this.#http.begin(signal);
    try {
      await this.#updater.downloadUpdate();
      return ok(null);
    } catch (error) {
      // The library may empty this folder before the download's file is opened, which then leaves a file behind.
      await rm(join(this.#options.folder, DOWNLOADS, 'pending'), { recursive: true, force: true }).catch(() => {});
      return this.#failed(error, 'download');
    }
  }

  async install({ restart }: { readonly restart: boolean }): ReturnType<Updates['install']> {
    const updater = this.#updater;
    if (updater instanceof NsisUpdater) return updater.install(true, restart) ? ok(null) : err('installer');
    const { onSystemEnds, clock } = this.#options;
    const rejected = new Promise<void>((resolve) => {
      updater.once('error', () => resolve());
    });
    updater.autoRunAppAfterInstall = restart;
    onSystemEnds();
    updater.quitAndInstall();
    await Promise.race([rejected, clock.sleep(MAC_INSTALL_MS)]);
    // Still running: macOS has not accepted the update.
    return err('signature');
  }

  /** Where PowerShell is too old to verify signatures, the library accepts any file with a warning. Here that is a failure. */
  #forWindows(app: AppAdapter): NsisUpdater {
    const updater = new NsisUpdater(null, app);
    const verify = this.#options.verifySignature ?? updater.verifyUpdateCodeSignature;
    updater.verifyUpdateCodeSignature = async (publishers, file) => {
      const before = this.#signaturesSkipped;
      const problem = await verify(publishers, file);
      return problem ?? (this.#signaturesSkipped > before ? 'the signature could not be verified' : null);
    };
    return updater;
  }

  #warned(message: unknown): void {
    if (String(message).includes('Ignoring signature validation')) this.#signaturesSkipped += 1;
  }

  #failed(error: unknown, during: 'check' | 'download'): ReturnType<typeof err<ReturnType<typeof failureOf>>> {
    const failure = failureOf(error, during);
    this.#options.log.log('warn', 'update failed', { during, failure });
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
