/** The equivalent mutants of one stay or person, each with its reason. */
import type { Equivalent } from './equivalent.ts';

export const EQUIVALENT_STAYS: readonly Equivalent[] = [
  {
    file: 'shared/reconcile/stay/stay-pins.ts',
    line: 'const left = tries.own == null ? open.filter((door) => !chosen.has(placeKey(door))) : [];',
    replacement: 'true',
    because: 'Only saves draws: beside one of the user’s own, no PIN can be used.',
  },
  {
    file: 'shared/reconcile/stay/stay-pins.ts',
    line: 'const left = tries.own == null ? open.filter((door) => !chosen.has(placeKey(door))) : [];',
    replacement: '["Stryker was here"]',
    because: 'Only saves draws: beside one of the user’s own, no PIN can be used.',
  },
  {
    file: 'shared/reconcile/stay/stay-draft.ts',
    line: 'const doors = this.#claim.isDue ? this.#claim.doors.flatMap((door) => this.doorAt(door) ?? []) : [];',
    replacement: '["Stryker was here"]',
    because: 'Every door of a due stay has its state by then: only the type allows that it has none.',
  },
  {
    file: 'shared/reconcile/stay/reconcile-stay.ts',
    line: 'if (adopt === null || pin === null || wanted === null) {',
    replacement: 'false',
    because: 'Without a code to adopt there is no PIN of it either: only the type needs both.',
  },
  {
    file: 'shared/reconcile/stay/reconcile-stay.ts',
    line: 'if (open.length + this.#rewrites.length === 0) return;',
    replacement: 'false',
    because: 'Only saves a draw: without a door the PIN is given to nobody.',
  },
  {
    file: 'shared/reconcile/stay/asked-times.ts',
    line: "asks === 'same-day' || checkOut === null",
    replacement: 'false',
    because: 'A check-out at night is a time: only the type allows that there is none.',
  },
  {
    file: 'shared/reconcile/stay/pins.ts',
    line: 'if (taken.reduce((sum, pins) => sum + pins.size, 0) < all) return false;',
    replacement: 'false',
    because: 'Only saves time: fewer PINs than there are cannot be all of them.',
  },
  {
    file: 'shared/reconcile/stay/pins.ts',
    line: 'if (taken.reduce((sum, pins) => sum + pins.size, 0) < all) return false;',
    replacement: '() => undefined',
    because: 'Only saves time: fewer PINs than there are cannot be all of them.',
  },
  {
    file: 'shared/reconcile/stay/names.ts',
    line: "const unescaped = name.includes('&')",
    replacement: '""',
    because: 'Only saves time: what is replaced begins with that character.',
  },
  {
    file: 'shared/reconcile/stay/names.ts',
    line: 'for (let left = length; left > 0; left -= 1) end += (name.codePointAt(end) ?? 0) > 0xff_ff ? 2 : 1;',
    replacement: '(name.codePointAt(end) ?? 0) >= 0xff_ff',
    because: 'U+FFFF is no character: a clean name has none.',
  },
  {
    file: 'shared/reconcile/stay/stay-pins.ts',
    line: 'if (doors.length < 2) return null;',
    replacement: 'false',
    because: 'Only saves time: the only door differs from no other.',
  },
  {
    file: 'shared/reconcile/stay/stay-names.ts',
    line: 'if (isKeptForm(code.name, name, clean)) return true;',
    replacement: 'false',
    because: 'Only saves time: both names are among the forms.',
  },
  {
    file: 'shared/reconcile/stay/adopt.ts',
    line: 'if (codeName === undefined) {',
    replacement: 'true',
    because: 'Only saves time: the same code has the same name again.',
  },
  {
    file: 'shared/reconcile/stay/adopt.ts',
    line: 'nameOf.set(code, codeName);',
    replacement: ';',
    because: 'Only saves time: the same code has the same name again.',
  },
  {
    file: 'shared/reconcile/people/between-stays.ts',
    line: 'const inOrder = windows.filter(({ start, end }) => start < end).toSorted((one, other) => (one.start < other.start ? -1 : 1));',
    replacement: 'one.start <= other.start',
    because: 'Of two that begin together, either may come first: they are put together.',
  },
  {
    file: 'shared/reconcile/people/between-stays.ts',
    line: 'else if (last.end < window.end) result[result.length - 1] = { start: last.start, end: window.end };',
    replacement: 'last.end <= window.end',
    because: 'Of two equal moments, either is the same.',
  },
  {
    file: 'shared/reconcile/people/between-stays.ts',
    line: 'const end = next < longest ? next : longest;',
    replacement: 'next <= longest',
    because: 'Of two equal moments, either is the same.',
  },
  {
    file: 'shared/reconcile/people/people.ts',
    line: '...(gap === undefined ? {} : { gap }),',
    replacement: 'false',
    because: 'A gap that is undefined is none: only the type tells it from one that is missing.',
  },
  {
    file: 'shared/reconcile/stay/reconcile-stay.ts',
    line: 'const canUpdate = hasChanges(changes) && pin !== null && wanted !== null;',
    replacement: 'true',
    because: 'What has changes has a PIN and a wish by then: only the type asks for them.',
  },
  {
    file: 'shared/reconcile/people/spares.ts',
    line: 'if (shown.size === 0 || clockIsWrong || clockStepped) return [];',
    replacement: 'false',
    because: 'Only saves time: nothing that was shown is over.',
  },
  {
    file: 'shared/reconcile/people/spares.ts',
    line: "return tag.kind === 'tagged' && tag.claimId === id;",
    replacement: 'true',
    because: 'Only a tag has a claim: only the type asks what it is.',
  },
];
