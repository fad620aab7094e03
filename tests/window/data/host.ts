/** A main process as data: a snapshot made by the app's own functions, and an answer to every call of the window. */
import { supportReport } from '../../../electron/app/reports/history-report.ts';
import { shownRuns } from '../../../electron/app/reports/shown-runs.ts';
import { initialState, reduce } from '../../../electron/app/status/app-state.ts';
import type { AppEvent } from '../../../electron/app/status/app-event.ts';
import type { AppState } from '../../../electron/app/status/app-state.ts';
import { viewAt } from '../../../electron/app/desktop/view.ts';
import type { HistoryStore } from '../../../electron/app/ports/storage.ts';
import type { Localization } from '../../../electron/app/status/localization.ts';
import { problemLocaliser, snapshotLocaliser } from '../../../electron/app/status/localise.ts';
import { guestNames, withBookedUnits } from '../../../electron/app/status/names.ts';
import { suggestGates } from '../../../electron/app/accounts/suggest-gates.ts';
import { suggestMapping } from '../../../electron/app/accounts/suggest-mapping.ts';
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { KnownDoors } from '../../../shared/readiness/facts.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { finderAnswers } from './finder.ts';
import { readTag } from '../../../shared/reconcile/tag.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { ok, refused } from '../scene.ts';
import type { Answers, GalleryHost } from '../scene.ts';
import { NOW_MS } from './clock.ts';
import { doorPanelAnswers } from './door-panel.ts';
import { doorAnswers } from './doors.ts';
import { ENGLISH } from './localization.ts';
import type { Portfolio } from './portfolios.ts';
import { stayAnswers } from './stays.ts';
import { codeId, place } from '../../support/ids.ts';

const VERSION = '0.1.0';
const COVERED = { untilMs: Date.parse('2027-02-24T14:00:00Z'), ends: 'arrival', messages: 0, asOfMs: NOW_MS } as const;

export interface HostParts {
  readonly portfolio: Portfolio;
  readonly settings: Settings;
  /** Live runs the app has seen since its start; the last one made the stays. */
  readonly seen: readonly RunReport[];
  readonly history: HistoryStore;
}

export function hostOf({ portfolio, settings, seen, history }: HostParts): GalleryHost {
  const snapshotIn = (localization: Localization): AppSnapshot => snapshotAfter(settings, seen, portfolio.doors, localization);
  const snapshot = snapshotIn(ENGLISH);
  return {
    snapshot,
    snapshotIn,
    answers: {
      ...finderAnswers(snapshot, settings),
      ...accountAnswers(snapshot),
      ...mappingAnswers(portfolio, settings),
      ...doorAnswers(portfolio.doors, settings),
      ...doorPanelAnswers(portfolio, snapshot),
      ...historyAnswers(snapshot, history),
      ...stayAnswers(snapshot, portfolio, settings),
    },
  };
}

/** As the user would have left them: connected, mapped, with the first steps behind them. */
export function settledSettings({ settings }: Portfolio): Settings {
  return {
    ...settings,
    setup: { done: true, sinceMs: 0 },
    stored: { smoobu: true, theKeys: true, pinKey: true, watchdog: false, theKeysUser: '+33 •••••••00' },
  };
}
export function newSettings(): Settings {
  return defaultSettings();
}

function snapshotAfter(settings: Settings, seen: readonly RunReport[], doors: KnownDoors, localization: Localization): AppSnapshot {
  const { smoobu, theKeys, theKeysUser } = settings.stored;
  const first = initialState({
    settings,
    isDemo: false,
    isOnline: true,
    holds: [],
    lastRun: null,
    userNames: { smoobu: null, 'the-keys': theKeysUser },
  });
  const events: AppEvent[] = [
    { kind: 'schedule', nextRunAtMs: settings.setup.done ? NOW_MS + 15 * MINUTE_MS : null },
    ...(smoobu ? [{ kind: 'connection-tested', cloud: 'smoobu', failure: null, atMs: NOW_MS - HOUR_MS } as const] : []),
    ...(theKeys ? [{ kind: 'connection-tested', cloud: 'the-keys', failure: null, atMs: NOW_MS - HOUR_MS } as const] : []),
    ...seen.flatMap((report): AppEvent[] => [
      { kind: 'run-finished', report, atMs: Date.parse(report.run.finishedAt), doors },
      { kind: 'holds-changed', holds: report.operations.filter(({ status }) => status === 'held') },
    ]),
  ];
  const about = {
    version: VERSION,
    system: 'linux' as const,
    localization,
    covered: settings.setup.done ? COVERED : null,
    limits: { list: () => [] },
    startAtLogin: { isPossible: true },
  };
  const state: AppState = events.reduce(reduce, first);
  return { revision: 40, ...viewAt(state, NOW_MS, about).snapshot };
}

