/** What the documents list, they list whole: commands, exit codes, settings, problems, calls, rules, and the window's own words. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../build/dependency-rules.ts';
import { readArguments } from '../../electron/cli/arguments.ts';
import { EXIT } from '../../electron/cli/exit-code.ts';
import { PROBLEM_KINDS } from '../../shared/domain/problem.ts';
import type { HoldReason } from '../../shared/domain/plan.ts';
import { RUN_OUTCOMES } from '../../shared/domain/run.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { main } from '../../shared/i18n/en/main.ts';
import { problems } from '../../shared/i18n/en/main-problems.ts';
import { windowCatalogue } from '../../shared/i18n/window-catalogue.ts';
import type { Message } from '../../shared/i18n/message.ts';
import { CALLS } from '../../shared/ipc/channels.ts';
import { page, pages } from './pages.ts';
import type { Page } from './pages.ts';

const commandLine = page('docs/command-line.md');
const guide = page('docs/user-guide.md');
const architecture = page('docs/architecture.md');
const security = page('docs/security.md');

/** The rows below the table heading that begins so, up to the next table's. */
function table({ rows, path }: Page, ...heading: readonly string[]): readonly (readonly string[])[] {
  const start = rows.findIndex((row) => heading.every((cell, index) => row[index] === cell));
  if (start < 0) throw new Error(`${path} has no table "${heading.join(' | ')}"`);
  const width = rows[start]?.length;
  const rest = rows.slice(start + 1);
  const end = rest.findIndex(
    (row) =>
      row.length !== width ||
      /^(command|code|key|problem|outcome|reason|calls|rule|in the file|file|about|status|word)$/.test(row[0] ?? ''),
  );
  return end < 0 ? rest : rest.slice(0, end);
}
const quotedIn = (cell: string | undefined): readonly string[] => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

describe('the command line', () => {
  const helpOf = (words: readonly string[]): string => {
    const reading = readArguments([...words, '--help'], 200);
    return reading.kind === 'help' ? reading.text : '';
  };
  const namesIn = (help: string): readonly string[] => {
    const [, list = ''] = help.split('\nCommands:\n');
    return [...list.matchAll(/^ {2}([a-z][a-z-]*)\b/gm)].map((match) => match[1] ?? '').filter((name) => name !== 'help');
  };
  const optionsOf = (words: readonly string[]): readonly string[] => {
    const [own = ''] = helpOf(words).split('Global Options:');
    return [...new Set(own.match(/--[a-z-]+/g))].filter((option) => option !== '--help').sort();
  };
  const commands = namesIn(helpOf([])).flatMap((name) => {
    const below = namesIn(helpOf([name]));
    return below.length === 0 ? [name] : below.map((second) => `${name} ${second}`);
  });
  const described = new Map(
    table(commandLine, 'command', 'does').flatMap(([cell]) => {
      const [text = ''] = quotedIn(cell);
      const [first = '', second = ''] = text.split(' ');
      const options = [...new Set(text.match(/--[a-z-]+/g))].sort();
      const names = ['codes', 'credentials', 'messages', 'people', 'templates'].includes(first)
        ? second.split('|').map((word) => `${first} ${word}`)
        : [first];
      return names.map((name) => [name, { options, isShort: text.includes('same options') }] as const);
    }),
  );

  it('has a row for each command, and no other', () => {
    expect(commands.length).toBeGreaterThan(12);
    expect([...described.keys()].sort()).toEqual([...commands].sort());
  });
  it.each(commands)('%s: every option, and no other', (name) => {
    const row = described.get(name);
    const expected = optionsOf(name.split(' '));
    if (row?.isShort === true) expect(row.options.filter((option) => !expected.includes(option))).toEqual([]);
    else expect(row?.options).toEqual(expected);
  });
  it('says what is understood everywhere', () => {
    const line = commandLine.text.split('\n').find((text) => text.startsWith('Everywhere:')) ?? '';
    const named = quotedIn(line).flatMap((text) => text.match(/^--[a-z-]+/g) ?? []);
    const [root = ''] = helpOf([]).split('\nCommands:\n');
    expect([...new Set(named)].sort()).toEqual([...new Set(root.match(/--[a-z-]+/g))].sort());
  });
  it('has every exit code, and no other', () => {
    const codes = table(commandLine, 'code', 'meaning').map(([code]) => Number(code));
    expect(codes).toEqual(Object.values(EXIT));
  });
});

