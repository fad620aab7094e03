/** Judges every message at the moment when it was sent, and at the end who was not told: by the rules of the design, not by the code. */
import { expect } from 'vitest';
import type { Problem } from '../../../../shared/domain/problem.ts';
import { addDays, addMinutes, at, dateOf, HOUR_MS, instantOf, timeOf } from '../../../../shared/time.ts';
import type { LocalDateTime, WallTime } from '../../../../shared/time.ts';
import type { Computer } from '../../acts/computer.ts';
import type { Span } from '../../acts/windows.ts';
import type { World } from '../../world.ts';
import { dayAndTime, momentOf, toldBy, windowOf } from './moment.ts';
import type { Moment } from './moment.ts';

const ZONE = 'Europe/Paris';

interface Content {
  readonly doors: ReadonlyMap<string, string>;
  readonly window: Span;
}
/** `lost`: it was tried, and nobody can know what became of it. `otherwise`: by the user, who may have said something else. */
type Entry = (Content & { readonly is: 'arrived' }) | { readonly is: 'lost' | 'otherwise' };

export class Oracle {
  readonly #world: World;
  readonly #entries = new Map<number, readonly Entry[]>();
  readonly #started = new Set<Computer>();
  readonly #wanted = new Set<number>();
  /** The user wants it sent whatever else is set. */
  readonly #asked = new Set<number>();
  readonly #partly = new Set<number>();
  readonly #again = new Set<number>();
  readonly #unread = new Set<number>();
  judged = 0;

  constructor(world: World) {
    this.#world = world;
  }
  noteStarted(computer: Computer): void {
    this.#started.add(computer);
  }
  noteWanted(id: number): void {
    this.#wanted.add(id);
  }
  noteToldOtherwise(id: number): void {
    this.#add(id, { is: 'otherwise' });
  }
  /** Its thread cannot be read in this run. */
  noteUnread(id: number): void {
    this.#unread.add(id);
  }
  noteAnswer(id: number, choice: string): void {
    if (choice === 'send-again') this.#again.add(id);
    else if (choice === 'send-verified') this.#partly.add(id);
    else if (choice === 'send-right-one') this.#asked.add(id);
    else if (choice !== 'send-change') this.noteToldOtherwise(id);
  }
  endRun(): void {
    this.#unread.clear();
  }

  /** `text`: what was accepted; null: the request failed before. */
  judge(moment: Moment, text: string | null, arrived: boolean): void {
    const { bookingId: id, settings } = moment;
    const what = `${String(id)} at ${moment.now}`;
    const isWanted = this.#wanted.delete(id);
    const isAsked = this.#asked.has(id);
    expect(this.#started.has(moment.computer) && (settings.sending.message || isAsked), `${what}: not started`).toBe(true);
    expect(moment.isLive, `${what}: cancelled`).toBe(true);
    expect(moment.isUnwanted, `${what}: blocked, without a code, or muted`).toBe(false);
    expect(isPaused(moment) && !isWanted, `${what}: paused`).toBe(false);
    expect(!isAsked && isExcepted(moment), `${what}: not for this unit`).toBe(false);
    if (text === null) {
      this.#add(id, { is: 'lost' });
      return;
    }
    const content = this.#assertTrue(moment, text, what);
    const before = this.#entries.get(id) ?? [];
    if (!isWanted) {
      expect(isQuiet(moment, content.window.start), `${what}: in quiet hours`).toBe(false);
      if (before.length === 0) expect(moment.atMs, `${what}: too early`).toBeGreaterThanOrEqual(dueMs(moment, content.window.start));
    }
    this.#assertNew(moment, content, what);
    this.judged += 1;
    this.#add(id, arrived ? { is: 'arrived', ...content } : { is: 'lost' });
  }

  #assertTrue({ doors, bookingId }: Moment, text: string, what: string): Content {
    const told = toldBy(text);
    const isPartly = this.#partly.has(bookingId);
    const named = doors.filter(({ name }) => told.doors.has(name));
    expect(told.doors.size, `${what}: names doors\n${text}`).toBe(named.length);
    if (!isPartly) expect(named.length, `${what}: names every door\n${text}`).toBe(doors.length);
    expect(named.length, `${what}: names a door\n${text}`).toBeGreaterThan(0);
    const opening = named.map(({ name, prefix, codes }) => codes.filter(({ code }) => `${prefix}${code}` === told.doors.get(name)));
    for (const [index, codes] of opening.entries())
      expect(codes.length, `${what}: ${named[index]?.name ?? ''} opens\n${text}`).toBeGreaterThan(0);
    const window = windowOf(opening.flat());
    const isPlain = opening.every((codes) => codes.length === 1);
    if (isPlain) {
      // A code without an end opens at least until the one that is told.
      const [from, until = ''] = told.times;
      expect(told.times.length, `${what}: times\n${text}`).toBe(2);
      expect([from, window.end === '9999' ? '9999' : until], `${what}: window\n${text}`).toEqual([
        dayAndTime(window.start),
        window.end === '9999' ? '9999' : dayAndTime(window.end),
      ]);
    }
    return { doors: told.doors, window };
  }

