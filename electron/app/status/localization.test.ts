/** The running app in several languages, and in a pseudo-language that shows text that is not from a catalogue. */
import { describe, expect, it } from 'vitest';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import { noticesOverTime } from '../../../tests/support/app/notices-over-time.ts';
import {
  FORMATS,
  NOW_MS,
  LOCALIZATION,
  failed,
  hold,
  known,
  rejectedProblem,
  report,
  settings,
  state,
  status,
} from '../../../tests/support/app/state-fixtures.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { LANGUAGES } from '../../../shared/i18n/languages.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import { mainCatalogue, mainText } from '../../../shared/i18n/main-texts.ts';
import type { MainCatalogue } from '../../../shared/i18n/main-texts.ts';
import { createTranslate } from '../../../shared/i18n/message.ts';
import { problemText } from '../../../shared/i18n/problem-text.ts';
import { pseudoSection } from '../../../tests/support/pseudo.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { viewAt } from '../desktop/view.ts';
import type { AppState } from './app-state.ts';
import { UNKNOWN_HEALTH } from './cloud-health.ts';
import { mattersOf } from '../attention/index.ts';
import type { Notice } from '../attention/notice-types.ts';
import { trayModel } from '../tray/tray-model.ts';
import type { TrayEntry, TrayModel } from '../tray/tray-types.ts';
import { factsAt } from './facts.ts';
import type { Localization } from './localization.ts';
import { bookingId, unitId } from '../../../tests/support/ids.ts';

function labels(entries: readonly TrayEntry[]): readonly string[] {
  return entries.flatMap((entry) => (entry.kind === 'item' ? [entry.label, ...labels(entry.submenu)] : []));
}
const UNMAPPED: Problem = {
  kind: 'unmapped-unit',
  text: problemText('problem.unmapped', { arrival: '2026-11-24' }),
  retryable: false,
  bookingId: bookingId(7),
  unitId: unitId(3),
};

describe('switching the language', () => {
  function running() {
    const found = desktopHost(settings());
    const trays: TrayModel[] = [];
    const notices: Notice[] = [];
    const published: string[] = [];
    Object.assign(found.ports.screen, {
      showTray: (model: TrayModel) => trays.push(model),
      showNotices: (shown: readonly Notice[]) => notices.push(...shown),
      publish: ({ fields }: { fields: object }) => published.push(...Object.keys(fields)),
    });
    found.desktop.start();
    const setLanguage = (language: Language) => {
      const now = found.desktop.settings();
      found.desktop.saveSettings({ ...now, app: { ...now.app, language } });
    };
    return { ...found, trays, notices, published, setLanguage };
  }

  it('changes tray, list, problems and refusals at once, and later notifications', async () => {
    const { desktop, calls, trays, notices, published, setLanguage } = running();
    desktop.dispatch({ kind: 'run-finished', report: report({ outcome: 'partial', problems: [UNMAPPED] }), atMs: NOW_MS });
    expect(trays.at(-1)?.menu).toContainEqual(expect.objectContaining({ label: LOCALIZATION.text('tray.to-do', { count: 1 }) }));
    published.length = 0;
    setLanguage('de');
    expect(labels(trays.at(-1)?.menu ?? [])).toEqual(
      expect.arrayContaining(['1 Aufgabe', 'Jetzt synchronisieren', 'Pausieren', 'Beenden']),
    );
    expect([...published].sort()).toEqual(['appearance', 'attention', 'lastRun', 'settings']);
    const now = desktop.snapshot();
    expect(now.appearance).toMatchObject({ language: 'de', locale: 'de' });
    const german = 'Buchung 7 (Anreise 2026-11-24) ist in der Unterkunft 3';
    expect([now.attention[0]?.title, now.lastRun?.problems[0]?.message]).toEqual([
      expect.stringContaining(german),
      expect.stringContaining(german),
    ]);
    expect(contract['snapshot.get'].output.safeParse(now).error).toBeUndefined();
    expect(await calls['holds.apply']({ keys: ['gone'] })).toMatchObject({
      error: { message: expect.stringContaining('Das braucht Ihre Zustimmung nicht mehr') as string },
    });

    expect(notices).toEqual([]);
    desktop.dispatch({ kind: 'run-finished', report: failed(rejectedProblem('smoobu')), atMs: NOW_MS });
    expect(notices.map(({ title }) => title)).toEqual(['Smoobu nimmt die Zugangsdaten nicht an']);
    setLanguage('pl');
    expect(notices).toHaveLength(1);
  });

  it('uses the system’s language until the user chooses one; native dialogs follow the theme', () => {
    const found = desktopHost(settings(), { systemLocales: ['xx-invalid-', 'fr-CH', 'de-DE'] });
    found.desktop.start();
    expect([found.desktop.snapshot().appearance, found.desktop.text('tray.quit')]).toEqual([
      { language: 'fr', locale: 'fr-CH', theme: 'system' },
      'Quitter',
    ]);
    const now = found.desktop.settings();
    found.desktop.saveSettings({ ...now, app: { ...now.app, theme: 'dark', language: 'de' } });
    found.desktop.saveSettings({ ...found.desktop.settings(), pause: { kind: 'until-resumed' } });
    expect(found.happened.filter((line) => line.startsWith('theme'))).toEqual(['theme system', 'theme dark']);
    expect(found.desktop.snapshot().appearance.locale).toBe('de-DE');
  });

  it('does not repeat notifications', () => {
    const notify = noticesOverTime();
    const state = known(status(1, NOW_MS + 20 * HOUR_MS, false));
    expect(notify({ state })).toHaveLength(1);
    const polish: Localization = { ...LOCALIZATION, language: 'pl', locale: 'pl', text: mainText({ language: 'pl', locale: 'pl' }) };
    expect(notify({ state, localization: polish })).toEqual([]);
    expect(notify({ localization: polish, state: known(status(1, NOW_MS + 20 * HOUR_MS, true)) })).toMatchObject([
      { body: 'Flat 1: przeszkoda dla gościa usunięta.' },
    ]);
  });
});