function accountAnswers({ connections }: AppSnapshot): Answers {
  const tested = { atMs: NOW_MS, failure: null };
  return {
    'sync.now': () => ok(null),
    'holds.apply': () => ok(null),
    'holds.dismiss': () => ok({ wasWaiting: true }),
    'question.answer': () => ok({ wasOpen: true }),
    'pause.set': ({ choice }) =>
      ok(
        choice === 'none'
          ? { kind: 'none' as const }
          : choice === 'until-resumed'
            ? { kind: 'until-resumed' as const }
            : { kind: 'until' as const, untilMs: NOW_MS + (choice === 'hour' ? 1 : 21) * HOUR_MS },
      ),
    'credentials.save': ({ cloud }) => ok({ stored: true, userName: cloud === 'smoobu' ? null : '+33 •••••••00', lastTest: tested }),
    'credentials.test': ({ cloud }) => ok({ ...connections[cloud], lastTest: tested }),
    'credentials.remove': () => ok({ stored: false, userName: null, lastTest: null }),
    'settings.save': () => ok(null),
    'schedule.preview': ({ cron }) => {
      const isValid = /^(\S+ ){4}\S+$/.test(cron.trim());
      return ok({ valid: isValid, nextRunsMs: isValid ? [15, 30, 45].map((minutes) => NOW_MS + minutes * MINUTE_MS) : [] });
    },
    'logs.open': () => ok(null),
    'setup.finish': () => ok(null),
    'settings.reset': () => ok(null),
    'demo.start': () => ok(null),
    'demo.leave': () => ok(null),
    'backup.save': () => ok({ savedAs: 'latchkey-settings-2026-11-23.json' }),
  };
}

function mappingAnswers(portfolio: Portfolio, settings: Settings): Answers {
  const { units, locks, codes, preview, draftPreview } = portfolio;
  const state = (): CallOutput<'mapping.get'> => ({
    units: settings.mapping.units.map((unit) => ({ ...unit, doors: [...unit.doors] })),
    before: null,
  });
  const isMapped = (unitId: number): boolean => settings.mapping.units.some((unit) => unit.unitId === unitId && unit.doors.length > 0);
  const taken = new Set(settings.mapping.units.flatMap(({ doors }) => doors.map(({ lockId }) => lockId)));
  const free = { units: units.filter(({ id }) => !isMapped(id)), locks: locks.filter(({ id }) => !taken.has(id)) };
  const suggestions = suggestMapping(free.units, free.locks);
  const ownDoors = new Map(
    [...settings.mapping.units, ...suggestions].map(({ unitId, doors }) => [unitId, doors.map(({ lockId }) => lockId)]),
  );
  return {
    'accounts.discover': () =>
      ok({
        units: units.map(({ id, name }) => ({ unitId: id, name })),
        locks: locks.map(({ id, name, timeZone, batteryMillivolts, keypads }) => ({
          ...{ lockId: id, name, timeZone, batteryMillivolts },
          keypads: [...keypads],
        })),
        suggestions: suggestions.map(({ doors, ...rest }) => ({ ...rest, doors: [...doors] })),
        gates: suggestGates(units, locks, ownDoors).map((gate) => ({ ...gate, units: [...gate.units] })),
        houses: [],
        failures: [],
      }),
    'mapping.get': () => ok(state()),
    'mapping.save': ({ units: saved }) =>
      ok({
        before: [...state().units],
        units: saved.map((unit) => ({
          ...(state().units.find(({ unitId }) => unitId === unit.unitId) ?? EMPTY_UNIT),
          ...unit,
          doors: unit.doors.map((door) => ({ prefix: '', ...door })),
        })) as CallOutput<'mapping.get'>['units'],
      }),
    'mapping.undo': () => ok(state()),
    'plan.preview': ({ of }, localization) => ok(previewOf(of === 'draft' || of === 'settings' ? draftPreview : preview, localization)),
    'candidate.apply': () => ok({ ...state(), before: [] }),
    'candidate.drop': () => ok(null),
    'import.read': () =>
      ok({
        kind: 'read',
        units: portfolio.settings.mapping.units.map(({ unitId, name, doors }, index) => ({
          unitId,
          name,
          doors: [...doors],
          change: index === 0 ? ('changed' as const) : index < 3 ? ('same' as const) : ('new' as const),
        })),
        retired: [],
        checkIn: '16:00',
        checkOut: '11:00',
        pinLength: 6,
        smoobu: 'key-only',
        theKeys: true,
        leftOut: [],
        notTakenOver: [],
      }),
    'backup.read': () =>
      ok({
        kind: 'read',
        createdAtMs: NOW_MS - 72 * HOUR_MS,
        version: VERSION,
        units: 6,
        doors: 10,
        stays: 3,
        people: 1,
        unreadablePins: 0,
        differs: true,
      }),
    'codes.list': () =>
      ok({
        codes: codes.map(({ id, lockId, accessory, name, startDate, startTime, endDate, endTime, active, description }) => {
          const tag = readTag(description ?? '');
          return {
            ...place(lockId, accessory.stringId),
            codeId: codeId(id),
            name,
            start: localMoment(startDate, startTime),
            end: localMoment(endDate, endTime),
            isActive: active,
            bookingId: tag.kind === 'tagged' && typeof tag.claimId === 'number' ? tag.claimId : null,
            personId: tag.kind === 'tagged' && typeof tag.claimId === 'string' ? tag.claimId : null,
            owner:
              tag.kind === 'tagged'
                ? typeof tag.claimId === 'string'
                  ? ('unknown-person' as const)
                  : ('guest' as const)
                : ('by-hand' as const),
            schedule: null,
          };
        }),
        unread: [],
      }),
  };
}

