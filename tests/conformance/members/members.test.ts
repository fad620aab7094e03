/**
 * Electron's members: each that the program uses exists on every platform that reaches it, as Electron's typings say, is in the stand-in, and
 * is shown by the conformance suite. The exceptions are in tables.ts, each with its reason.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromRoot, readSources, ROOT } from './program.ts';
import type { Sources } from './program.ts';
import { membersOfStandin, readTypings } from './standin-members.ts';
import { HARMLESS, UNPROVEN } from './tables.ts';
import { misuses, usesIn } from './uses.ts';
import type { Use } from './uses.ts';

/** Only these use Electron's types; the others take longer to look through. */
const NEAR_ELECTRON = /from '(electron|[^']*\/platform\/[^']*|[^']*\/(window|platform|start)\.ts)'|require\('electron'\)/;

const found = (missed: ReturnType<typeof misuses>): string[] =>
  missed.map(({ member, missingOn, file, line }) => `${member} is missing on ${String(missingOn)} (${fromRoot(file)}:${line})`);

/** The uses in each text, as if it were a file of the program. */
function usesInTexts(texts: readonly string[]): readonly (readonly Use[])[] {
  const names = texts.map((_, index) => `electron/snippet-${index}.ts`);
  const { program, files } = readSources([], Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ''])));
  return names.map((name) =>
    usesIn(
      program,
      files.filter((file) => fromRoot(file.fileName) === name),
    ),
  );
}

