import { describe, expect, it } from 'vitest';
import type { KeypadSummary, LockSummary } from '../../../shared/domain/code.ts';
import { suggestMapping } from './suggest-mapping.ts';
import { branded, lockId, unitId } from '../../../tests/support/ids.ts';

function suggest(units: readonly string[], locks: readonly string[]): Record<string, string> {
  const suggestions = suggestMapping(
    units.map((name, index) => ({ id: unitId(index + 1), name })),
    locks.map((name, index) =>
      branded<LockSummary>({
        id: index + 101,
        name,
        timeZone: null,
        batteryMillivolts: null,
        keypads: [{ keypadId: `Kp${String(index)}`, name: '' }],
      }),
    ),
  );
  return Object.fromEntries(
    suggestions.map(({ unitId, doors: [door] }) => [units[unitId - 1] ?? '', locks[(door?.lockId ?? 0) - 101] ?? '']),
  );
}

describe('suggestMapping', () => {
  it('ignores generic words, case and accents', () => {
    expect(
      suggest(['Loft Canal', 'Studio Opéra', 'Łódź', 'Apartment 3'], ['Lodz', 'Serrure studio opera', 'LOFT CANAL - porte', 'Lock 03']),
    ).toEqual({
      'Loft Canal': 'LOFT CANAL - porte',
      'Studio Opéra': 'Serrure studio opera',
      Łódź: 'Lodz',
      'Apartment 3': 'Lock 03',
    });
  });
  it('tolerates a typo but not a different number', () => {
    expect(suggest(['Maison Lavande'], ['Maison Lavende'])).toEqual({ 'Maison Lavande': 'Maison Lavende' });
    expect(suggest(['Studio 1'], ['Studio 2'])).toEqual({});
  });
  it('suggests nothing where two locks are as likely', () => {
    expect(suggest(['Villa'], ['Villa nord', 'Villa sud'])).toEqual({});
    expect(suggest(['Villa nord', 'Villa sud'], ['Villa'])).toEqual({});
    expect(suggest(['Loft'], ['Portail'])).toEqual({});
  });
  it('suggests every keypad of a lock, and no lock without keypads', () => {
    const lock = { id: lockId(9), name: 'Loft', timeZone: null, batteryMillivolts: null };
    const keypads = branded<KeypadSummary[]>([
      { keypadId: 'KpA', name: 'A' },
      { keypadId: 'KpB', name: 'B' },
    ]);
    expect(suggestMapping([{ id: unitId(1), name: 'Loft' }], [{ ...lock, keypads }])).toMatchObject([
      { doors: [{ keypadId: 'KpA' }, { keypadId: 'KpB' }], likeness: 1 },
    ]);
    expect(suggestMapping([{ id: unitId(1), name: 'Loft' }], [{ ...lock, keypads: [] }])).toEqual([]);
  });
});
