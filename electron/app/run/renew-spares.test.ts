/** Spare codes whose stay is over get other PINs: stored first, then remembered, and never in the way of a guest's code. */
import { describe, expect, it } from 'vitest';
import { input, person, wishing } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { nothingRemembered } from '../../../shared/domain/memory.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import { noWishes } from '../../../shared/domain/wishes.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { StorageFailure } from '../ports/storage.ts';
import { renewSpares } from './renew-spares.ts';

const spare = person({ name: 'Spare', isSpare: true, schedule: { kind: 'always' } });
const { id } = spare;
const stays = [{ bookingId: bookingId(12), until: '2026-11-20T11:00' as LocalDateTime }];
const shown = new Map([[id, { personId: id, stays }]]);
const read = (isDue = true) =>
  input({
    wishes: wishing(spare),
    memory: {
      remembered: { ...nothingRemembered(), ...(isDue ? { 'spare-shown': shown } : {}) },
      pinDraws: new Map([[id, { attempt: 3, length: 4 }]]),
    },
  });
const AFTER = wishing();

interface Ports {
  readonly keyed?: boolean;
  readonly hasWishes?: boolean;
  readonly canChange?: boolean;
  readonly fails?: Error;
}
function renewed(before = read(), { keyed = true, hasWishes = true, canChange = true, fails }: Ports = {}) {
  const log: unknown[] = [];
  let stored: Wishes = { ...noWishes(), people: [spare] };
  const result = renewSpares(before, {
    pins: { keyed },
    history: { remember: (changes: readonly MemoryChange[]) => log.push(changes) },
    ...(hasWishes ? { wishes: () => AFTER } : {}),
    ...(canChange
      ? {
          changeWishes: (update: (wishes: Wishes) => Wishes): void => {
            if (fails !== undefined) throw fails;
            stored = update(stored);
            log.push(stored.people.map(({ pin }) => pin.retired));
          },
        }
      : {}),
  });
  return { result, log };
}

describe('a spare code whose stay is over', () => {
  it('has its PIN retired, and the plan knows that', () => {
    const before = read();
    const { result, log } = renewed(before);
    expect(log).toEqual([[[{ attempt: 3, length: 4 }]], [{ kind: 'spare-shown', key: id, value: null }]]);
    expect(result).toEqual({ ...before, wishes: AFTER });
  });
  it.each<[string, Ports]>([
    ['without a PIN key', { keyed: false }],
    ['without wishes', { hasWishes: false }],
    ['where nothing can be changed', { canChange: false }],
    ['while the disk is full', { fails: new StorageFailure('full') }],
  ])('keeps it %s', (_, ports) => {
    const before = read();
    const { result, log } = renewed(before, ports);
    expect(log).toEqual([]);
    expect(result).toBe(before);
  });
  it('is none where none is due, and no other error is passed over', () => {
    const before = read(false);
    expect(renewed(before)).toEqual({ result: before, log: [] });
    expect(() => renewed(read(), { fails: new Error('defect') })).toThrow('defect');
  });
});