let sources: Sources = readSources([]);
let uses: readonly Use[] = [];
beforeAll(() => {
  const suite = globSync('tests/conformance/**/*.{ts,cjs}', { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'));
  sources = readSources([
    'electron/main.ts',
    'electron/preload.ts',
    'tests/host/standin/electron.ts',
    'tests/host/standin/page/preload-world.ts',
    ...suite,
  ]);
  uses = usesBelow('electron/').filter(({ member }) => member !== 'Process.resourcesPath');
}, 120_000);

const usesBelow = (folder: string): readonly Use[] =>
  usesIn(
    sources.program,
    sources.files.filter(({ fileName, text }) => fromRoot(fileName).startsWith(folder) && NEAR_ELECTRON.test(text)),
  );
const namesOf = (found: readonly Use[]): readonly string[] => [...new Set(found.map(({ member }) => member))];

describe('the members that the program uses', () => {
  it('are found', () => {
    const members = namesOf(uses);
    expect(members.length).toBeGreaterThan(150);
    for (const member of ['electron.app', "App.on('before-quit')", 'new Tray', 'WebPreferences.sandbox', 'IpcMain.handle', 'role: copy']) {
      expect(members).toContain(member);
    }
  });

  it('exist on every platform that reaches them, or do no harm', () => {
    const keyOf = ({ member, missingOn }: { readonly member: string; readonly missingOn: unknown }): string =>
      `${member} ${String(missingOn)}`;
    const missed = misuses(uses);
    const harmless = HARMLESS.map(keyOf);
    expect(found(missed.filter((use) => !harmless.includes(keyOf(use))))).toEqual([]);
    expect(
      harmless.filter((key) => !missed.some((use) => keyOf(use) === key)),
      'listed as harmless without need',
    ).toEqual([]);
  });

  it('are shown by this suite on each host, or only a person or the system can', () => {
    const shown = new Set(namesOf(usesBelow('tests/conformance/')));
    const missed = namesOf(uses).filter((member) => !shown.has(member) && !member.startsWith('electron.'));
    const open = missed.filter((member) => !UNPROVEN.some(({ members }) => members.test(member)));
    expect(open, 'show them in documented-*.test.ts, or say in tables.ts why nothing can').toEqual([]);
    expect(UNPROVEN.filter(({ members }) => !missed.some((member) => members.test(member)))).toEqual([]);
  });
});

describe('the stand-in', () => {
  it('has the members that the program uses, and no others', () => {
    const typings = readTypings(sources.program);
    const standin = membersOfStandin(
      sources.files.filter(({ fileName }) => fromRoot(fileName).startsWith('tests/host/standin/')),
      typings,
    );
    const used = namesOf(uses);
    const needed = used.filter((member) => typings.withMethods.has(member.split('.')[0] ?? ''));
    expect(needed.filter((member) => !standin.has(member))).toEqual([]);
    const shown = new Set([...used, ...namesOf(usesBelow('tests/conformance/'))]);
    // What drives a host, and the stand-in itself, may use more: by name, since much of that is without Electron's types. An event is named
    // where it is declared, and once more where it is sent.
    const texts = ['tests/host/**/*.{ts,cjs}', 'tests/e2e/*.ts'].flatMap((glob) => globSync(glob, { cwd: ROOT }));
    const text = texts.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
    const isDriven = (member: string): boolean => {
      const event = /on\('(.+)'\)$/.exec(member)?.[1];
      return event === undefined ? text.includes(`.${member.split('.')[1] ?? ''}`) : text.split(`'${event}'`).length > 2;
    };
    expect([...standin].filter((member) => !shown.has(member) && !isDriven(member))).toEqual([]);
  });
});

describe('the analysis', () => {
  const APP = `import { app, BrowserWindow, Notification, systemPreferences } from 'electron'; declare const platform: string; declare const other: boolean;\n`;
  it('finds what is missing, and where it is not reached', () => {
    const cases: readonly (readonly [text: string, expected: readonly string[]])[] = [
      [`app.dock?.hide();`, []],
      [`app.dock!.hide();`, ['Dock.hide is missing on linux,win32']],
      [`if (app.dock) app.dock.hide();`, []],
      [
        `if (process.platform === 'darwin') app.addRecentDocument('x'); else app.addRecentDocument('x');`,
        ['App.addRecentDocument is missing on linux'],
      ],
      [`app.setUserTasks([]);`, ['App.setUserTasks is missing on darwin,linux']],
      [`if (other) app.setUserTasks([]);`, ['App.setUserTasks is missing on darwin,linux']],
      [`if (platform === 'win32' && other) app.setUserTasks([]);`, []],
      [`if (platform === 'win32' || other) app.setUserTasks([]);`, ['App.setUserTasks is missing on darwin,linux']],
      [`platform !== 'win32' || app.setUserTasks([]);`, []],
      [`const isWindows = platform === 'win32'; const f = () => isWindows ? app.setUserTasks([]) : null;`, []],
      [`function f() { if (platform !== 'win32') return; app.setUserTasks([]); }`, []],
      [`function f() { if (platform === 'win32') return; app.setUserTasks([]); }`, ['App.setUserTasks is missing on darwin,linux']],
      [`app.on('open-file', () => {});`, ["App.on('open-file') is missing on linux,win32"]],
      [
        `app.once('before-quit', () => {}); new BrowserWindow().removeListener('session-end', () => {});`,
        ["BrowserWindow.on('session-end') is missing on darwin,linux"],
      ],
      [`new Notification({ title: 'x', subtitle: 'y' });`, ['NotificationConstructorOptions.subtitle is missing on linux,win32']],
      [`new Notification({ title: 'x', ...(platform === 'darwin' ? { subtitle: 'y' } : {}) });`, []],
      [
        `const more = { subtitle: 'y' }; new Notification({ title: 'x', ...more });`,
        ['NotificationConstructorOptions.subtitle is missing on linux,win32'],
      ],
      [
        `const all = { title: 'x', subtitle: 'y' }; new Notification(all);`,
        ['NotificationConstructorOptions.subtitle is missing on linux,win32'],
      ],
      [`const all = platform === 'darwin' ? { subtitle: 'y' } : {}; new Notification(all);`, []],
      [`const { accessibilitySupportEnabled } = app;`, ['App.accessibilitySupportEnabled is missing on linux']],
      [
        `import { Menu } from 'electron'; Menu.buildFromTemplate([{ role: 'hide' }, { role: 'copy' }]);`,
        ['role: hide is missing on linux,win32'],
      ],
      [`const wanted: { setUserTasks(tasks: []): boolean } = app;`, ['App.setUserTasks is missing on darwin,linux']],
      [
        `const f = (window: { isWindowMessageHooked(message: number): boolean } | null) => window; f(BrowserWindow.fromId(1));`,
        ['BrowserWindow.isWindowMessageHooked is missing on darwin,linux'],
      ],
      [
        `const f = (created: (event: object, window: { isWindowMessageHooked(message: number): boolean }) => void) => created;
        app.on('browser-window-created', f(() => {})); const g = (_: object, window: { isWindowMessageHooked(message: number): boolean }) => {};
        app.on('browser-window-created', g);`,
        [
          'BrowserWindow.isWindowMessageHooked is missing on darwin,linux',
          'BrowserWindow.isWindowMessageHooked is missing on darwin,linux',
        ],
      ],
      [`/** @platform win32 */ function tasks() { app.setUserTasks([]); }\nif (platform === 'win32') tasks();`, []],
      [`/** @platform win32 */ function tasks() { app.setUserTasks([]); }\ntasks();`, ['tasks() is missing on darwin,linux']],
    ];
    const results = usesInTexts(cases.map(([text]) => APP + text));
    expect(cases.map(([text], index) => [text, found(misuses(results[index] ?? [])).map((line) => line.replace(/ \(.*/, ''))])).toEqual(
      cases,
    );
  }, 120_000);
});
