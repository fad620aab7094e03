/**
 * What a guest was told in the thread of the booking, compared with the lock. Only digits that are known say anything: those on the lock, earlier
 * ones of the stay, those of other stays of the same doors. Pure.
 */
import type { Pin } from '../../domain/code.ts';
import type { ThreadFact } from '../../domain/told.ts';
import type { DoorToTell } from '../stay-to-tell.ts';
import { foldDigits, withoutQuotes, withoutRepeated } from './fold.ts';
import { digitRuns } from './runs.ts';
import type { DigitRun } from './runs.ts';

export interface WrittenMessage {
  readonly from: 'guest' | 'host' | 'unknown';
  readonly text: string;
}

export interface KnownPins {
  /** As on the lock. */
  readonly doors: readonly (Pick<DoorToTell, 'lockId' | 'keypadId' | 'prefix'> & { readonly pin: Pin })[];
  /** Of this stay, and replaced since. */
  readonly isEarlier: (pin: Pin) => boolean;
  /** Of other stays of these doors. */
  readonly isOfOtherStay: (pin: Pin) => boolean;
  /** Of any door: one of them before the PIN is a prefix, and maybe the wrong one. */
  readonly prefixes: ReadonlySet<string>;
  /** Numbers that this stay's own data explains: its address, the unit's name, the booking's number. */
  readonly ownData: readonly string[];
}

export type ThreadVerdict =
  | { readonly verdict: 'agrees'; readonly doors: KnownPins['doors']; readonly text: string }
  | { readonly verdict: 'wrong'; readonly fact: ThreadFact; readonly pin: Pin; readonly text: string }
  | { readonly verdict: 'cannot-tell' };

const CANNOT_TELL = { verdict: 'cannot-tell' } as const;

/**
 * By the newest message of the host with a known PIN. One that has the right digits agrees, whatever else is in it. Messages of guests say
 * nothing; those that may be of either only take away an alarm.
 */
export function compareThread(messages: readonly WrittenMessage[], known: KnownPins): ThreadVerdict {
  const folded = messages.map(({ from, text }) => ({ from, text: withoutQuotes(foldDigits(text)) }));
  const ofGuests = folded.filter(({ from }) => from === 'guest').map(({ text }) => text);
  const explained = new Set(
    known.ownData.flatMap((text) => digitRuns(foldDigits(text)).flatMap(({ groups }) => [...groups, groups.join('')])),
  );
  let mayBeRight = false;
  for (const { from, text } of folded.toReversed()) {
    if (from === 'guest') continue;
    const said = saidIn(withoutRepeated(text, ofGuests), known, explained);
    if (from === 'unknown') {
      if (said.doors.length > 0 || said.hasBarePin) mayBeRight = true;
      continue;
    }
    if (said.doors.length > 0 && said.wrong?.fact !== 'wrong-prefix') return { verdict: 'agrees', doors: said.doors, text };
    if (said.doors.length > 0 && said.doors.length === known.doors.length) return { verdict: 'agrees', doors: said.doors, text };
    if (said.hasBarePin) mayBeRight = true;
    else if (said.wrong !== null) return mayBeRight ? CANNOT_TELL : { verdict: 'wrong', ...said.wrong, text };
  }
  return CANNOT_TELL;
}

interface Said {
  /** Whose digits are in it as they are typed. */
  readonly doors: KnownPins['doors'];
  readonly hasBarePin: boolean;
  readonly wrong: { readonly fact: ThreadFact; readonly pin: Pin } | null;
}

/** The order is that of the verdicts: what weighs more first. */
const FACTS_BY_WEIGHT: readonly ThreadFact[] = ['wrong-prefix', 'earlier-pin', 'other-stay'];

