/** What placeholders should say, and why they do not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pin } from '../../domain/code.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import { settingsSchema } from '../../domain/settings.ts';
import { DIGESTS, doorToTell, NO_DIGESTS, register, SECOND, stayToTell, TELL_MS, windowOf } from '../../../tests/support/to-tell.ts';
import { wantedPlaceholders } from './wanted.ts';
import type { PlaceholderFacts } from './wanted.ts';

interface FactParts extends Partial<Omit<PlaceholderFacts, 'settings' | 'remembered'>> {
  readonly settings?: Record<string, unknown>;
  readonly remembered?: Partial<Remembered>;
}
function facts({ settings = {}, remembered = {}, ...changes }: FactParts = {}): PlaceholderFacts {
  return {
    settings: settingsSchema.parse({ sending: { placeholder: true }, ...settings }),
    nowMs: TELL_MS,
    remembered: { ...nothingRemembered(), 'way-started': new Map([['placeholder', { sinceMs: 1 }]]), ...remembered },
    isUnknown: false,
    isDoubtful: false,
    digests: DIGESTS,
    ...changes,
  };
}
function placeholder(changes: Record<string, unknown>): { readonly settings: Record<string, unknown> } {
  return { settings: { sending: { placeholder: true }, messages: { placeholder: changes } } };
}
const said = { content: { doors: [], window: windowOf('2026-11-24T15:00', '2026-11-26T11:00'), language: 'en', version: 0 } } as const;

describe('a stay', () => {
  test.each([
    ['due null', {}, {}],
    ['off blocked', { access: 'off' }, {}],
    ['off not-for-stay', { isMuted: true }, {}],
    ['off not-for-unit', {}, placeholder({ except: { units: [101] } })],
    ['off not-for-channel', { channelId: 7 }, placeholder({ except: { channels: [7] } })],
    ['off not-started', {}, { settings: { sending: { placeholder: false } } }],
    ['off no-pin-key', {}, { digests: NO_DIGESTS }],
    ['off register-lost', {}, { isUnknown: true }],
    ['off register-lost', {}, { remembered: { 'way-started': new Map() } }],
    ['scheduled null', { window: windowOf('2026-12-24T15:00', '2026-12-26T11:00') }, {}],
    ['waiting paused', {}, { settings: { sending: { placeholder: true }, pause: { kind: 'until-resumed' } } }],
    ['waiting asked', {}, { isDoubtful: true }],
    ['waiting not-verified', { doors: [doorToTell({ isVerified: false })] }, {}],
    ['waiting not-verified', { doors: [doorToTell(), doorToTell({ ...SECOND, pin: null })] }, {}],
    ['waiting different-pins', { doors: [doorToTell(), doorToTell({ ...SECOND, prefix: '28' })] }, {}],
  ] as const)('%s', (expected, stay, changes) => {
    const [wanted] = wantedPlaceholders([stayToTell(stay)], facts(changes));
    expect(`${String(wanted?.line.state)} ${String(wanted?.line.reason)}`).toBe(expected);
    expect(wanted?.action === 'set').toBe(expected === 'due null');
    expect(wanted?.values.length).toBe(expected === 'due null' ? 1 : 0);
    // What the user does not want, or what is over, is not left at Smoobu.
    const isForGood = /blocked|not-for|not-started|different-pins/.test(expected);
    expect(wanted?.action === 'clear').toBe(isForGood);
  });

  test('is told from midnight at the door, so many days before the arrival', () => {
    const window = windowOf('2026-12-01T15:00', '2026-12-03T11:00');
    const dueMs = Date.parse('2026-11-23T23:00:00Z');
    const at = (nowMs: number) => wantedPlaceholders([stayToTell({ window })], facts({ nowMs }))[0]?.line;
    expect(at(dueMs - 1)).toEqual({ state: 'scheduled', atMs: dueMs, reason: null });
    expect(at(dueMs)).toMatchObject({ state: 'due' });
  });

  test('with different digits has only the placeholder with all doors', () => {
    const doors = [doorToTell({ prefix: '28' }), doorToTell({ ...SECOND, hint: 'press ✓' })];
    const [wanted] = wantedPlaceholders([stayToTell({ doors })], facts(placeholder({ doorsKey: 'latchkeyDoors' })));
    expect(wanted).toMatchObject({ action: 'set', hasDifferentPins: true, values: [{ key: 'latchkeyDoors' }] });
    expect(wanted?.values[0]?.text).toBe('Front: 284711\nFlat: 4711 – press ✓');
  });
});

const digits = fc.constantFrom('4711', '5822', '6933');
const doorArbitrary = fc.record({ pin: fc.option(digits, { nil: null }), prefix: fc.constantFrom('', '28'), isVerified: fc.boolean() });

test('what is set is what every verified door has; what is left there is not certainly wrong', () => {
  const known = fc.record({ pin: digits, prefix: fc.constantFrom('', '28') });
  fc.assert(
    fc.property(
      fc.array(doorArbitrary, { minLength: 1, maxLength: 3 }),
      fc.option(known, { nil: null }),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (states, earlier, isOn, isMuted, isOpen) => {
        const doors = states.map(({ pin, ...state }, index) =>
          doorToTell({ ...state, lockId: 11 + index, keypadId: `Kp${String(index)}`, pin: pin as Pin | null }),
        );
        const content = earlier && {
          ...said.content,
          doors: doors.slice(0, 1).map(({ lockId, keypadId }) => ({
            lockId,
            keypadId,
            prefix: earlier.prefix,
            pin: DIGESTS.digestPin(earlier.pin as Pin) ?? '',
          })),
        };
        const told = content && register({ way: 'placeholder', known: { content, kind: 'code', state: 'confirmed', atMs: 1 } });
        const stay = stayToTell({ doors, isMuted, access: isOpen ? 'open' : 'off' });
        const [wanted] = wantedPlaceholders(
          [stay],
          facts({ settings: { sending: { placeholder: isOn } }, remembered: { told: told ?? new Map() } }),
        );
        const typed = new Set(doors.map(({ prefix, pin }) => `${prefix}${pin ?? ''}`));
        const isAllVerified = doors.every(({ isVerified, pin }) => isVerified && pin !== null);
        expect(wanted?.action === 'set').toBe(isOn && !isMuted && isOpen && isAllVerified && typed.size === 1);
        for (const { text } of wanted?.values ?? []) expect([...typed]).toEqual([text]);
        const [first] = doors;
        const isWrong = earlier !== null && (first?.prefix !== earlier.prefix || (first.pin !== null && first.pin !== earlier.pin));
        if (isWrong) expect(wanted?.action).not.toBe('leave');
      },
    ),
  );
});
