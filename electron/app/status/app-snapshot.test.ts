import { describe, expect, it } from 'vitest';
import { CONTEXT, NOW_MS, report, settings, state, stay } from '../../../tests/support/app/state-fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { viewAt } from '../desktop/view.ts';
import { changesBetween } from './app-snapshot.ts';
import type { AppState } from './app-state.ts';
import { reduce } from './app-state.ts';

const snapshotOf = (of: AppState, nowMs: number) => viewAt(of, nowMs, CONTEXT).snapshot;
const after = reduce(state(), { kind: 'run-finished', report: report({ stays: [stay()] }), atMs: NOW_MS });

describe('the snapshot', () => {
  it('shows the state at that moment: stays end and pauses run out by themselves', () => {
    const paused = reduce(after, { kind: 'pause-changed', pause: { kind: 'until', untilMs: NOW_MS + HOUR_MS } });
    const now = snapshotOf(paused, NOW_MS);
    expect(now).toMatchObject({ pause: { kind: 'until' }, stays: [{ verdict: 'ready' }], staysReadAtMs: NOW_MS, version: '0.1.0' });
    expect(snapshotOf(paused, NOW_MS + 5 * DAY_MS)).toMatchObject({ pause: { kind: 'none' }, stays: [] });
  });
  it('has the nearest of more stays than the window can take, and says how many are missing', () => {
    const many = Array.from({ length: 60_000 }, (_, index) => stay(index + 1));
    const shown = snapshotOf(reduce(state(), { kind: 'run-finished', report: report({ stays: many }), atMs: NOW_MS }), NOW_MS);
    expect(shown.stays.map(({ stay: { booking } }) => booking.id)).toEqual(many.slice(0, 10_000).map(({ booking }) => booking.id));
    expect(shown.attention.find(({ kind }) => kind === 'left-out')?.title).toMatch(/^50,000 stays or removals are not shown/);
  });
  it('has what guests are told, of the ways that are on and the stays that are shown', () => {
    const line = (id: number, way: Telling['way']): Telling => ({
      ...{ bookingId: bookingId(id), way, kind: 'code', state: 'due', atMs: null, reason: null },
    });
    const tooLong = { ...stay(13), unitName: 'x'.repeat(1_001) };
    const tellings = [line(12, 'message'), line(12, 'placeholder'), line(13, 'message'), line(14, 'message')];
    const told = report({ stays: [stay(12), tooLong] });
    const on = state({ settings: settings({ sending: { placeholder: false, message: true, threads: false, host: false } }) });
    const shown = snapshotOf(reduce(on, { kind: 'run-finished', report: { ...told, tellings }, atMs: NOW_MS }), NOW_MS);
    expect(shown).toMatchObject({ sending: { message: true }, tellings: [line(12, 'message')] });
  });
  it('has only the fields of the contract: no settings, and nothing about the keychain but its matter', () => {
    const fields = Object.keys(snapshotOf(after, NOW_MS)).sort();
    expect(fields).toEqual(
      [
        ...['activity', 'progress', 'lastRun', 'nextRunAtMs', 'pause', 'isOnline', 'isDemo', 'connections', 'stays', 'staysReadAtMs'],
        ...['holds', 'attention', 'version', 'firstStepsDone', 'settings', 'appearance', 'names', 'update', 'blockedPeriods', 'others'],
        ...['sending', 'tellings', 'covered', 'canStartAtLogin', 'limits'],
      ].sort(),
    );
  });
});

describe('changes', () => {
  const before = snapshotOf(after, NOW_MS);
  it('are none when only time has passed or the values are equal', () => {
    expect(changesBetween(before, snapshotOf(after, NOW_MS + 1))).toBeNull();
    expect(changesBetween(before, structuredClone(before))).toBeNull();
  });
  it('are whole top-level fields, and merged they give the new snapshot', () => {
    const offline = snapshotOf(reduce(after, { kind: 'online-changed', isOnline: false }), NOW_MS);
    expect(changesBetween(before, offline)).toEqual({ isOnline: false });
    const much = snapshotOf(reduce(state(), { kind: 'run-started' }), NOW_MS);
    expect({ ...before, ...changesBetween(before, much) }).toEqual(much);
  });
});
