/** The text of a settings file: JSON with a checksum, so that damage which is still valid JSON is not taken for another mapping. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { SETTINGS_SCHEMA_VERSION, settingsSchema } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { migrateSettings } from '../../../shared/domain/settings-migrations.ts';
import type { RawSettings } from '../../../shared/domain/settings-migrations.ts';
import { parseJson } from '../../../shared/json.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { SetAsideWhy } from '../set-aside.ts';

export interface Unusable {
  readonly why: SetAsideWhy;
  readonly because: string;
}

/** Far more than a thousand units need. */
export const MAX_SETTINGS_BYTES = 4_000_000;
export const TOO_LARGE: Unusable = { why: 'corrupt', because: 'it is too large' };
const CHECK = 'check';

export function settingsText(settings: RawSettings): string {
  return `${JSON.stringify({ ...settings, [CHECK]: checksum(settings) }, null, 2)}\n`;
}

/** A file without a checksum was edited by hand, or is of an earlier version. */
export function readSettingsText(text: string): Result<{ readonly raw: RawSettings; readonly isSealed: boolean }, Unusable> {
  const value = parseJson(text);
  if (value === undefined) return err({ why: 'corrupt', because: 'it is not valid JSON' });
  const read = z.record(z.string(), z.unknown()).safeParse(value);
  if (!read.success) return err({ why: 'corrupt', because: 'it is not a JSON object' });
  const { [CHECK]: check, ...raw } = read.data;
  if (check === undefined) return ok({ raw, isSealed: false });
  if (check === checksum(raw)) return ok({ raw, isSealed: true });
  return err({ why: 'corrupt', because: `its checksum does not fit; after a change by hand, the key "${CHECK}" must be removed` });
}

/** From what `readSettingsText` returned to settings of this version. */
export function settingsOf(raw: RawSettings): Result<Settings, Unusable> {
  const migrated = migrateSettings(raw);
  if (migrated.kind === 'newer') {
    return err({ why: 'newer', because: `it was written by a newer version of Latchkey (settings version ${String(migrated.version)})` });
  }
  if (migrated.kind === 'unfit') return err({ why: 'corrupt', because: migrated.because });
  const parsed = settingsSchema.safeParse(migrated.raw);
  return parsed.success ? ok(parsed.data) : err({ why: 'corrupt', because: describeIssue(parsed.error) });
}

/** Throws on settings that do not fit the schema. */
export function checkedSettings(settings: Settings): Settings {
  return settingsSchema.parse({ ...settings, schemaVersion: SETTINGS_SCHEMA_VERSION });
}

/** Of what decides about doors: the rest may be edited by hand, for instance the schedule on a server. */
function checksum({ mapping, times, codes, setup, recovery }: RawSettings): string {
  return createHash('sha256')
    .update(JSON.stringify([mapping, times, codes, setup, recovery]))
    .digest('hex');
}

/** Names the path of the first mistake. The schema's messages quote no values. */
function describeIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'it does not fit';
  const place = issue.path.map(String).join('.');
  return `${place === '' ? 'the whole' : place}: ${issue.message}`;
}