const EMPTY_UNIT = {
  unitId: 1,
  name: '',
  doors: [],
  checkIn: null,
  checkOut: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  timeZone: null,
};

function localMoment(date: string | null, time: string | null): LocalDateTime | null {
  return date === null ? null : (`${date}T${(time ?? '00:00').slice(0, 5)}` as LocalDateTime);
}

export function previewOf(
  { counts, operations, problems, stays, others = [] }: RunReport,
  localization: Localization = ENGLISH,
): CallOutput<'plan.preview'> {
  const known = { stays, others, holds: operations };
  const localise = problemLocaliser(localization, withBookedUnits({ units: [], doors: [] }, known), guestNames(known));
  const touched = new Set(operations.map(({ bookingId }) => bookingId));
  return {
    counts,
    operations,
    problems: problems.map(localise),
    bookings: stays
      .filter(({ booking }) => touched.has(booking.id))
      .map(({ booking, unitName }) => ({
        bookingId: booking.id,
        guestName: booking.guestName,
        unitName,
        arrival: booking.arrival,
        departure: booking.departure,
      })),
    readAtMs: NOW_MS,
  };
}

function historyAnswers(snapshot: AppSnapshot, history: HistoryStore): Answers {
  const localiser = (localization: Localization = ENGLISH) => snapshotLocaliser(localization, snapshot);
  const guests = guestNames({ ...snapshot, stays: snapshot.stays.map(({ stay }) => stay) });
  return {
    'history.runs': (query, localization) => {
      const localise = localiser(localization);
      return ok({
        runs: shownRuns(query, history, { guests, people: new Map(), sentence: (problem) => localise(problem).message }, NOW_MS),
      });
    },
    'history.run': ({ id }, localization) => {
      const detail = history.readRun(id);
      return ok(detail === null ? null : { ...detail, problems: detail.problems.map(localiser(localization)) });
    },
    'history.export': () => ok({ savedAs: 'latchkey-history-2026-11-23.csv' }),
    'history.copy-report': ({ id }) => {
      const detail = history.readRun(id);
      if (detail === null) return refused('gone', 'The history does not have this run any more.');
      const privateNames = snapshot.stays.map(({ stay }) => stay.booking.guestName);
      return ok({ text: supportReport(detail, { version: VERSION, isDemo: snapshot.isDemo, privateNames }) });
    },
  };
}
