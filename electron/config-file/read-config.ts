/** Reads the older tool's configuration file: a checked configuration, or everything that is wrong in it. Touches no disk and no network. */
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
import { printableKey, UNKNOWN_KEY } from './config-tree.ts';
import type { ConfigTree } from './config-tree.ts';
import { isPhp, readPhp } from './php-file.ts';
import { isToml, readToml } from './toml-file.ts';
import { readYaml } from './yaml-file.ts';

export interface ReadOptions {
  /** `required` where the file is the only source of credentials: a Smoobu key without its secret is an error then. */
  readonly apiSecret: 'required' | 'optional';
}

/** A file of a thousand units has some 60 kB. */
const MAX_CHARACTERS = 65_536;
const MAX_MISTAKES = 50;

/** What the older tool did beside codes: named, and left alone. */
const NOT_TAKEN_OVER = ['database', 'sms_provider', 'serwersms', 'budgetsms', 'webhook', 'logging', 'elevenlabs'];

/**
 * YAML, `config.php` or `wrangler.toml`, told apart by what they contain. A mistake in the entry of one unit or lock leaves the other units in
 * force: it is in `leftOut`. Any other mistake is one of the whole file.
 */
export function readConfig(given: string, options: ReadOptions): Result<OldConfig, readonly OldConfigMistake[]> {
  if (given.length > MAX_CHARACTERS) return err([{ line: 1, key: '', message: 'the file is too large to be a configuration' }]);
  const text = given.replace(/^\u{feff}/u, '');
  const file = (isPhp(text) ? readPhp : isToml(text) ? readToml : readYaml)(text);
  if (typeof file.value !== 'object' || file.value === null || Array.isArray(file.value)) {
    const message = file.value === null ? 'the file is empty' : 'the file must consist of sections such as apartment_locks';
    return err(file.mistakes.length > 0 ? sorted(file.mistakes) : [{ line: 1, key: '', message }]);
  }
  const all = Object.entries(file.value);
  const tree = { ...file, value: Object.fromEntries(all.filter(([name]) => !NOT_TAKEN_OVER.includes(name))) };
  const parsed = configSchema.safeParse(tree.value, { reportInput: true });
  const sections = sectionsSchema.parse(tree.value);
  const found = sorted([
    ...tree.mistakes,
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => mistakesOf(issue, tree))),
    ...doorMistakes(sections, tree),
    ...timeMistakes(sections, tree),
    ...(options.apiSecret === 'required' ? secretMistakes(sections, tree) : []),
  ]);
  const notTakenOver = [...file.others, ...NOT_TAKEN_OVER.filter((name) => all.some(([key]) => key === name))];
  if (parsed.success && found.length === 0) return ok({ ...toConfig(parsed.data), leftOut: [], notTakenOver });
  const rest = configSchema.safeParse(withoutBroken(sections, tree.value, found));
  const isWhole = found.some(({ key }) => !isOfOneEntry(key));
  return rest.success && !isWhole ? ok({ ...toConfig(rest.data), leftOut: found, notTakenOver }) : err(found);
}

/** Without the others a guest gets a PIN of the usual length, or types no prefix; with them unread, the codes are the same. */
const DISPENSABLE: ReadonlySet<string> = new Set(['digicode_prefixes', 'code_settings']);

function isOfOneEntry(key: string): boolean {
  const [section = '', entry] = key.split('.');
  return DISPENSABLE.has(section) || (entry !== undefined && (section === 'apartment_locks' || section === 'lock_accessoires'));
}

/** A unit is left out as a whole: with some of its doors only, codes on the others would count as moved. */
function withoutBroken(sections: Sections, value: object, mistakes: readonly OldConfigMistake[]): unknown {
  const broken = (section: string): ReadonlySet<string> =>
    new Set(mistakes.flatMap(({ key }) => (key.startsWith(`${section}.`) ? [(key.split('.')[1] ?? '').trim()] : [])));
  const [units, locks, prefixes] = [broken('apartment_locks'), broken('lock_accessoires'), broken('digicode_prefixes')];
  const keep = (entries: Readonly<Record<string, unknown>> | null, isKept: (id: string, entry: unknown) => boolean): object =>
    Object.fromEntries(Object.entries(entries ?? {}).filter(([id, entry]) => isKept(id.trim(), entry)));
  const opens = (entry: unknown, lock: string): boolean => [entry].flat().some((one) => typeof one === 'string' && one.trim() === lock);
  const isAll = (section: string): boolean => mistakes.some(({ key }) => key === section);
  const dispensable = mistakes.some(({ key }) => key.startsWith('code_settings')) ? { code_settings: null } : {};
  return {
    ...value,
    ...dispensable,
    apartment_locks: keep(sections.apartment_locks, (id, entry) => !units.has(id) && ![...locks].some((lock) => opens(entry, lock))),
    lock_accessoires: keep(sections.lock_accessoires, (id) => !locks.has(id)),
    digicode_prefixes: isAll('digicode_prefixes') ? null : keep(sections.digicode_prefixes, (id) => !prefixes.has(id) && !locks.has(id)),
  };
}

/** "line 7: lock_accessoires.3705: must be …" */
export function formatMistake({ line, key, message }: OldConfigMistake): string {
  return `line ${String(line)}: ${key === '' ? '' : `${key}: `}${message}`;
}

function sorted(mistakes: readonly OldConfigMistake[]): readonly OldConfigMistake[] {
  const distinct = new Map(mistakes.map((mistake) => [formatMistake(mistake), mistake]));
  return [...distinct.values()].toSorted((one, other) => one.line - other.line).slice(0, MAX_MISTAKES);
}

function mistakeAt(path: readonly string[], message: string, file: ConfigTree): OldConfigMistake {
  return { line: file.lineOf(path), key: printableKey(path), message };
}

/** Zod's issues in our own sentences, none of which quotes a value. */
function mistakesOf(issue: z.core.$ZodIssue, file: ConfigTree): readonly OldConfigMistake[] {
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

function doorMistakes(sections: Sections, file: ConfigTree): readonly OldConfigMistake[] {
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

function timeMistakes({ default_times: times }: Sections, file: ConfigTree): readonly OldConfigMistake[] {
  return ['check_in', 'check_out']
    .filter((name) => times?.[`${name}_minute`] != null && times[`${name}_hour`] == null)
    .map((name) => mistakeAt(['default_times', `${name}_minute`], `is given without ${name}_hour`, file));
}

function secretMistakes({ smoobu }: Sections, file: ConfigTree): readonly OldConfigMistake[] {
  if (smoobu === null || smoobu.api_secret != null) return [];
  return [mistakeAt(['smoobu', 'api_secret'], 'is missing; make a key with a secret in Smoobu under Settings > Advanced > API Keys', file)];
}

function toConfig({ smoobu, thekeys, ...form }: ConfigForm): Omit<OldConfig, 'leftOut' | 'notTakenOver'> {
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
