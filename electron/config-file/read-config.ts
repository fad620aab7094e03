/** Reads the older Python tool's configuration file: a checked configuration, or everything that is wrong in it. Touches no disk and no network. */
import * as z from 'zod';
import type { OldConfig, OldConfigMistake } from '../app/mapping/import-config.ts';
import type { LockId, UnitId } from '../../shared/domain/ids.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { Secret } from '../../shared/secret.ts';
import { wallTime } from '../../shared/time.ts';
import type { WallTime } from '../../shared/time.ts';
import { configSchema } from './config-schema.ts';
import type { ConfigForm } from './config-schema.ts';
import { printableKey, readYaml, UNKNOWN_KEY } from './yaml-file.ts';
import type { YamlFile } from './yaml-file.ts';

export interface ReadOptions {
  /** `required` where the file is the only source of credentials: a Smoobu key without its secret is an error then. */
  readonly apiSecret: 'required' | 'optional';
}

/** A file of a thousand units has some 60 kB. */
const MAX_CHARACTERS = 1_000_000;

export function readConfig(text: string, options: ReadOptions): Result<OldConfig, readonly OldConfigMistake[]> {
  if (text.length > MAX_CHARACTERS) return err([{ line: 1, key: '', message: 'the file is too large to be a configuration' }]);
  const file = readYaml(text.replace(/^\u{feff}/u, ''));
  if (typeof file.value !== 'object' || file.value === null || Array.isArray(file.value)) {
    const message = file.value === null ? 'the file is empty' : 'the file must consist of sections such as apartment_locks';
    return err(file.mistakes.length > 0 ? sorted(file.mistakes) : [{ line: 1, key: '', message }]);
  }
  const parsed = configSchema.safeParse(file.value, { reportInput: true });
  const sections = sectionsSchema.parse(file.value);
  const found = [
    ...file.mistakes,
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => mistakesOf(issue, file))),
    ...doorMistakes(sections, file),
    ...timeMistakes(sections, file),
    ...(options.apiSecret === 'required' ? secretMistakes(sections, file) : []),
  ];
  return parsed.success && found.length === 0 ? ok(toConfig(parsed.data)) : err(sorted(found));
}

/** "line 7: lock_accessoires.3705: must be …" */
export function formatMistake({ line, key, message }: OldConfigMistake): string {
  return `line ${String(line)}: ${key === '' ? '' : `${key}: `}${message}`;
}

function sorted(mistakes: readonly OldConfigMistake[]): readonly OldConfigMistake[] {
  const distinct = new Map(mistakes.map((mistake) => [formatMistake(mistake), mistake]));
  return [...distinct.values()].toSorted((one, other) => one.line - other.line);
}

function mistakeAt(path: readonly string[], message: string, file: YamlFile): OldConfigMistake {
  return { line: file.lineOf(path), key: printableKey(path), message };
}

/** Zod's issues in our own sentences, none of which quotes a value. */
function mistakesOf(issue: z.core.$ZodIssue, file: YamlFile): readonly OldConfigMistake[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [mistakeAt(path, messageOf(issue), file)];
  const input = sectionSchema.parse(issue.input) ?? {};
  return issue.keys.map((key) => {
    // `password: abc,def` without quotes, inside braces, makes a key of "def", which may be half a secret.
    const isLooseEnd = SECRET_SECTIONS.has(path[0] ?? '') && input[key] === null;
    const message = 'contains something without a value; put a value with a comma or a colon in quotes';
    return isLooseEnd ? mistakeAt(path, message, file) : mistakeAt([...path, key], UNKNOWN_KEY, file);
  });
}
const SECRET_SECTIONS: ReadonlySet<string> = new Set(['thekeys', 'smoobu']);

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'is missing';
      return issue.expected === 'string' ? 'must be a single value' : 'must be a section with keys of its own';
    case 'invalid_key':
      return 'must be a number such as 3705';
    case 'custom':
    case 'too_big':
    case 'too_small':
    case 'invalid_format':
      return issue.message;
    default:
      return 'is invalid';
  }
}

const sectionSchema = z.record(z.string(), z.unknown()).nullable().catch(null);
/** What the rules between sections look at. Apart from the form, so that their mistakes are named together with those of the form. */
const sectionsSchema = z.object({
  apartment_locks: sectionSchema,
  lock_accessoires: sectionSchema,
  digicode_prefixes: sectionSchema,
  default_times: sectionSchema,
  smoobu: sectionSchema,
});
type Sections = z.infer<typeof sectionsSchema>;

function doorMistakes(sections: Sections, file: YamlFile): readonly OldConfigMistake[] {
  if (sections.lock_accessoires === null) return [];
  const withKeypad = new Set(Object.keys(sections.lock_accessoires).map((lock) => lock.trim()));
  const lacksKeypad = (lock: unknown): lock is string =>
    typeof lock === 'string' && /^\d+$/.test(lock.trim()) && !withKeypad.has(lock.trim());
  const ofUnits = Object.entries(sections.apartment_locks ?? {}).flatMap(([unit, locks]) =>
    [locks].flat().flatMap((lock, index) => {
      if (!lacksKeypad(lock)) return [];
      const mistake = mistakeAt(['apartment_locks', unit], `lock ${lock.trim()} has no keypad in lock_accessoires`, file);
      return [{ ...mistake, line: file.lineOf(['apartment_locks', unit, String(index)]) }];
    }),
  );
  const ofPrefixes = Object.keys(sections.digicode_prefixes ?? {})
    .filter(lacksKeypad)
    .map((lock) => mistakeAt(['digicode_prefixes', lock], 'this lock has no keypad in lock_accessoires', file));
  return [...ofUnits, ...ofPrefixes];
}

function timeMistakes({ default_times: times }: Sections, file: YamlFile): readonly OldConfigMistake[] {
  return ['check_in', 'check_out']
    .filter((name) => times?.[`${name}_minute`] != null && times[`${name}_hour`] == null)
    .map((name) => mistakeAt(['default_times', `${name}_minute`], `is given without ${name}_hour`, file));
}

function secretMistakes({ smoobu }: Sections, file: YamlFile): readonly OldConfigMistake[] {
  if (smoobu === null || smoobu.api_secret != null) return [];
  return [mistakeAt(['smoobu', 'api_secret'], 'is missing; make a key with a secret in Smoobu under Settings > Advanced > API Keys', file)];
}

function toConfig({ smoobu, thekeys, ...form }: ConfigForm): OldConfig {
  const times = form.default_times;
  const byLock = <T>(record: Readonly<Record<string, T>> | null | undefined): ReadonlyMap<LockId, T> =>
    new Map(Object.entries(record ?? {}).map(([lock, value]) => [Number(lock) as LockId, value]));
  return {
    units: Object.entries(form.apartment_locks).map(([unit, lockIds]) => ({ unitId: Number(unit) as UnitId, lockIds })),
    keypads: byLock(form.lock_accessoires),
    prefixes: byLock(form.digicode_prefixes),
    checkIn: toTime(times?.check_in_hour, times?.check_in_minute),
    checkOut: toTime(times?.check_out_hour, times?.check_out_minute),
    pinLength: form.code_settings?.length ?? null,
    smoobu:
      smoobu == null
        ? null
        : { apiKey: new Secret(smoobu.api_key), apiSecret: smoobu.api_secret == null ? null : new Secret(smoobu.api_secret) },
    theKeys: thekeys == null ? null : { username: thekeys.username, password: new Secret(thekeys.password) },
  };
}

function toTime(hour: number | null | undefined, minute: number | null | undefined): WallTime | null {
  return hour == null ? null : wallTime(hour, minute ?? 0);
}