  #assertNew(moment: Moment, content: Content, what: string): void {
    const { bookingId: id, settings, now } = moment;
    const last = this.#entries.get(id)?.at(-1);
    if (last?.is !== 'arrived' || this.#again.delete(id)) return;
    // A doubled text is better than none.
    const isSoon = instantOf(content.window.start as LocalDateTime, ZONE) - moment.atMs <= 3 * HOUR_MS;
    if (isSoon && this.#unread.has(id)) return;
    expect(sees(last, content, now), `${what}: the same thing twice`).not.toBe('same');
    if (!settings.messages.message.tellsLonger) expect(sees(last, content, now), `${what}: only longer`).not.toBe('longer');
  }

  /** At the end: whoever is due was told, or the user is asked. */
  assertAllTold(ids: readonly number[], computers: readonly Computer[], problems: readonly Problem[]): readonly string[] {
    const { sending } = this.#world.settings;
    if (!sending.message || this.#started.size === 0) return [];
    return ids.flatMap((id) => {
      const moments = computers.map((computer) => momentOf(this.#world, id, computer));
      const [moment] = moments;
      if (moment === undefined || moments.some(({ isUnwanted }) => isUnwanted) || isExcepted(moment) || isPaused(moment)) return [];
      const { doors, now } = moment;
      if (doors.length === 0 || doors.some(({ codes }) => codes.length !== 1)) return [];
      const window = windowOf(doors.flatMap(({ codes }) => codes));
      const isOver = window.end <= now || window.start >= window.end;
      if (isOver || isQuiet(moment, window.start) || dueMs(moment, window.start) > moment.atMs) return [];
      const entries = this.#entries.get(id) ?? [];
      const last = entries.findLast(({ is }) => is !== 'lost');
      if (last?.is === 'otherwise') return [];
      const present = new Map(doors.map(({ name, prefix, codes }) => [name, `${prefix}${codes[0]?.code ?? ''}`]));
      const seen = last?.is !== 'arrived' ? 'untold' : sees(last, { doors: present, window }, now);
      if (seen === 'same' || (seen === 'longer' && !moment.settings.messages.message.tellsLonger)) return [];
      const kinds = problems.flatMap(({ bookingId, kind }) => (bookingId === id ? [kind] : []));
      expect(kinds.length, `${String(id)} at ${now} has not been told: ${seen}`).toBeGreaterThan(0);
      return kinds;
    });
  }

  #add(id: number, entry: Entry): void {
    this.#entries.set(id, [...(this.#entries.get(id) ?? []), entry]);
  }
}

/** What a guest sees of a change. What was before now cannot be noticed any more. */
function sees(before: Content, after: Content, now: string): 'same' | 'longer' | 'other' {
  const isSame = before.doors.size === after.doors.size && [...before.doors].every(([name, digits]) => after.doors.get(name) === digits);
  const [former, present] = [before.window, after.window].map(
    ({ start, end }) => [start > now ? start : now, end > now ? end : now] as const,
  );
  if (!isSame || former === undefined || present === undefined) return 'other';
  if (former[0] === present[0] && former[1] === present[1]) return 'same';
  return present[0] <= former[0] && present[1] >= former[1] ? 'longer' : 'other';
}

function isPaused({ settings: { pause }, atMs }: Moment): boolean {
  return pause.kind === 'until-resumed' || (pause.kind === 'until' && pause.untilMs > atMs);
}
function isExcepted({ settings, unitId }: Moment): boolean {
  return settings.messages.message.except.units.some((id) => id === unitId);
}

/** Nobody is woken who does not need it: who may arrive before ten, or within three hours of the end, does. */
function isQuiet({ settings, now, atMs }: Moment, start: string): boolean {
  const { from, to } = settings.messages.quietHours;
  const time = timeOf(now);
  const isIn = from <= to ? from <= time && time < to : from <= time || time < to;
  if (!isIn) return false;
  const morning = time < to ? dateOf(now) : addDays(dateOf(now), 1);
  const end = at(morning, to);
  const ten = at(morning, '10:00' as WallTime);
  const late = addMinutes(end, 3 * 60);
  const isNeeded = start <= now || instantOf(start as LocalDateTime, ZONE) < instantOf(ten > late ? ten : late, ZONE);
  return !isNeeded && instantOf(end, ZONE) > atMs;
}

function dueMs({ settings }: Moment, start: string): number {
  const { when } = settings.messages.message;
  const local = start as LocalDateTime;
  switch (when.kind) {
    case 'verified':
      return 0;
    case 'days':
      return instantOf(at(addDays(dateOf(local), -when.days), when.at), ZONE);
    case 'hours':
      return instantOf(local, ZONE) - when.hours * HOUR_MS;
  }
}
