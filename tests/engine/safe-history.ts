/** What must be true of each run in a history of hard times: of holds, of another account, and of removals that nobody asked for. */
import { bookingOf } from '../support/ids.ts';
import { expect } from 'vitest';
import type { DemoShare } from '../../electron/demo/seed.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { taggedBooking } from './invariants.ts';
import type { Installation, World } from './world.ts';

/** The brake lets so many removals of a day pass, or this share of the codes. */
const MAX_DELETES = 3;
const MAX_SHARE = 0.3;

interface Before {
  readonly holds: ReadonlyMap<string, { readonly codeId: number | null; readonly bookingId: number }>;
  readonly live: ReadonlyMap<number, DemoShare>;
  readonly isOther: boolean;
}

/** One for each installation. */
export class SafeHistory {
  readonly #world: World;
  readonly #installation: Installation;
  readonly #answered = new Set<string>();
  readonly #unasked: number[] = [];
  /** When each code was last seen live. Epoch milliseconds. */
  readonly #liveAt = new Map<number, number>();

  constructor(world: World, installation: Installation) {
    this.#world = world;
    this.#installation = installation;
  }

  get installation(): Installation {
    return this.#installation;
  }

  answer(key: string, choice: string): void {
    if (this.#installation.answer(key, choice)) this.#answered.add(key);
  }

  /** The accounts are approved, and of removals those whose booking does not live. */
  answerAll(accounts: 'approve' | 'keep', removals: 'approve' | 'keep'): void {
    for (const cloud of ['smoobu', 'the-keys'] as const) {
      const seen = this.#installation.history.memory().remembered['other-account'].get(cloud);
      if (seen !== undefined) this.answer(`account:${cloud}:${seen.id}`, accounts);
    }
    for (const { operation } of this.#installation.history.listHolds()) {
      const isMistake =
        operation.evidence !== null && ['cancelled', 'gone'].includes(operation.evidence) && this.#isLive(bookingOf(operation));
      // What is kept of a live stay keeps its old doors and times, which is no mistake of a run.
      if (isMistake || (removals === 'keep' && operation.evidence === 'cancelled')) this.answer(operation.key, 'keep');
      else if (removals === 'approve') this.answer(operation.key, 'approve');
    }
  }

  /** This installation takes a cloud's account for another than the user's. */
  isOther(): boolean {
    const { account } = this.#installation.history.memory().remembered;
    const { smoobu, theKeys } = this.#world.clouds;
    const idOf = (of: string): string => (of.startsWith('other') ? '2' : '1');
    const isOther = (known: string | undefined, of: string): boolean => known !== undefined && of !== 'unreadable' && known !== idOf(of);
    return (
      isOther(account.get('smoobu')?.id, smoobu.switches().account) || isOther(account.get('the-keys')?.id, theKeys.switches().account)
    );
  }

  begin(): Before {
    const holds = this.#installation.history
      .listHolds()
      .map(({ operation }) => [operation.key, { codeId: operation.codeId, bookingId: bookingOf(operation) }] as const);
    const live = this.#codes().filter((share) => share.active && !this.#isOver(share));
    for (const { id } of live) this.#liveAt.set(id, this.#world.clock.nowMs());
    return { holds: new Map(holds), live: new Map(live.map((share) => [share.id, share])), isOther: this.isOther() };
  }

  end(before: Before, report: RunReport, what: string): void {
    const holds = this.#installation.history.listHolds().map(({ operation }) => operation);
    const present = new Set(this.#codes().map(({ id }) => id));
    for (const [key, { codeId, bookingId }] of before.holds) {
      const isOpen = holds.some((hold) => hold.key === key || hold.codeId === codeId);
      const isGone = codeId === null || !present.has(codeId) || this.#isLive(bookingId);
      expect(isOpen || isGone || this.#answered.has(key), `hold ${key}, ${what}`).toBe(true);
    }
    const known = this.#unasked.length;
    for (const { kind, status, codeId, evidence, key } of report.operations) {
      if (kind !== 'delete' || status !== 'done' || codeId === null || !before.live.has(codeId) || this.#answered.has(key)) continue;
      if (evidence === 'cancelled' || evidence === 'gone') this.#unasked.push(Date.parse(report.run.startedAt));
    }
    // What was live then is known at the moment of a removal only.
    if (this.#unasked.length === known) return;
    const latest = this.#unasked.at(-1) ?? 0;
    const ofADay = this.#unasked.filter((atMs) => Math.abs(latest - atMs) < DAY_MS).length;
    // The rule counts every code that was live in the day, also those that were not live at the same time.
    const ofTheDay = [...this.#liveAt.values()].filter((atMs) => Math.abs(latest - atMs) < DAY_MS + HOUR_MS).length;
    expect(ofADay, `removals of a day, ${what}`).toBeLessThanOrEqual(Math.max(MAX_DELETES, Math.floor(MAX_SHARE * ofTheDay)));
  }

  #codes(): readonly DemoShare[] {
    return this.#world.clouds.theKeys.codes().filter((share) => taggedBooking(share) !== null);
  }
  #isLive(bookingId: number): boolean {
    const booking = this.#world.clouds.smoobu.booking(bookingId);
    return booking !== null && booking.type !== 'cancellation';
  }
  #isOver({ endDate, endTime }: DemoShare): boolean {
    // A clock that is wrong removes nothing at all.
    const now = new Date(this.#world.clock.nowMs()).toISOString();
    return endDate !== null && `${endDate}T${endTime ?? '24:00'}` < now;
  }
}

/** Under another account, nothing of ours is removed, shortened or moved. */
export function assertOnlyExtended(events: ReturnType<World['clouds']['theKeys']['events']>, what: string): void {
  for (const { kind, by, before, after } of events) {
    if (by !== 'request' || before === null) continue;
    expect(kind, `code ${String(before.id)}, ${what}`).not.toBe('deleted');
    if (after === null || taggedBooking(before) === null) continue;
    const window = ({ startDate, startTime, endDate, endTime }: DemoShare) => ({
      start: `${startDate ?? '0000'}T${startTime ?? '00:00'}`,
      end: `${endDate ?? '9999'}T${endTime ?? '24:00'}`,
    });
    const [was, is] = [window(before), window(after)];
    expect(is.start <= was.start && is.end >= was.end && after.lockId === before.lockId, `code ${String(before.id)}, ${what}`).toBe(true);
  }
}
