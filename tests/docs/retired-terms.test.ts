/** No document and nothing that the command line or the window says uses a term that docs/writing.md has retired. */
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../electron/cli/arguments.ts';
import { DEMO_HELP } from '../../electron/demo/command/main.ts';
import { story } from '../../electron/demo/command/story.ts';
import { parseFault } from '../../electron/demo/parse-fault.ts';
import { main } from '../../shared/i18n/en/main.ts';
import { problems } from '../../shared/i18n/en/main-problems.ts';
import { windowCatalogue } from '../../shared/i18n/window-catalogue.ts';
import type { Message } from '../../shared/i18n/message.ts';
import { ok } from '../../shared/result.ts';
import { NOW_MS } from '../support/cli/fake-backend.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { CREATE, detail, HELD, report, UPDATE } from '../support/cli/sample-run.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { page, pages } from './pages.ts';

const { rows } = page('docs/writing.md');
/** An asterisk stands for any ending. */
const retired = rows.slice(rows.findIndex(([heading]) => heading === 'retired') + 1).map(([term = '']) => ({
  term,
  pattern: new RegExp(`\\b${term.replaceAll(' ', '\\s+').replaceAll("'", "['’]").replace(/\*$/, '\\w*')}\\b`, 'i'),
}));

const found = (text: string): readonly string[] => retired.flatMap(({ term, pattern }) => (pattern.test(text) ? [term] : []));

const textsOf = (catalogue: Readonly<Record<string, Message>>): readonly string[] =>
  Object.values(catalogue).flatMap((message) => (typeof message === 'string' ? [message] : (Object.values(message as object) as string[])));

it('the list has terms, and finds them over line ends and with either apostrophe', () => {
  expect(retired.length).toBeGreaterThan(30);
  expect(found('It waits\nfor you, a client never knocks twice, without the host’s word.')).toEqual([
    "host's word",
    'knock*',
    'waits for you',
  ]);
  expect(found('It runs, and the code is kept.')).toEqual([]);
});

describe('documents', () => {
  const proseOf = (text: string): string => text.replaceAll(/^ *```[^]*?^ *```/gm, '').replaceAll(/`[^`\n]+`/g, '');

  it.each(pages.filter(({ path }) => !/^docs\/(command-line|writing)\.md$/.test(path)))('$path', ({ text }) => {
    expect(found(proseOf(text))).toEqual([]);
  });
});

it('the window', () => {
  const texts = Object.entries(windowCatalogue).flatMap(([key, message]) =>
    textsOf({ [key]: message }).flatMap((text) => found(text).map((term) => ({ key, term, text }))),
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

  it('what problems, failures, the tray and notifications say', () => {
    expect(textsOf({ ...main, ...problems }).flatMap(found)).toEqual([]);
  });

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
