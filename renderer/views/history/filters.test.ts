import { describe, expect, it } from 'vitest';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { branded } from '../../../tests/support/ids.ts';
import { hasFilter, listFilter, NO_FILTER, toAbout, toFilter } from './filters.ts';

type Matches = CallOutput<'door.find'>['matches'];

describe('the filter', () => {
  it('is empty where nothing is chosen', () => {
    expect(toFilter(NO_FILTER, null)).toEqual({});
    expect(hasFilter(toFilter(NO_FILTER, null))).toBe(false);
    expect(hasFilter(listFilter(toFilter(NO_FILTER, null), { isAll: false }))).toBe(false);
  });

  it('contains what is chosen', () => {
    const about = toAbout('90001', []);
    const filter = toFilter({ ...NO_FILTER, kind: 'move', by: 'user', outcome: 'held' }, about);
    expect(filter).toEqual({ kind: 'move', by: 'user', outcome: 'held', about });
    expect(hasFilter(filter)).toBe(true);
  });

  it('leaves out runs that found nothing to do, unless all are shown or those are looked for', () => {
    expect(listFilter({ kind: 'move' }, { isAll: false })).toEqual({ kind: 'move', isChange: true });
    expect(listFilter({ kind: 'move' }, { isAll: true })).toEqual({ kind: 'move' });
    expect(listFilter({ outcome: 'nothing-to-do' }, { isAll: false })).toEqual({ outcome: 'nothing-to-do' });
  });
});

describe('what was typed', () => {
  const NOTHING = { bookingIds: [], personIds: [], unitIds: [], lockIds: [], name: '' };

  it.each(['90001', ' 90 001 ', '#90001', '90\u00a0001'])('%j is a booking', (text) => {
    expect(toAbout(text, [])).toEqual({ ...NOTHING, bookingIds: [90_001] });
  });

  it.each(['abc', '0', '-1', '1.5', '1e3', '9'.repeat(16)])('%j is none, but may be in a name', (text) => {
    expect(toAbout(text, [])).toEqual({ ...NOTHING, name: text });
  });

  it('is everything that main found, each booking once', () => {
    const guest = { kind: 'guest', bookingId: 90_001, name: 'Ada', arrival: '2026-11-23', departure: '2026-11-26' } as const;
    const matches = branded<Matches>([
      guest,
      { kind: 'person', personId: 'k3m9qa', name: 'Ada' },
      { kind: 'unit', unitId: 31, name: 'Adas Mill' },
      { kind: 'lock', lockId: 501, name: 'Adas door' },
    ] as never);
    const found = { bookingIds: [90_001], personIds: ['k3m9qa'], unitIds: [31], lockIds: [501] };
    expect(toAbout(' ada ', matches)).toEqual({ ...found, name: 'ada' });
    expect(toAbout('90001', matches).bookingIds).toEqual([90_001]);
  });
});
