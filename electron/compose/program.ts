/** Builds what concerns the program itself: its updates, and its diagnostics. */
import { arch, homedir, release } from 'node:os';
import { join } from 'node:path';
import type { Diagnosis } from '../app/desktop/ports.ts';
import { withoutHome } from '../app/reports/diagnostics.ts';
import { UpdateKeeper } from '../app/updates/update-keeper.ts';
import type { UpdateKeeperPorts } from '../app/updates/update-keeper.ts';
import { updatesOff } from '../app/updates/update-policy.ts';
import type { Installation, UpdatesOff } from '../app/updates/update-policy.ts';
import type { Clock } from '../app/ports/system.ts';
import type { Updates } from '../app/ports/updates.ts';
import type { LogFile } from '../logging/log-file.ts';
import type { Platform } from '../platform/platform.ts';
import { LOG_LEVEL } from '../logging/log-file.ts';
import { updateSource } from './update-source.ts';

export interface ProgramOptions {
  readonly homeFolder: string;
  readonly log: LogFile;
  readonly version: string;
  /** null: not the demo. */
  readonly demo: object | null;
  readonly zone: string;
  readonly platform: Pick<Platform, 'allowSystemQuit' | 'exit'>;
  readonly installation: Installation;
}
export interface UpdateWiring {
  readonly keeper: UpdateKeeper;
  /** Why the program does not update itself; null: it does. */
  readonly off: UpdatesOff | null;
}

export function composeUpdates(
  options: ProgramOptions,
  ports: Pick<UpdateKeeperPorts, 'timers' | 'settings' | 'screen'> & { readonly clock: Clock },
): UpdateWiring {
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
      clock: ports.clock,
      onSystemEnds: () => platform.allowSystemQuit(),
      quit: () => platform.exit(),
    });
  return { keeper: new UpdateKeeper({ ...ports, log, zone, open: off === null ? open : null }), off };
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
