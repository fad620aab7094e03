/** Builds what concerns the program itself: its renewal, its diagnostics, and what it says when it has stopped. */
import { arch, homedir, release } from 'node:os';
import { join } from 'node:path';
import type { Desktop } from '../app/desktop/desktop.ts';
import type { Diagnosis } from '../app/desktop/ports.ts';
import type { Notice } from '../app/attention/notice-types.ts';
import type { SettingsStore } from '../app/ports/storage.ts';
import type { Clock } from '../app/ports/system.ts';
import type { Timers } from '../app/ports/schedule.ts';
import { UpdateKeeper } from '../app/updates/update-keeper.ts';
import { updatesOff } from '../app/updates/update-policy.ts';
import type { Installation, UpdatesOff } from '../app/updates/update-policy.ts';
import type { Updates } from '../app/ports/updates.ts';
import type { Localization } from '../app/status/localization.ts';
import type { LogFile } from '../logging/log-file.ts';
import type { Platform } from '../platform/platform.ts';
import { LOG_LEVEL } from '../logging/log-file.ts';
import { updateSource } from './update-source.ts';

export interface ProgramOptions {
  readonly homeFolder: string;
  readonly log: LogFile;
  readonly version: string;
  /** null: the real thing. */
  readonly demo: object | null;
  readonly zone: string;
  readonly platform: Pick<Platform, 'allowSystemQuit' | 'exit'>;
  readonly installation: Installation;
}
interface Around {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly settings: SettingsStore;
  readonly notify: (notices: readonly Notice[]) => void;
}
export interface UpdateWiring {
  readonly keeper: UpdateKeeper;
  /** null: the program renews itself. */
  readonly off: UpdatesOff | null;
}

export function composeUpdates(options: ProgramOptions, { clock, timers, settings, notify }: Around): UpdateWiring {
  const { homeFolder, platform, log, version, demo, zone, installation } = options;
  const source = updateSource();
  const off = updatesOff({ installation, source, isDemo: demo !== null });
  log.log('info', 'updates', { installation, off });
  const open = async (): Promise<Updates> =>
    new (await import('../updates/updates.ts')).FeedUpdates({
      kind: installation === 'mac' ? 'mac' : 'installer',
      source,
      version,
      folder: join(homeFolder, 'updates'),
      log,
      clock,
      onSystemEnds: () => platform.allowSystemQuit(),
      quit: () => platform.exit(),
    });
  const keeper = new UpdateKeeper({
    clock,
    timers,
    settings,
    log,
    zone,
    newAbortController: () => new AbortController(),
    screen: { showNotices: notify },
    open: off === null ? open : null,
  });
  return { keeper, off };
}

export function composeDiagnosis({ log, installation }: ProgramOptions, logFolder: string, off: UpdatesOff | null): Diagnosis {
  const { electron = 'none', chrome = 'none', node } = process.versions as Readonly<Record<string, string | undefined>>;
  return {
    program: {
      system: `${process.platform} ${release()} ${arch()}`,
      versions: { electron, chrome, node: node ?? 'none' },
      installation,
      updatesOff: off,
      logLevel: LOG_LEVEL,
      logFolder: withoutHome(logFolder, homedir()),
    },
    write: (facts) => log.redacted(facts),
  };
}

/** Whose computer it is stands in most paths. */
function withoutHome(folder: string, home: string): string {
  return home !== '' && folder.startsWith(home) ? `~${folder.slice(home.length)}` : '(another folder)';
}

export function restartedNotice(text: Localization['text']): Notice {
  return {
    key: 'restarted',
    category: 'program',
    title: text('notice.restarted-title'),
    body: text('notice.restarted-body'),
    isUrgent: false,
    target: { view: 'settings' },
  };
}

export interface Words {
  readonly title: string;
  readonly body: string;
}
export function stoppedWords(desktop: Pick<Desktop, 'text'>, folder: string): Words {
  const { text } = desktop;
  return { title: text('crash.title'), body: text('crash.body', { folder }) };
}
export function windowLostWords(desktop: Pick<Desktop, 'text'>, folder: string): Words {
  const { text } = desktop;
  return { title: text('crash.window-title'), body: text('crash.window-body', { folder }) };
}