describe('the settings', () => {
  /** The pause is one choice, and lists are filled by the user: both count as one. */
  function leaves(value: unknown, path: string): readonly (readonly [string, unknown])[] {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || path === 'pause') return [[path, value]];
    return Object.entries(value).flatMap(([key, below]) => leaves(below, path === '' ? key : `${path}.${key}`));
  }
  it('are in the table, each with its default, and no other', () => {
    const rows = table(guide, 'key', 'default').map(([key, value]) => [quotedIn(key)[0], JSON.parse(value ?? '') as unknown]);
    expect(rows.length).toBeGreaterThan(25);
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(leaves(defaultSettings(), '')));
  });
});

describe('the user guide', () => {
  const firsts = (...heading: readonly string[]): readonly string[] => table(guide, ...heading).flatMap(([cell]) => quotedIn(cell));

  it('explains every problem, outcome and reason to wait', () => {
    const reasons = {
      'someone-may-be-inside': 0,
      'no-longer-booked': 0,
      'doors-changed': 0,
      'too-many-deletes': 0,
      'clock-stepped': 0,
      'no-bookings': 0,
      'bookings-gone': 0,
      'decision-outdated': 0,
    } satisfies Record<HoldReason, 0>;
    expect([...new Set(firsts('problem', 'for the guest'))].sort()).toEqual([...PROBLEM_KINDS].sort());
    expect(firsts('outcome', 'in the history')).toEqual(RUN_OUTCOMES);
    expect(firsts('reason', 'in the window')).toEqual(Object.keys(reasons));
  });

  it('speaks the window’s words: what is bold there is in a catalogue', () => {
    const catalogues: readonly Readonly<Record<string, Message>>[] = [windowCatalogue, main, problems];
    const texts = catalogues
      .flatMap((catalogue) => Object.values(catalogue))
      .flatMap((message) => (typeof message === 'string' ? [message] : (Object.values(message as object) as string[])));
    const words = new Set(texts);
    /** A place of a message may be left open (“…”) in the guide; one that is nothing but places says nothing. */
    const open = new Set(texts.filter((text) => /\{\w+\}/.test(text)).map((text) => text.replaceAll(/\{\w+\}/g, '…')));
    const bold = [...guide.text.matchAll(/\*\*([^*]+)\*\*/g)].map((match) => match[1] ?? '');
    expect(bold.length).toBeGreaterThan(60);
    expect(bold.filter((text) => !words.has(text) && !open.has(text))).toEqual([]);
  });
});

it('docs/architecture.md has a row for every rule of imports, and no other', () => {
  const described = table(architecture, 'rule', 'code').flatMap(([cell]) => quotedIn(cell));
  expect([...described].sort()).toEqual(rules.forbidden.map(({ name }) => name).sort());
});

it('docs/security.md says of every call what somebody who controls the page could do with it', () => {
  const described = table(security, 'calls', 'what they could do').flatMap(([cell]) => quotedIn(cell));
  expect([...described].sort()).toEqual([...CALLS].sort());
});

it('docs/decisions/README.md lists every decision, and each has its four parts', () => {
  const decisions = pages.filter(({ path }) => path.startsWith('docs/decisions/') && !path.endsWith('README.md'));
  const listed = [...page('docs/decisions/README.md').text.matchAll(/\]\(([\w-]+\.md)\)/g)].map(
    (match) => `docs/decisions/${match[1] ?? ''}`,
  );
  expect([...listed].sort()).toEqual(decisions.map(({ path }) => path));
  const parts = ['**Context.**', '**Decision.**', '**Consequences.**', '**What would change it.**'];
  for (const { path, text } of decisions) expect([path, parts.filter((part) => !text.includes(part))]).toEqual([path, []]);
});

describe('what has shown what', () => {
  const testing = page('docs/testing.md');
  const WAYS = ['demo clouds', 'stand-in', 'faked platform', 'produced files', 'real system', 'real Electron', 'live account'];
  const claims = table(testing, 'claim', 'shown by', 'in', 'still open');

  it('names one of these ways for each claim, and where to look', () => {
    expect(claims.length).toBeGreaterThan(10);
    for (const [claim, ways = '', where] of claims) {
      expect(
        ways.split(', ').filter((way) => !WAYS.includes(way)),
        claim,
      ).toEqual([]);
      expect(quotedIn(where), claim).not.toEqual([]);
    }
  });
  it('claims nothing of Electron or an account, where nothing has run yet', () => {
    expect(claims.filter(([, ways = '']) => /real Electron|live account/.test(ways))).toEqual([]);
  });
});
