/**
 * Electron's members by platform: each that the program uses exists on every platform that reaches it, as Electron's typings say, or is
 * listed here with the reason why it does no harm.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { fromRoot, readSources } from './program.ts';
import { misuses, usesIn } from './uses.ts';
import type { Use } from './uses.ts';

/** Where the typings say that a member is missing, and what happens there instead. From Electron's sources of this version. */
const HARMLESS: readonly { readonly member: string; readonly missingOn: string; readonly because: string }[] = [
  { member: "App.on('activate')", missingOn: 'linux,win32', because: 'is never sent: there, a second launch opens the window' },
  { member: 'BaseWindowConstructorOptions.autoHideMenuBar', missingOn: 'darwin', because: 'is ignored: the menu bar is not in the window' },
  { member: 'BrowserWindow.setContentProtection', missingOn: 'linux', because: 'does nothing, and docs/security.md says so' },
  {
    member: 'NativeTheme.shouldUseDarkColorsForSystemIntegratedUI',
    missingOn: 'linux',
    because: 'has the value of shouldUseDarkColors',
  },
  { member: "Notification.on('failed')", missingOn: 'linux', because: 'is sent there, too, when libnotify refuses' },
  { member: 'NotificationConstructorOptions.timeoutType', missingOn: 'darwin', because: 'is ignored: the user chooses in the settings' },
  { member: 'NotificationConstructorOptions.urgency', missingOn: 'darwin', because: 'is ignored' },
  { member: "PowerMonitor.on('shutdown')", missingOn: 'win32', because: 'is never sent: there it is the window that learns of it' },
  { member: 'role: window', missingOn: 'linux,win32', because: 'has no effect: the item has a submenu of its own' },
];

const found = (uses: readonly Use[]): string[] =>
  misuses(uses).map(({ member, missingOn, file, line }) => `${member} is missing on ${String(missingOn)} (${fromRoot(file)}:${line})`);

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

describe('the members that the program uses', () => {
  let uses: readonly Use[] = [];
  beforeAll(() => {
    const { program, files } = readSources(['electron/main.ts', 'electron/preload.ts']);
    uses = usesIn(
      program,
      files.filter(({ text }) => /from '(electron|[^']*\/platform\/[^']*|\.\/(window|platform)\.ts)'/.test(text)),
    );
  }, 120_000);

  it('are found', () => {
    const members = new Set(uses.map(({ member }) => member));
    expect(members.size).toBeGreaterThan(150);
    for (const member of ['electron.app', "App.on('before-quit')", 'new Tray', 'WebPreferences.sandbox', 'IpcMain.handle', 'role: copy']) {
      expect(members).toContain(member);
    }
  });

  it('exist on every platform that reaches them, or do no harm', () => {
    const harmless = new Set(HARMLESS.map(({ member, missingOn }) => `${member} ${missingOn}`));
    const missed = misuses(uses);
    expect(
      found(uses.filter((use) => misuses([use]).some(({ member, missingOn }) => !harmless.has(`${member} ${String(missingOn)}`)))),
    ).toEqual([]);
    const needed = new Set(missed.map(({ member, missingOn }) => `${member} ${String(missingOn)}`));
    expect(
      [...harmless].filter((entry) => !needed.has(entry)),
      'listed as harmless without need',
    ).toEqual([]);
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
      [`/** @platform win32 */ function tasks() { app.setUserTasks([]); }\nif (platform === 'win32') tasks();`, []],
      [`/** @platform win32 */ function tasks() { app.setUserTasks([]); }\ntasks();`, ['tasks() is missing on darwin,linux']],
    ];
    const results = usesInTexts(cases.map(([text]) => APP + text));
    expect(cases.map(([text], index) => [text, found(results[index] ?? []).map((line) => line.replace(/ \(.*/, ''))])).toEqual(cases);
  }, 120_000);
});