describe('in the pseudo-language', () => {
  const text = createTranslate<MainCatalogue>(pseudoSection(mainCatalogue('en')), 'en');
  const PSEUDO: Localization = { ...LOCALIZATION, text, formats: { ...FORMATS, time: () => '15:00' } };
  /** Letters outside all brackets. */
  function bare(shown: string): string {
    let depth = 0;
    const outside = [...shown].filter((character) => {
      if (character === '⟦') depth += 1;
      if (character === '⟧') depth -= 1;
      return depth === 0 && /\p{L}/u.test(character);
    });
    return outside.join('');
  }
  const stays = [1, 2, 3, 4, 5]
    .map((id) => status(id, NOW_MS + id * HOUR_MS, false))
    .map((of, index) => ({ ...of, stay: { ...of.stay, unitName: index === 0 ? '' : `Flat ${String(index)}` } }));
  const keychain = { kind: 'keychain-missing', message: 'raw' } as const;
  const health = { smoobu: { ...UNKNOWN_HEALTH, unreachableRuns: 4 }, 'the-keys': { ...UNKNOWN_HEALTH, isRejected: true } };
  const everythingWrong = state({
    ...known(...stays),
    keychain,
    health,
    planProblems: [UNMAPPED],
    holds: [hold('a'), hold('b')],
    recovered: ['settings', 'history'],
  });

  it('all text in the tray is from a catalogue', () => {
    const { run, counts, problems, requests } = report();
    const lastRuns = (['ok', 'nothing-to-do', 'partial', 'held', 'failed', 'interrupted'] as const).map((outcome) => ({
      run: { ...run, outcome },
      counts,
      problems,
      requests,
    }));
    const about = {
      version: '0.1.0',
      system: 'linux',
      localization: PSEUDO,
      covered: null,
      limits: { list: () => [] },
      startAtLogin: { isPossible: true },
    } as const;
    const shown: readonly (readonly [Partial<AppState>, hasMatters: boolean])[] = [
      ...lastRuns.map((lastRun) => [{ lastRun }, false] as const),
      [{ activity: 'syncing', progress: { phase: 'apply', done: 1, total: 4 } }, true],
      [{ activity: 'starting' }, true],
      [{ settings: settings({ pause: { kind: 'until', untilMs: NOW_MS + HOUR_MS } }), isDemo: true }, false],
      [{ isOnline: false }, false],
      [{ nextRunAtMs: NOW_MS }, true],
    ];
    for (const [changes, hasMatters] of shown) {
      for (const base of [state(), everythingWrong]) {
        const { snapshot, matters } = viewAt({ ...base, ...changes }, NOW_MS, about);
        const model = trayModel(snapshot, hasMatters ? matters : [], { nowMs: NOW_MS, localization: PSEUDO });
        expect([model.tooltip, ...labels(model.menu)].map(bare).join('')).toBe('');
      }
    }
  });

  it('all text in list items and notifications is from a catalogue', () => {
    const { attention } = viewAt(everythingWrong, NOW_MS, {
      version: '0.1.0',
      system: 'mac',
      localization: PSEUDO,
      covered: null,
      limits: { list: () => [] },
      startAtLogin: { isPossible: true },
    }).snapshot;
    expect(attention.length).toBeGreaterThan(7);
    expect(attention.map(({ title, message }) => bare(`${title} ${message}`)).join('')).toBe('');
    const { mapping } = settings();
    const steps = [mapping, { ...mapping, units: [] }].flatMap((mapped) => {
      const unfinished = settings({ setup: { done: false, sinceMs: 0 }, mapping: mapped });
      return mattersOf(
        factsAt({ ...everythingWrong, settings: unfinished, ...known() }, NOW_MS, { system: 'linux', localization: PSEUDO }),
      );
    });
    expect(steps.filter(({ kind }) => kind === 'first-steps')).toHaveLength(2);
    expect(steps.flatMap(({ item }) => (item === null ? [] : [bare(item.message), bare(item.trayLabel)])).join('')).toBe('');
    const notify = noticesOverTime();
    const notices = [
      ...notify({ localization: PSEUDO, state: everythingWrong }),
      ...notify({ localization: PSEUDO }),
      ...notify({ localization: PSEUDO, state: known(...stays.slice(0, 1)) }),
    ];
    expect(notices.length).toBeGreaterThan(4);
    expect(notices.flatMap(({ title, body }) => [bare(title), bare(body)]).join('')).toBe('');
  });
});

it.each(LANGUAGES)('no menu entry is cut off in %s', (language) => {
  const labels = Object.entries(mainCatalogue(language)).flatMap(([key, message]) =>
    key.startsWith('tray.') && typeof message === 'string' ? [message] : [],
  );
  // Placeholders at their longest: 24 characters of a unit's name, 16 beside 20 of a guest's; a weekday with its time.
  const longest = labels.map((label) => {
    const hasGuest = label.includes('{guest}');
    const names = label.replace('{unit}', 'x'.repeat(hasGuest ? 16 : 24)).replace('{guest}', 'x'.repeat(20));
    return names
      .replace('{time}', 'x'.repeat(hasGuest ? 8 : 12))
      .replace('{mark}', '✓')
      .replace('{cloud}', 'The Keys');
  });
  expect(longest.filter((label) => label.length > 59)).toEqual([]);
});
