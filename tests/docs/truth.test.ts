/** Every path, script, option, variable and link that a document names exists. What tables list is held by lists.test.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../electron/cli/arguments.ts';
import manifest from '../../package.json' with { type: 'json' };
import { brokenBecause, everything, localLinks, pages, ROOT, slug } from './pages.ts';

const files = everything();

/** Everything a document quotes as it would be typed. */
const quoted = pages.flatMap(({ path, code, fenced }) => [...code, ...fenced].map((text) => ({ path, text })));

describe('npm scripts', () => {
  const named = quoted.flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm (?:run (?:-s |--silent )?([\w:-]+)|(start|test)\b)/g)].map((match) => ({
      path,
      script: match[1] ?? match[2] ?? '',
    })),
  );
  it('exist', () => {
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ script }) => !(script in manifest.scripts))).toEqual([]);
  });
});

describe('paths', () => {
  /** Made by a build, or on a user's computer. */
  const GENERATED = /^(out|release|node_modules|coverage)(\/|$)/;
  const ELSEWHERE = new Set([
    'settings.json',
    'settings.last-good.json',
    'wishes.json',
    'probe.json',
    'account-facts.md',
    'config.php',
    'wrangler.toml',
    'history.sqlite',
    'config.yml',
    'x.test.ts',
    'app.asar',
    'app.asar/out/main.js',
    'wire.ts',
    '*.json',
    '*.csv',
    'latest*.yml',
  ]);
  const FOLDERS = new Set(files.filter((file) => /^[^/]+\/$/.test(file)).map((file) => file.slice(0, -1)));
  const FILE_NAME = /^[\w.*/-]+\.(tsx?|[cm]?js|json|md|ya?ml|css|svg|plist)$/;

  const isPath = (text: string): boolean =>
    /^[\w*][\w.*/-]*$|^\.[a-z][\w./-]*$/.test(text) &&
    ((text.includes('/') && FOLDERS.has(text.split('/')[0] ?? '')) || FILE_NAME.test(text));
  /** From the root, or the end of a path; a pattern matches at least one file. */
  const exists = (text: string): boolean => {
    const bare = text.replace(/\/$/, '');
    const pattern = bare.includes('/') ? bare : `**/${bare}`;
    if (text.includes('*')) return files.some((file) => matchesGlob(file.replace(/\/$/, ''), pattern));
    return files.some((file) => file.replace(/\/$/, '') === bare || file.replace(/\/$/, '').endsWith(`/${bare}`));
  };

  const named = pages.flatMap(({ path, code }) => code.filter(isPath).map((text) => ({ path, text })));
  it('exist', () => {
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ text }) => !GENERATED.test(text) && !ELSEWHERE.has(text) && !exists(text))).toEqual([]);
  });
});

