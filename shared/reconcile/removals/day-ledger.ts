/** What was removed unasked within the last 24 hours, and how many codes were live when they began: the brake counts over a sliding day. Pure. */
import type { BookingId, CodeId } from '../../domain/ids.ts';
import type { MemoryChange, MemoryValue } from '../../domain/memory.ts';
import type { DeleteOperation, PlanInput } from '../../domain/plan.ts';
import { DAY_MS, HOUR_MS } from '../../time.ts';

type Samples = MemoryValue<'live-codes'>['samples'];
const SAMPLES_KEY = 'all';

export class DayLedger {
  readonly liveWhenTheDayBegan: number;
  readonly #input: PlanInput;
  readonly #live: readonly CodeId[];
  readonly #codes = new Set<CodeId>();
  readonly #goneBookings = new Set<BookingId>();
  readonly #over: string[] = [];

  /** `live`: managed codes whose window is not over. */
  constructor(input: PlanInput, live: readonly CodeId[]) {
    this.#input = input;
    this.#live = live;
    for (const [key, { atMs, bookingId, gone }] of input.memory.remembered.removed) {
      // A moment ahead of now was recorded with a wrong clock.
      if (Math.abs(input.nowMs - atMs) >= DAY_MS) this.#over.push(key);
      else {
        this.#codes.add(Number(key) as CodeId);
        if (gone) this.#goneBookings.add(bookingId);
      }
    }
    // Before a whole day is known, the codes of the day so far count.
    this.liveWhenTheDayBegan = dayBegan(this.#samples(), input.nowMs)?.count ?? new Set([...live, ...this.#codes]).size;
  }

  /** Codes removed in this day, with these. */
  codesWith(deletes: readonly DeleteOperation[]): number {
    return new Set([...this.#codes, ...deletes.map(({ codeId }) => codeId)]).size;
  }
  /** Bookings that answered 404 and lost a code in this day, with these. */
  goneBookingsWith(deletes: readonly DeleteOperation[]): number {
    const gone = deletes.filter(({ evidence }) => evidence === 'gone');
    return new Set<BookingId | null>([...this.#goneBookings, ...gone.map(({ bookingId }) => bookingId)]).size;
  }

  after(unasked: readonly DeleteOperation[]): readonly MemoryChange[] {
    const { nowMs } = this.#input;
    return [
      ...this.#over.map((key): MemoryChange => ({ kind: 'removed', key, value: null })),
      ...unasked.flatMap(({ codeId, bookingId, evidence }): readonly MemoryChange[] =>
        bookingId === null ? [] : [{ kind: 'removed', key: String(codeId), value: { atMs: nowMs, bookingId, gone: evidence === 'gone' } }],
      ),
      ...this.#sample(),
    ];
  }

  #samples(): Samples {
    return this.#input.memory.remembered['live-codes'].get(SAMPLES_KEY)?.samples ?? [];
  }

  /** Once an hour, and only when every lock could be read. */
  #sample(): readonly MemoryChange[] {
    const { nowMs, lists } = this.#input;
    if ([...lists.values()].includes(null)) return [];
    const past = this.#samples().filter(({ atMs }) => atMs <= nowMs);
    const newest = past.at(-1);
    if (newest !== undefined && nowMs - newest.atMs < HOUR_MS) return [];
    const began = dayBegan(past, nowMs);
    const kept = past.filter(({ atMs }) => began === undefined || atMs >= began.atMs);
    return [{ kind: 'live-codes', key: SAMPLES_KEY, value: { samples: [...kept, { atMs: nowMs, count: this.#live.length }] } }];
  }
}

/** The last sample that is a day old. */
function dayBegan(samples: Samples, nowMs: number): Samples[number] | undefined {
  return samples.findLast(({ atMs }) => nowMs - atMs >= DAY_MS);
}
