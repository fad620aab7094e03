/** `--config FILE`: the backend with the settings and credentials of a file, for one command. The stored settings stay as they are. */
import { settingsForRun } from '../app/mapping/import-config.ts';
import type { OldConfig } from '../app/mapping/import-config.ts';
import type { GivenCredentials } from '../app/ports/storage.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Answer } from './answer.ts';
import type { Backend } from './backend.ts';
import type { CommandContext } from './context.ts';
import { loadOldConfig, noteLeftOut } from './old-config.ts';
import type { World } from './terminal.ts';

export interface OpenedWithConfig {
  readonly backend: Backend;
  /** The stored ones, or those with the file's mapping and times. */
  readonly settings: Settings;
  /** null without `--config`. */
  readonly config: OldConfig | null;
}

export async function openWithConfig(context: CommandContext, file: string | undefined): Promise<Result<OpenedWithConfig, Answer>> {
  const read = await configOf(context.world, file);
  if (!read.ok) return read;
  const config = read.value;
  const opened = await context.open(config === null ? undefined : credentialsOf(config));
  if (!opened.ok) return opened;
  const backend = opened.value;
  const stored = backend.settings.read();
  if (config === null) return ok({ backend, settings: stored, config });
  noteLeftOut((line) => context.note(line), config);
  return ok({ backend, settings: settingsForRun(stored, config), config });
}

/** The secret may also come from the environment, but not from the keychain, whose secret may belong to another account. */
async function configOf(world: World, file: string | undefined): Promise<Result<OldConfig | null, Answer>> {
  if (file === undefined) return ok(null);
  const hasOther = (world.environment.LATCHKEY_SMOOBU_API_SECRET ?? '') !== '' && (world.environment.LATCHKEY_SMOOBU_API_KEY ?? '') !== '';
  return loadOldConfig(world, file, { apiSecret: hasOther ? 'optional' : 'required' });
}

function credentialsOf({ smoobu, theKeys }: OldConfig): Pick<GivenCredentials, 'smoobu' | 'theKeys'> {
  return {
    smoobu:
      smoobu?.apiSecret == null ? null : { credentials: { apiKey: smoobu.apiKey, apiSecret: smoobu.apiSecret }, source: 'config-file' },
    theKeys: theKeys === null ? null : { credentials: theKeys, source: 'config-file' },
  };
}
