import { describe, expect, it } from 'vitest';
import type { Names } from '../../shared/domain/app-state.ts';
import type { OperationReport } from '../../shared/domain/run.ts';
import { OPERATION_KINDS } from '../../shared/domain/run.ts';
import { NOW_MS, operation, snapshot, state } from '../../tests/support/app/state-fixtures.ts';
import { formats, t } from '../../tests/support/stays.ts';
import { DOOR } from '../../tests/reconcile/fixtures.ts';
import { operationChanges, operationReason, operationStatus, operationTitle, personText } from './operation-text.ts';
import type { TextContext } from './text-context.ts';
import { place, unitId } from '../../tests/support/ids.ts';
import type { Plain } from '../../tests/support/ids.ts';

const names: Names = {
  units: [{ unitId: unitId(101), name: 'Mill House' }],
  doors: [
    { ...DOOR, lockName: 'Front gate', keypadName: 'Keypad by the bell' },
    { ...place(12, 'KpBravo2'), lockName: '', keypadName: '' },
  ],
};
const app: TextContext = {
  snapshot: snapshot(state(), NOW_MS, { names }),
  t,
  formats,
  nowMs: NOW_MS,
};
/** How a locale joins day and time is not ours to test. */
const plain = (text: string | null): string | null => text?.replaceAll(/( at |[\s,\u202f\u2009])+/gu, ' ') ?? null;
const about = (changes: Partial<Plain<OperationReport>>): OperationReport => operation('key', 'done', changes);

describe('operationTitle', () => {
  it('says what is done, and on which door', () => {
    expect(operationTitle(app, about({ kind: 'create' }))).toBe('New code on Front gate');
    expect(operationTitle(app, about({ kind: 'delete', ...place(12, 'KpBravo2') }))).toBe('Remove code from Lock 12');
    expect(new Set(OPERATION_KINDS.map((kind) => operationTitle(app, about({ kind })))).size).toBe(OPERATION_KINDS.length);
  });
});

describe('operationReason', () => {
  it('comes from the facts', () => {
    const kinds = OPERATION_KINDS.filter((kind) => kind !== 'delete');
    expect(new Set(kinds.map((kind) => operationReason(app, about({ kind })))).size).toBe(kinds.length);
    const changes = { start: { from: null, to: '2026-11-24T15:00' }, name: { from: 'a', to: 'b' } };
    expect(operationReason(app, about({ kind: 'update', changes }))).toBe('The stay and its code differ (start and name).');
    const texts = [true, false].map((to) => operationReason(app, about({ kind: 'update', changes: { active: { from: !to, to } } })));
    expect(texts).toEqual(['The code is switched on.', 'The code is switched off.']);
  });

  it('is about the person where there is no booking', () => {
    const own = { bookingId: null, personId: 'k3m9qa' } as const;
    const texts = [
      operationReason(app, about({ ...own, kind: 'create' })),
      operationReason(app, about({ ...own, kind: 'adopt' })),
      operationReason(app, about({ ...own, kind: 'delete', evidence: 'ended' })),
      operationReason(app, about({ ...own, kind: 'delete', evidence: 'person-removed' })),
    ];
    expect(new Set(texts).size).toBe(4);
    expect(texts.join(' ')).not.toMatch(/booking|null/);
    expect(personText(app, about({ ...own, changes: { name: { from: null, to: 'Plumber' } } }))).toBe('Person Plumber');
    expect(personText(app, about({ ...own, changes: {} }))).toBe('Person k3m9qa');
  });

  it('gives the evidence of a removal, and what it waits for', () => {
    const removal = { kind: 'delete', evidence: 'cancelled' } as const;
    expect(operationReason(app, about(removal))).toBe('The booking was cancelled.');
    expect(operationReason(app, about({ ...removal, hold: 'no-bookings' }))).toBe(
      'The booking was cancelled. Needs your approval: Smoobu sent no booking at all.',
    );
  });
});

describe('what the user did with a door', () => {
  it('is said as that, of people and of nobody as well', () => {
    const removed = { kind: 'delete', bookingId: null } as const;
    const ofPerson = { ...removed, personId: 'k3m9qa' };
    const say = (changes: Parameters<typeof about>[0]): string => operationReason(app, about(changes));
    expect(say({ ...removed, evidence: 'removed-by-user' })).toBe('You removed this code.');
    expect(say({ ...ofPerson, evidence: 'removed-by-user' })).toBe('You removed this code.');
    expect(say({ ...ofPerson, evidence: 'door-replaced' })).toContain('You replaced this door');
    expect(say({ kind: 'create', bookingId: null })).toBe('You took its removal back.');
  });
});

describe('operationChanges', () => {
  const shown = (changes: Partial<OperationReport>) =>
    operationChanges(app, about(changes)).map(({ field, from, to }) => [field, plain(from), plain(to)]);

  it('shows no old values for a new code', () => {
    const changes = { name: { from: null, to: 'Ada Example' }, start: { from: null, to: '2026-11-24T15:00' } };
    expect(shown({ kind: 'create', changes })).toEqual([
      ['Start', null, 'Tue 24 Nov 15:00'],
      ['Name', null, 'Ada Example'],
    ]);
  });

  it('shows open ends, days without a time, and values that could not be read', () => {
    const changes = {
      start: { from: '2026-11-24', to: '2026-11-24T15:00' },
      end: { from: null, to: '2026-11-27T12:00' },
      active: { from: 'unknown', to: true },
      name: { from: 'unknown', to: ' ' },
    };
    expect(shown({ kind: 'update', changes })).toEqual([
      ['Start', 'Tue 24 Nov', 'Tue 24 Nov 15:00'],
      ['End', 'without limit', 'Fri 27 Nov 12:00'],
      // A guest may be called that.
      ['Name', 'unknown', 'none'],
      ['On or off', 'cannot be read', 'on'],
    ]);
  });

  it('calls locks and keypads by their names', () => {
    const changes = { lockId: { from: '11', to: '12' }, keypadId: { from: 'KpAlpha1', to: 'KpBravo2' } };
    expect(shown({ kind: 'move', changes })).toEqual([
      ['Lock', 'Front gate', 'Lock 12'],
      ['Keypad', 'Keypad by the bell', 'KpBravo2'],
    ]);
  });
});

describe('operationStatus', () => {
  it('is green only when the operation is done', () => {
    expect(operationStatus(app, 'done')).toEqual({ text: 'Done', tone: 'good' });
    for (const status of ['planned', 'held', 'failed', 'unverified'] as const) expect(operationStatus(app, status).tone).not.toBe('good');
  });
});
