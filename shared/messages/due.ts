/** Which message is due for whom, when, and why not. Pure: it reads no thread and sends nothing. */
import { placeKey } from '../domain/ids.ts';
import type { Remembered } from '../domain/memory.ts';
import type { Settings } from '../domain/settings.ts';
import { toldKey } from '../domain/told.ts';
import type { Told, ToldContent, ToldKind, Telling, TellingReason } from '../domain/told.ts';
import type { Result } from '../result.ts';
import { Secret } from '../secret.ts';
import { changesSince, isNews, otherDigits, replacedDoors } from './changes.ts';
import type { ChangeContext } from './changes.ts';
import { isReadingDue, isUnclear, lastTold, newRow, toldBefore } from './register.ts';
import type { LastTold } from './register.ts';
import type { StayToTell } from './stay-to-tell.ts';
import { shownOf } from './shown.ts';
import type { Digests, Shown } from './shown.ts';
import { textOf } from './templates/text-of.ts';
import { isSendAsked } from './threads/reading.ts';
import type { Change } from '../domain/told.ts';
import { firstTellingMs, heldUntilMs, isPaused, isSoon } from './when.ts';

export interface DueInput {
  readonly nowMs: number;
  readonly stays: readonly StayToTell[];
  readonly settings: Pick<Settings, 'messages' | 'templates' | 'sending' | 'pause'>;
  readonly remembered: Pick<Remembered, 'told' | 'thread' | 'way-started' | 'door-act' | 'by-hand'>;
  /** The history could not be read. */
  readonly isUnknown: boolean;
  /** The user has to say first whether something is right: the settings, the wishes, or whose account this is. */
  readonly isDoubtful: boolean;
  readonly digests: Digests;
}

export interface ToSend {
  readonly kind: ToldKind;
  readonly content: ToldContent;
  readonly text: Secret;
  /** What a text with other words would have to say. */
  readonly says: readonly Secret[];
  /** What is typed at each door. null: all of it was told before, so that only the words are new. */
  readonly digits: readonly Secret[] | null;
}
export interface MessageDecision extends Telling {
  readonly way: 'message';
  readonly stay: StayToTell;
  readonly row: Told;
  /** Where the state is `due`, or what was sent before may have to be sent again. */
  readonly send: ToSend | null;
  /** What was sent is looked for in the thread now. */
  readonly readsThread: boolean;
  /** What was sent before says nothing that the guest does not know: where it is not in the thread, it is forgotten. */
  readonly isNeedless: boolean;
  /** What the user is asked, or has declined. */
  readonly asked: Told['asked'];
}

/** One for each stay, in order of arrival. */
export function messagesDue(input: DueInput): readonly MessageDecision[] {
  const replaced = replacedDoors(input.remembered['door-act'].values());
  return [...input.stays]
    .sort((one, other) => one.startMs - other.startMs || one.bookingId - other.bookingId)
    .map((stay) => {
      const row = input.remembered.told.get(toldKey(stay.bookingId, 'message')) ?? newRow(stay.bookingId);
      const context = { places: new Set(stay.doors.map(placeKey)), now: stay.now, replaced };
      return { ...NOTHING, ...decide({ stay, row, context, input }), bookingId: stay.bookingId, way: 'message', stay, row };
    });
}

const NOTHING = { kind: 'code', atMs: null, reason: null, send: null, readsThread: false, isNeedless: false, asked: null } as const;
type Decided = Pick<Telling, 'state'> & Partial<Omit<MessageDecision, 'bookingId' | 'way' | 'stay' | 'row'>>;

interface OneStay {
  readonly stay: StayToTell;
  readonly row: Told;
  readonly context: ChangeContext;
  readonly input: DueInput;
}

