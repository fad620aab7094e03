import { describe, expect, it } from 'vitest';
import { aRun, NO_COUNTS } from '../../../tests/support/app/run-rows.ts';
import { NOW_MS, operation, report, snapshot, state, status } from '../../../tests/support/app/state-fixtures.ts';
import { windowCatalogue } from '../../../shared/i18n/en/window.ts';
import { createTranslate } from '../../../shared/i18n/message.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { createFormats } from '../../lib/format.ts';
import type { WindowCatalogue } from '../../lib/texts.ts';
import { operationAbout, placeWords } from './place-words.ts';
import { countsWords, dayWords, isUnderWay, outcomeWords, runWords } from './run-words.ts';

const t = createTranslate<WindowCatalogue>(windowCatalogue, 'en-GB');
const formats = createFormats('en-GB', 'Europe/Paris');

describe('countsWords', () => {
  it('tells what was done, what waits and what went wrong', () => {
    const counts = { ...NO_COUNTS, created: 2, deleted: 1, held: 1, unchanged: 30 };
    expect(countsWords(t, { counts, problemCount: 1 })).toBe('2 new codes, 1 removed, 1 waits for you, 1 problem');
  });

  it('tells what stayed only where nothing else is to be told', () => {
    expect(countsWords(t, { counts: { ...NO_COUNTS, unchanged: 2_000 }, problemCount: 0 })).toBe('2,000 codes unchanged');
    expect(countsWords(t, { counts: NO_COUNTS, problemCount: 0 })).toBe('No code touched');
  });
});

describe('outcomeWords', () => {
  it('says of a preview that nothing was written, however it ended', () => {
    const ended = outcomeWords(t, aRun({ mode: 'dry-run', outcome: 'held' }), false);
    expect(ended).toMatchObject({ text: 'Waits for you', icon: 'hand', meaning: t('history.means.dry-run') });
  });

  it('looks fine only where all is well', () => {
    const good = (['ok', 'nothing-to-do', 'partial', 'held', 'failed', 'interrupted'] as const).filter(
      (outcome) => outcomeWords(t, aRun({ outcome }), false).tone === 'good',
    );
    expect(good).toEqual(['ok', 'nothing-to-do']);
  });
});

describe('a run in hand', () => {
  const begun = aRun({ id: 'run-2', outcome: 'interrupted', startedAt: '2026-11-23T09:15:00Z', finishedAt: '2026-11-23T09:15:00Z' });
  const last = { run: aRun(), counts: NO_COUNTS, problems: [], requests: report().requests };

  it('is not called interrupted', () => {
    expect(isUnderWay(begun, { activity: 'syncing', lastRun: last })).toBe(true);
    expect(isUnderWay(begun, { activity: 'syncing', lastRun: null })).toBe(true);
    expect(outcomeWords(t, begun, true).text).toBe('Running');
    expect(runWords(t, formats, begun).duration).toBeNull();
  });

  it('is not one that was killed', () => {
    expect(isUnderWay(begun, { activity: 'idle', lastRun: last })).toBe(false);
    const killed = { ...begun, startedAt: '2026-11-23T08:00:00Z', finishedAt: '2026-11-23T08:00:00Z' };
    expect(isUnderWay(killed, { activity: 'syncing', lastRun: last })).toBe(false);
    expect(isUnderWay({ ...begun, finishedAt: '2026-11-23T09:15:02Z' }, { activity: 'syncing', lastRun: last })).toBe(false);
  });
});

it('days are told from today, and with their year where it is another', () => {
  const words = (day: string): string => dayWords(t, formats, day as LocalDate, NOW_MS).replaceAll(',', '');
  expect(words('2026-11-23')).toBe('Today');
  expect(words('2026-11-22')).toBe('Yesterday');
  expect(words('2026-11-20')).toBe('Friday 20 November');
  expect(words('2025-11-20')).toBe('Thursday 20 November 2025');
});

it('times are those of this computer', () => {
  expect(runWords(t, formats, aRun()).time).toBe('10:00');
  expect(runWords(t, formats, aRun()).trigger).toBe('On schedule');
  expect(runWords(t, formats, aRun()).duration).toMatch(/^4/);
});

describe('what something is about', () => {
  const names = {
    units: [{ unitId: 101, name: 'Mill House' }],
    doors: [{ lockId: 11, keypadId: 'KpAlpha1', lockName: 'Gate', keypadName: '' }],
  };
  const known = snapshot(state(), NOW_MS, { names, stays: [status(12, NOW_MS, true)] });

  it('is told by names where there are any', () => {
    expect(placeWords(known, t, { unitId: 101, lockId: 11, keypadId: 'KpAlpha1', bookingId: 90_001 })).toEqual([
      'Mill House',
      'Gate',
      'Booking 90001',
    ]);
    expect(placeWords(known, t, { unitId: 102, lockId: 12 })).toEqual(['Unit 102', 'Lock 12']);
  });

  it('has the guest’s name from the booking, else from the code', () => {
    const changes = { name: { from: null, to: 'Ada Example' } };
    expect(operationAbout(known, t, operation('a', 'done', { changes }))).toEqual(['Mill House', 'Anna Müller', 'Booking 12']);
    expect(operationAbout(known, t, operation('a', 'done', { bookingId: 13, unitId: null, changes }))).toEqual([
      'Ada Example',
      'Booking 13',
    ]);
    expect(operationAbout(known, t, operation('a', 'done', { bookingId: 13 }))).toEqual(['Mill House', 'Booking 13']);
  });
});