describe('links', () => {
  const links = pages.flatMap(localLinks);
  const isPicture = ({ target }: { readonly target: string }): boolean => target.endsWith('.png');

  it('lead somewhere, anchors too', () => {
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((link) => !isPicture(link)).flatMap((link) => brokenBecause(link) ?? [])).toEqual([]);
  });

  it('to pictures lead to those of the window, each light and dark, and every picture is shown', () => {
    const pictures = links.filter(isPicture);
    expect(pictures.flatMap((link) => brokenBecause(link) ?? [])).toEqual([]);
    const shown = new Set(pictures.map(({ target }) => target.replace(/^.*\//, '')));
    expect([...shown].sort()).toEqual(readdirSync(join(ROOT, 'docs/pictures')).sort());
    expect([...shown].filter((name) => !shown.has(name.replace('-light', '-dark')))).toEqual([]);
  });

  it('are looked at: a wrong file, a wrong anchor', () => {
    expect(brokenBecause({ page: 'README.md', target: 'docs/nowhere.md' })).toContain('is not there');
    expect(brokenBecause({ page: 'docs/testing.md', target: 'sync-rules.md#nowhere' })).toContain('no such heading');
    expect(brokenBecause({ page: 'docs/testing.md', target: 'sync-rules.md#the-brake' })).toBeNull();
    expect(slug('Release checklist: what only a person can see')).toBe('release-checklist-what-only-a-person-can-see');
  });
});

describe('the command line', () => {
  const helpOf = (words: readonly string[]): string => {
    const reading = readArguments([...words, '--help'], 200);
    return reading.kind === 'help' ? reading.text : '';
  };
  const exists = (words: readonly string[]): boolean => helpOf(words).startsWith(`Usage: latchkey ${words.join(' ')} `);

  /** The words of each example up to the first that is no plain word: `codes list --lock 3705` gives codes list. */
  const examples = quoted.flatMap(({ path, text }) =>
    [...text.matchAll(/(?:\blatchkey -- |^latchkey )([^#]*)/g)].map((match) => {
      const words = (match[1] ?? '').trim().split(/\s+/);
      const isGroup = words[0] === 'codes' || words[0] === 'credentials';
      return { path, text, command: words[0]?.startsWith('-') === true ? [] : words.slice(0, isGroup ? 2 : 1) };
    }),
  );
  it('has every command of the examples', () => {
    expect(examples.length).toBeGreaterThan(8);
    expect(examples.filter(({ command }) => command.length > 0 && command[0] !== '…' && !exists(command))).toEqual([]);
    expect(exists(['synchronise'])).toBe(false);
  });

  /** Of other programs: what they are called is their makers' word. */
  const OTHERS =
    /^(npm audit|npx|gh|sha256sum|chrome|--no-sandbox|--inspect|--enable|--remote-debugging|--js-flags|--zygote)|getconf|xvfb-run/;
  const OTHER_OPTIONS = new Set(['--dir', '--config']);
  const DEMO_OPTIONS = /^--(serve|fault|latency-ms|demo|demo-faults|hidden|window)$/;

  it('has every option that is named', () => {
    const root = helpOf([]);
    const commands = [...root.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1] ?? '');
    const groups = commands.flatMap((name) => [...helpOf([name]).matchAll(/^ {2}([a-z]+) /gm)].map((match) => [name, match[1] ?? '']));
    const known = new Set([[], ...commands.map((name) => [name]), ...groups].flatMap((words) => helpOf(words).match(/--[a-z-]+/g) ?? []));
    const named = quoted
      .filter(({ text }) => !OTHERS.test(text))
      .flatMap(({ path, text }) =>
        (text.match(/(?<=^|[\s[(|])--[a-z]+(?:-[a-z]+)*(?![\w-])/g) ?? []).map((option) => ({ path, text, option })),
      );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ option }) => !known.has(option) && !DEMO_OPTIONS.test(option) && !OTHER_OPTIONS.has(option))).toEqual([]);
    expect(known.has('--reveal-all')).toBe(false);
  });
});

describe('variables of the environment', () => {
  const NAME = /\bLATCHKEY_[A-Z]+(?:_[A-Z]+)*\b(?!_)/g;
  const sources = files.filter((file) => /^(electron|build|tests|shared)\/.*\.(ts|cjs)$/.test(file) && !file.startsWith('tests/docs/'));
  const used = new Set(sources.flatMap((file) => readFileSync(join(ROOT, file), 'utf8').match(NAME) ?? []));
  const named = new Set(pages.flatMap(({ text }) => text.match(NAME) ?? []));
  /** From one of our processes, or from the build, to another; never set by hand. */
  const INTERNAL = new Set(['LATCHKEY_HOST_FACTS', 'LATCHKEY_STANDIN', 'LATCHKEY_SOAK', 'LATCHKEY_UPDATE_SOURCE']);

  it('that are named are read', () => expect([...named].filter((name) => !used.has(name))).toEqual([]));
  it('that may be set are named', () => {
    expect(used.size).toBeGreaterThan(8);
    expect([...used].filter((name) => !named.has(name) && !INTERNAL.has(name))).toEqual([]);
  });
});
