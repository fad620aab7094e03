/** No document and nothing that the command line or the window says uses a term that docs/writing.md has retired. */
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../electron/cli/arguments.ts';
import { DEMO_HELP } from '../../electron/demo/command/main.ts';
import { story } from '../../electron/demo/command/story.ts';
import { parseFault } from '../../electron/demo/parse-fault.ts';
import { LANGUAGES } from '../../shared/i18n/languages.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { ok } from '../../shared/result.ts';
import { CATALOGUES, formsOf } from '../support/catalogues.ts';
import { NOW_MS } from '../support/cli/fake-backend.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { CREATE, detail, HELD, report, UPDATE } from '../support/cli/sample-run.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { page, pages } from './pages.ts';

const { rows } = page('docs/writing.md');
const afterHeading = rows.slice(rows.findIndex(([heading]) => heading === 'retired') + 1);
/** English has two columns; the table of the other languages has theirs before. An asterisk stands for any ending. */
const retiredIn = (language: Language) =>
  afterHeading
    .map((cells) => (cells.length === 2 ? ['en', ...cells] : cells))
    .flatMap(([of, term = '']) => (of === language ? [{ term, pattern: patternOf(term) }] : []));
const RETIRED = { en: retiredIn('en'), fr: retiredIn('fr'), de: retiredIn('de'), pl: retiredIn('pl') };

function patternOf(term: string): RegExp {
  const words = term.replaceAll(' ', '\\s+').replaceAll("'", "['’]").replace(/\*$/, '\\p{L}*');
  return new RegExp(`(?<!\\p{L})${words}(?!\\p{L})`, 'iu');
}
const found = (text: string, language: Language = 'en'): readonly string[] =>
  RETIRED[language].flatMap(({ term, pattern }) => (pattern.test(text) ? [term] : []));

it('the list has terms, and finds them over line ends and with either apostrophe', () => {
  expect(RETIRED.en.length).toBeGreaterThan(30);
  expect(found('It waits\nfor you, a client never knocks twice, without the host’s word.')).toEqual([
    "host's word",
    'knock*',
    'waits for you',
  ]);
  expect(found('It runs, and the code is kept.')).toEqual([]);
  expect(found('Zwei Läufen fehlt der Verlauf; der nächste Lauf', 'de')).toEqual(['Lauf', 'Läufe*']);
  expect(found('À voir au prochain passage', 'fr')).toEqual(['À voir', 'passage*']);
  expect(found('Podczas ostatniego przebiegu', 'pl')).toEqual(['przebieg*']);
});

describe('documents', () => {
  const proseOf = (text: string): string => text.replaceAll(/^ *```[^]*?^ *```/gm, '').replaceAll(/`[^`\n]+`/g, '');

  it.each(pages.filter(({ path }) => !/^docs\/(command-line|writing)\.md$/.test(path)))('$path', ({ text }) => {
    expect(found(proseOf(text))).toEqual([]);
  });
});

it.each(LANGUAGES)('the window, problems, failures, the tray and notifications in %s', (language) => {
  const texts = [...CATALOGUES[language].values()].flatMap((section) =>
    Object.entries(section).flatMap(([key, message]) =>
      Object.values(formsOf(message)).flatMap((text) => found(text, language).map((term) => ({ key, term, text }))),
    ),
  );
  expect(texts).toEqual([]);
});

describe('the command line', () => {
  const COMMANDS = ['', 'sync', 'watch', 'status', 'history', 'discover', 'import', 'doctor', 'codes', 'credentials'];
  const SECOND = { codes: ['list', 'create', 'update', 'delete'], credentials: ['set', 'test', 'remove'] };

  it.each([...COMMANDS, ...SECOND.codes.map((name) => `codes ${name}`), ...SECOND.credentials.map((name) => `credentials ${name}`)])(
    'the help of “%s”',
    (command) => {
      const help = readArguments([...command.split(' ').filter((word) => word !== ''), '--help'], 200);
      expect(help.kind).toBe('help');
      expect(found(JSON.stringify(help).replaceAll('\\n', '\n'))).toEqual([]);
    },
  );

  it.each([
    ['sync'],
    ['sync', '--config', 'none.yaml'],
    ['status'],
    ['history'],
    ['history', '--run', 'run-1'],
    ['history', '--booking', '1'],
    ['history', '--run', 'none'],
    ['discover'],
    ['doctor'],
    ['codes', 'list', '--lock', '3705'],
    ['codes', 'update', '1', '--lock', '3705', '--name', 'x'],
    ['credentials', 'set', 'smoobu'],
    ['credentials', 'test', 'the-keys'],
    ['credentials', 'remove', 'smoobu'],
    ['watch', '--cron', 'hourly'],
    ['import', 'old.yaml'],
    ['nonsense'],
  ])('%s %s %s', async (...words) => {
    const world = new FakeWorld();
    world.files['/work/old.yaml'] = 'smoobu: { api_key: x }\napartment_locks: { 1: 2 }\nlock_accessoires: { 2: Kp }\n';
    const mixed = report('held', { operations: [CREATE, HELD, UPDATE] });
    world.backend.reports = [ok(mixed)];
    world.backend.runs = [detail(mixed)];
    world.backend.holds = [{ operation: HELD, sinceMs: NOW_MS }];
    world.backend.sources = { ...world.backend.sources, pinKey: { kind: 'none' } };
    const ran = await world.run(...words);
    expect(`${ran.out}${ran.error}`.length).toBeGreaterThan(20);
    expect(found(`${ran.out}\n${ran.error}`)).toEqual([]);
  });

  it.each(['', 'smoobu=html', 'the-keys:writes=server-error', 'the-keys:list-3701=empty'])(
    'the demo, with the fault “%s”',
    async (fault) => {
      const change = parseFault(fault);
      const printed: string[] = [DEMO_HELP];
      await story({
        // Wide, so that no cell of a table wraps.
        style: { width: 2_000, paint: (_tone, text) => text },
        print: (text) => void printed.push(text),
        version: 'test',
        faults: change.ok ? [change.value] : [],
        latencyMs: 0,
        clock: createVirtualClock({ nowMs: Date.parse('2026-11-23T10:30:00Z') }),
      });
      expect(printed.length).toBeGreaterThan(10);
      expect(found(printed.join('\n'))).toEqual([]);
    },
  );
});
