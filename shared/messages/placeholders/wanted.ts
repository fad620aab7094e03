/** What the placeholders of each stay should say, and why they say nothing yet or any more. Pure. */
import type { BookingId, UnitId } from '../../domain/ids.ts';
import type { Remembered } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { Settings } from '../../domain/settings.ts';
import { toldKey } from '../../domain/told.ts';
import type { Telling, ToldContent } from '../../domain/told.ts';
import { addDays, at, dateOf, instantOf } from '../../time.ts';
import type { WallTime } from '../../time.ts';
import { isDoubtful } from '../doubt.ts';
import type { Digests } from '../shown.ts';
import type { DoorToTell, StayToTell } from '../stay-to-tell.ts';
import { foldText } from '../templates/fold-text.ts';
import { languageOf } from '../templates/language.ts';
import { valuesOf } from '../templates/values.ts';
import { isPaused } from '../when.ts';
import { isUntrue } from './ours.ts';

export interface PlaceholderFacts {
  readonly settings: Pick<Settings, 'messages' | 'sending' | 'pause' | 'templates'>;
  readonly nowMs: number;
  readonly remembered: Remembered;
  /** The register could not be read. */
  readonly isUnknown: boolean;
  /** As `isDoubtful` says. */
  readonly isDoubtful: boolean;
  readonly digests: Digests;
}

export function placeholderFacts(input: PlanInput, digests: Digests): PlaceholderFacts {
  const { settings, nowMs, memory } = input;
  const { remembered, isUnknown = false } = memory;
  return {
    settings,
    nowMs: Math.round(nowMs),
    remembered,
    isUnknown,
    isDoubtful: isDoubtful(input),
    digests,
  };
}

export interface WantedValue {
  readonly key: string;
  readonly text: string;
  /** Of the text, folded. */
  readonly digest: string;
}
export interface WantedPlaceholders {
  readonly bookingId: BookingId;
  readonly unitId: UnitId;
  /** `leave`: nothing is set, and what is there is still true. */
  readonly action: 'set' | 'leave' | 'clear';
  /** None but with `set`. */
  readonly values: readonly WantedValue[];
  /** null but with `set`. */
  readonly content: ToldContent | null;
  readonly doors: readonly DoorToTell[];
  readonly untilMs: number;
  /** Its doors have different digits, so there is none for a single PIN. */
  readonly hasDifferentPins: boolean;
  readonly line: Pick<Telling, 'state' | 'atMs' | 'reason'>;
}

type Reason = NonNullable<Telling['reason']>;
const MIDNIGHT = '00:00' as WallTime;

export function wantedPlaceholders(stays: readonly StayToTell[], facts: PlaceholderFacts): readonly WantedPlaceholders[] {
  return stays.map((stay) => wantedOf(stay, facts));
}

function wantedOf(stay: StayToTell, facts: PlaceholderFacts): WantedPlaceholders {
  const { settings, nowMs, remembered, digests } = facts;
  const { key, doorsKey, daysBefore, except } = settings.messages.placeholder;
  const { bookingId, unitId, doors, endMs } = stay;
  const record = remembered.told.get(toldKey(bookingId, 'placeholder'));
  const said = [record?.known, record?.attempt].flatMap((part) => part?.content ?? []);
  const isWrong = digests.keyed && said.some((content) => isUntrue(content, doors, digests));
  const none = (action: 'leave' | 'clear', line: WantedPlaceholders['line'], hasDifferentPins = false): WantedPlaceholders => ({
    ...{ bookingId, unitId, doors, untilMs: endMs, hasDifferentPins, line, values: [], content: null },
    action: isWrong ? 'clear' : action,
  });
  const off = (reason: Reason): WantedPlaceholders => none('clear', { state: 'off', atMs: null, reason });
  const stop = (reason: Reason): WantedPlaceholders => none('leave', { state: 'off', atMs: null, reason });
  const wait = (reason: Reason): WantedPlaceholders => none('leave', { state: 'waiting', atMs: null, reason });

  if (stay.access === 'off') return off('blocked');
  if (endMs <= nowMs) return off('over');
  if (stay.isMuted) return off('not-for-stay');
  if (except.units.includes(unitId)) return off('not-for-unit');
  if (stay.channelId !== null && except.channels.includes(stay.channelId)) return off('not-for-channel');
  // Nothing would correct it later.
  if (!settings.sending.placeholder) return off('not-started');
  if (!digests.keyed) return stop('no-pin-key');
  if (facts.isUnknown || !remembered['way-started'].has('placeholder')) return stop('register-lost');
  const dueMs = instantOf(at(addDays(dateOf(stay.window.start), -daysBefore), MIDNIGHT), stay.zone);
  if (dueMs > nowMs) return none('leave', { state: 'scheduled', atMs: dueMs, reason: null });
  if (isPaused(settings.pause, nowMs)) return wait('paused');
  if (facts.isDoubtful) return wait('asked');
  const pins = doors.flatMap(({ lockId, keypadId, prefix, pin, isVerified }) =>
    pin === null || !isVerified ? [] : [{ lockId, keypadId, prefix, pin: digests.digestPin(pin) ?? '' }],
  );
  if (pins.length === 0 || pins.length < doors.length) return wait('not-verified');
  const language = languageOf(stay, 'code', settings);
  const texts = valuesOf(stay, language, { hostName: '', changes: [], pins: 'digits' });
  const value = (name: string, text: string): WantedValue => ({ key: name, text, digest: digests.digestText(foldText(text)) ?? '' });
  const values = [
    ...(texts.pin === null ? [] : [value(key, texts.pin)]),
    ...(doorsKey === null || doorsKey === key ? [] : [value(doorsKey, texts.doors ?? '')]),
  ];
  // For a single PIN there is no right value, so one that is there is wrong at a door.
  if (values.length === 0) return { ...none('clear', { state: 'waiting', atMs: null, reason: 'different-pins' }, true) };
  return {
    ...{ bookingId, unitId, doors, untilMs: endMs, values, hasDifferentPins: texts.pin === null },
    action: 'set',
    content: { doors: pins, window: stay.window, language, version: 0 },
    line: { state: 'due', atMs: null, reason: null },
  };
}
