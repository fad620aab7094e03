/** Reads the older Python tool's configuration file: everything wrong in it, or a checked configuration. Touches no disk and no network. */
import type { OldConfig } from '../app/mapping/import-config.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { Secret } from '../../shared/secret.ts';
import { wallTime } from '../../shared/time.ts';
import type { WallTime } from '../../shared/time.ts';
import { sortConfigErrors } from './config-error.ts';
import type { ConfigError } from './config-error.ts';
import { configSchema } from './config-schema.ts';
import type { ConfigForm } from './config-schema.ts';
import { errorAt, errorsOfIssue } from './issue-words.ts';
import { readYamlTree } from './yaml-tree.ts';
import type { MapNode, TreeNode } from './yaml-tree.ts';

export interface ReadOptions {
  /** `required` where the file is the only source of credentials: a Smoobu key without its secret is an error then. */
  readonly apiSecret: 'required' | 'optional';
}

/** A file of a thousand units has some 60 kB. */
const MAX_CHARACTERS = 1_000_000;

export function readConfig(text: string, options: ReadOptions): Result<OldConfig, readonly ConfigError[]> {
  if (text.length > MAX_CHARACTERS) return err([{ line: 1, key: '', message: 'the file is too large to be a configuration' }]);
  const { tree, errors } = readYamlTree(text.replace(/^\u{feff}/u, ''));
  if (tree.kind !== 'map') {
    const message = tree.kind === 'empty' ? 'the file is empty' : 'the file must be made of sections such as apartment_locks';
    return err(errors.length > 0 ? sortConfigErrors(errors) : [{ line: 1, key: '', message }]);
  }
  const parsed = configSchema.safeParse(toPlain(tree), { reportInput: true });
  const found = [
    ...errors,
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => errorsOfIssue(issue, tree))),
    ...lockErrors(tree),
    ...timeErrors(tree),
    ...(options.apiSecret === 'required' ? secretErrors(tree) : []),
  ];
  return parsed.success && found.length === 0 ? ok(toConfig(parsed.data)) : err(sortConfigErrors(withoutRepeats(found)));
}

/** Absent where the file says nothing, so that an empty optional section is no mistake. */
function toPlain(node: TreeNode): unknown {
  switch (node.kind) {
    case 'empty':
      return undefined;
    case 'text':
      return node.text;
    case 'list':
      return node.items.map(toPlain);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, toPlain(value)]));
  }
}

/** Checked apart from the schema, so that they are told together with the mistakes that it finds. */
function lockErrors(tree: MapNode): readonly ConfigError[] {
  const keypads = section(tree, 'lock_accessoires');
  if (keypads === null) return [];
  const withKeypad = new Set(keypads.entries.map(({ key }) => key.trim()));
  const unitErrors = (section(tree, 'apartment_locks')?.entries ?? []).flatMap(({ key, value }) => {
    const locks = value.kind === 'list' ? value.items : [value];
    return locks.flatMap((lock, index) => {
      if (lock.kind !== 'text' || !/^\d+$/.test(lock.text.trim()) || withKeypad.has(lock.text.trim())) return [];
      const path = ['apartment_locks', key, ...(value.kind === 'list' ? [String(index)] : [])];
      const { line } = errorAt(path, '', tree);
      return [{ ...errorAt(path.slice(0, 2), `lock ${lock.text.trim()} has no keypad in lock_accessoires`, tree), line }];
    });
  });
  const prefixErrors = (section(tree, 'digicode_prefixes')?.entries ?? [])
    .filter(({ key }) => /^\d+$/.test(key.trim()) && !withKeypad.has(key.trim()))
    .map(({ key }) => errorAt(['digicode_prefixes', key], 'this lock has no keypad in lock_accessoires', tree));
  return [...unitErrors, ...prefixErrors];
}

function timeErrors(tree: MapNode): readonly ConfigError[] {
  const times = section(tree, 'default_times');
  const has = (key: string): boolean => times?.entries.some((entry) => entry.key === key && entry.value.kind !== 'empty') ?? false;
  return ['check_in', 'check_out']
    .filter((name) => has(`${name}_minute`) && !has(`${name}_hour`))
    .map((name) => errorAt(['default_times', `${name}_minute`], `stands without ${name}_hour`, tree));
}

function secretErrors(tree: MapNode): readonly ConfigError[] {
  const smoobu = section(tree, 'smoobu');
  if (smoobu === null) return [];
  const secret = smoobu.entries.find(({ key }) => key === 'api_secret');
  if (secret !== undefined && secret.value.kind !== 'empty') return [];
  return [errorAt(['smoobu', 'api_secret'], 'is missing; make a key with a secret in Smoobu under Settings > Advanced > API Keys', tree)];
}

function section(tree: MapNode, key: string): MapNode | null {
  const value = tree.entries.find((entry) => entry.key === key)?.value;
  return value?.kind === 'map' ? value : null;
}

function withoutRepeats(errors: readonly ConfigError[]): readonly ConfigError[] {
  return [...new Map(errors.map((error) => [`${String(error.line)} ${error.key} ${error.message}`, error])).values()];
}

function toConfig(form: ConfigForm): OldConfig {
  const times = form.default_times;
  const byLock = <T>(record: Readonly<Record<string, T>> | undefined): ReadonlyMap<number, T> =>
    new Map(Object.entries(record ?? {}).map(([lock, value]) => [Number(lock), value]));
  return {
    units: Object.entries(form.apartment_locks).map(([unit, lockIds]) => ({ unitId: Number(unit), lockIds })),
    keypads: byLock(form.lock_accessoires),
    prefixes: byLock(form.digicode_prefixes),
    checkIn: toTime(times?.check_in_hour, times?.check_in_minute),
    checkOut: toTime(times?.check_out_hour, times?.check_out_minute),
    pinLength: form.code_settings?.length ?? null,
    smoobu:
      form.smoobu === undefined
        ? null
        : {
            apiKey: new Secret(form.smoobu.api_key),
            apiSecret: form.smoobu.api_secret === undefined ? null : new Secret(form.smoobu.api_secret),
          },
    theKeys: form.thekeys === undefined ? null : { username: form.thekeys.username, password: new Secret(form.thekeys.password) },
  };
}

function toTime(hour: number | undefined, minute: number | undefined): WallTime | null {
  return hour === undefined ? null : wallTime(hour, minute ?? 0);
}