function saidIn(text: string, known: KnownPins, explained: ReadonlySet<string>): Said {
  const doors = new Set<KnownPins['doors'][number]>();
  const wrong = new Map<ThreadFact, Pin>();
  let hasBarePin = false;
  const prefixesSaid = new Set<string>();
  for (const run of digitRuns(text)) {
    for (const digits of typedDigits(run, explained)) {
      const right = known.doors.filter(({ prefix, pin }) => digits === `${prefix}${pin}` || (digits === pin && prefixesSaid.has(prefix)));
      for (const door of right) doors.add(door);
      if (right.length > 0) break;
      if (known.doors.some(({ pin }) => pin === digits)) hasBarePin = true;
      const fact = wrongFact(digits, known);
      if (fact !== null && !wrong.has(fact.fact)) wrong.set(fact.fact, fact.pin);
      if (fact !== null) break;
    }
    for (const [index, group] of run.groups.entries()) if (run.isElse[index] === false) prefixesSaid.add(group);
  }
  const fact = FACTS_BY_WEIGHT.find((one) => wrong.has(one));
  const pin = fact === undefined ? undefined : wrong.get(fact);
  return { doors: [...doors], hasBarePin, wrong: fact === undefined || pin === undefined ? null : { fact, pin } };
}

const LONGEST_NUMBER = 8;

/**
 * How a run may be typed: all of it; or a group of it, with the group before. In a long run, such as a booking number in groups, only all of it.
 */
function* typedDigits({ groups, isForKeypad, isElse, isCalledCode }: DigitRun, explained: ReadonlySet<string>): Generator<string> {
  const all = groups.join('');
  const isNone = (digits: string): boolean => !isForKeypad && (explained.has(digits) || (!isCalledCode && YEAR.test(digits)));
  if (!isElse.some(Boolean) && !isNone(all) && (isForKeypad || !mayBeOther(groups))) yield all;
  if (groups.length === 1 || (all.length > LONGEST_NUMBER && groups.length > 2)) return;
  for (const [index, group] of groups.entries()) {
    if (group.length < 4 || group.length > LONGEST_NUMBER || isElse[index] === true || isNone(group)) continue;
    const before = groups[index - 1];
    if (before !== undefined && isElse[index - 1] === false) yield `${before}${group}`;
    yield group;
  }
}
/** PINs that are drawn or typed by the user never look like one; one that was made at The Keys may. */
const YEAR = /^(?:19|20)\d\d$/;

/**
 * Two short groups are a date, a time, a price or a range rather than digits for a keypad; so are thousands. A number in many groups of three and
 * more is a longer one's.
 */
function mayBeOther(groups: readonly string[]): boolean {
  const [first = '', second = ''] = groups;
  if (groups.length > 2) return groups.slice(1).some((group) => group.length > 2);
  if (groups.length < 2) return false;
  if (second.length === 3 && first.length <= 3) return true;
  return first.length <= 2 && second.length <= 2 && Number(first) <= 31 && Number(second) <= 59;
}

function wrongFact(all: string, known: KnownPins): Said['wrong'] {
  const lengths = new Set(known.doors.map(({ prefix }) => prefix.length));
  for (const { pin, prefix } of known.doors) {
    const head = all.slice(0, -pin.length);
    if (!all.endsWith(pin) || head === '' || head === prefix) continue;
    if (known.prefixes.has(head) || (lengths.has(head.length) && all.length <= LONGEST_NUMBER)) return { fact: 'wrong-prefix', pin };
  }
  const heads = ['', ...new Set([...known.doors.map(({ prefix }) => prefix), ...known.prefixes])];
  for (const head of heads) {
    const pin = all.slice(head.length);
    if (!all.startsWith(head) || pin.length < 4 || pin.length > LONGEST_NUMBER) continue;
    if (known.doors.some((door) => door.pin === pin)) continue;
    if (known.isEarlier(pin as Pin)) return { fact: 'earlier-pin', pin: pin as Pin };
    if (known.isOfOtherStay(pin as Pin)) return { fact: 'other-stay', pin: pin as Pin };
  }
  return null;
}