function decide(one: OneStay): Decided {
  const { stay, input, context } = one;
  const off = whyOff(stay, input);
  if (off !== null) return { state: 'off', reason: off };
  const told = lastTold(stay.bookingId, input.remembered.told);
  const shown = shownOf(stay, input.digests);
  const changes = told === null || shown === null ? [] : changesSince(told.content, shown.content, context);
  if (told !== null && !isNews(changes, input.settings.messages.message.tellsLonger)) return settled(one, told, shown);
  const kind = told === null ? 'code' : 'correction';
  const correction = told === null || changes.length === 0 ? {} : { correction: { changes: [...changes], toldAtMs: told.atMs } };
  if (told?.isAttempt === true && shown !== null && isBack(one, shown)) return { kind, ...undecided(one) };
  return { kind, ...correction, ...untold(one, told, shown, changes) };
}

/** What changed has changed back before it was known whether the guest was told: if not, there is nothing to correct. */
function isBack({ stay, row, input, context }: OneStay, { content, digest }: Shown): boolean {
  if (isUnclear(row) || isSoon(stay, input.nowMs) || row.wanted === digest) return false;
  const before = toldBefore(stay.bookingId, input.remembered.told);
  return before !== null && !isNews(changesSince(before.content, content, context), input.settings.messages.message.tellsLonger);
}
function undecided({ row, input }: OneStay): Decided {
  const readsThread = whyHeld(input) === null && isReadingDue(row, input.nowMs);
  return { ...waiting('reading-thread'), atMs: row.attempt?.nextMs ?? null, readsThread };
}

/** The guest was told what there is to tell, or may have been. */
function settled({ row, input, stay, context }: OneStay, { kind, state, atMs, isAttempt }: LastTold, shown: Shown | null): Decided {
  const isWaiting = state === 'unclear' && isAttempt;
  const reason = isWaiting ? (isUnclear(row) ? 'asked' : 'reading-thread') : null;
  const readsThread = isAttempt && whyHeld(input) === null && isReadingDue(row, input.nowMs);
  if (!readsThread || shown === null || !isPermitted(shown, row)) return { kind, state, atMs, reason, readsThread };
  const before = toldBefore(stay.bookingId, input.remembered.told);
  const changes = before === null ? [] : changesSince(before.content, shown.content, context);
  const isNeedless = before !== null && !isNews(changes, input.settings.messages.message.tellsLonger);
  const send = isNeedless ? null : toSend(shown, { kind, told: before, changes }, input);
  return { kind, state, atMs, reason, readsThread, isNeedless, send: send?.ok === true ? send.value : null };
}

function untold({ stay, row, input, context }: OneStay, told: LastTold | null, shown: Shown | null, changes: readonly Change[]): Decided {
  const { nowMs, settings } = input;
  const kind = told === null ? 'code' : 'correction';
  const isWanted = shown !== null && row.wanted === shown.digest;
  const held = whyHeld(input, isWanted);
  if (held !== null) return waiting(held);
  const send = shown === null ? null : toSend(shown, { kind, told, changes }, input);
  if (send?.ok === false) return waiting(send.error);
  const dueMs = told === null && !isWanted ? firstTellingMs(stay, settings.messages.message.when, nowMs) : nowMs;
  if (dueMs > nowMs) return { state: 'scheduled', atMs: heldUntilMs(stay, settings.messages.quietHours, dueMs) ?? dueMs };
  if (shown === null || send === null) return waiting('not-verified');
  const isByHand = told !== null && isChangedByHand(stay, told, shown, context);
  if (told !== null && isAskedElsewhere(stay, input)) return waiting('changed-by-hand');
  const about = shown.isWhole ? (isByHand && !isSendAsked(stay.bookingId, input.remembered) ? 'by-hand' : null) : 'verified';
  if (about !== null && !isAgreed(shown, row)) {
    const reason = about === 'by-hand' ? 'changed-by-hand' : 'not-verified';
    if (about === 'verified' && !isSoon(stay, nowMs)) return waiting(reason);
    const isDeclined = row.asked?.content === shown.digest && row.asked.isDeclined;
    return { ...waiting(reason), asked: { about, content: shown.digest, isDeclined } };
  }
  if (isWanted) return { state: 'due', atMs: nowMs, send: send.value };
  const untilMs = heldUntilMs(stay, settings.messages.quietHours, nowMs);
  if (untilMs !== null) return { ...waiting('quiet-hours'), atMs: untilMs };
  const { attempt } = row;
  if (attempt?.state === 'refused' && attempt.nextMs > nowMs && changesSince(attempt.content, shown.content, context).length === 0)
    return { ...waiting('refused'), atMs: attempt.nextMs };
  return { state: 'due', atMs: nowMs, send: send.value };
}

function waiting(reason: TellingReason): Decided {
  return { state: 'waiting', reason };
}

function isPermitted(shown: Shown, row: Told): boolean {
  return shown.isWhole || isAgreed(shown, row);
}
function isAgreed({ digest }: Shown, { agreed, wanted }: Told): boolean {
  return agreed === digest || wanted === digest;
}

interface News {
  readonly kind: ToldKind;
  readonly told: LastTold | null;
  readonly changes: readonly Change[];
}

function toSend({ stay, content }: Shown, { kind, told, changes }: News, { settings }: DueInput): Result<ToSend, TellingReason> {
  const [first = 'pin', ...others] = changes;
  const worded = textOf(stay, kind === 'code' ? { kind } : { kind, changes: [first, ...others] }, settings);
  if (!worded.ok) return worded;
  const { text, says, language, version } = worded.value;
  const isOld = ({ prefix, pin }: Shown['content']['doors'][number]): boolean =>
    told?.content.doors.some((door) => door.prefix === prefix && door.pin === pin) === true;
  const digits = content.doors.every(isOld) ? null : stay.doors.map(({ prefix, pin }) => new Secret(`${prefix}${pin ?? ''}`));
  return { ok: true, value: { kind, content: { ...content, language, version }, text, says, digits } };
}

function whyOff(stay: StayToTell, { settings, remembered, isUnknown, digests, nowMs }: DueInput): TellingReason | null {
  const { except } = settings.messages.message;
  const isAsked = isSendAsked(stay.bookingId, remembered);
  if (!settings.sending.message && !isAsked) return 'not-started';
  if (!digests.keyed) return 'no-pin-key';
  if (isUnknown || (!remembered['way-started'].has('message') && !isAsked)) return 'register-lost';
  if (stay.endMs <= nowMs) return 'over';
  if (stay.access === 'off') return 'blocked';
  if (stay.isMuted) return 'not-for-stay';
  if (isAsked) return null;
  if (except.units.includes(stay.unitId)) return 'not-for-unit';
  return stay.channelId !== null && except.channels.includes(stay.channelId) ? 'not-for-channel' : null;
}

/** Why nobody is told anything at the moment. */
function whyHeld({ settings, isDoubtful, nowMs }: DueInput, isWanted = false): TellingReason | null {
  if (isPaused(settings.pause, nowMs) && !isWanted) return 'paused';
  return isDoubtful ? 'asked' : null;
}

/** A PIN that is not the one that the guest was told, and was put there by somebody at The Keys. */
function isChangedByHand({ doors }: StayToTell, told: LastTold, shown: Shown, { replaced }: ChangeContext): boolean {
  const others = otherDigits(told.content, shown.content, replaced);
  return doors.some((door) => door.isPinByHand && others.has(placeKey(door)));
}

/** The user has not said yet whether times that somebody changed at The Keys stay. */
function isAskedElsewhere({ bookingId }: StayToTell, { remembered }: DueInput): boolean {
  const open = ['longer', 'shorter', 'shut-out'];
  return [...remembered['by-hand'].values()].some(
    ({ claimId, isKept, result }) => claimId === bookingId && !isKept && open.includes(result),
  );
}
