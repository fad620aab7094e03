import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code as codeFixture } from '../../tests/reconcile/fixtures.ts';
import { codeId } from '../../tests/support/ids.ts';
import { parsePin } from '../domain/code.ts';
import type { CodeRecord } from '../domain/code.ts';
import { parseLocalDate, wallTime } from '../time.ts';
import { renderReport } from './report.ts';
import { NAME_FORMS, NO_BOOKING_SEEN, NO_DOOR_SEEN } from './seen.ts';
import type { AllSeen, BookingSeen, DoorSeen, Seen, Wrote } from './seen.ts';
import { NOT_ASKED, QUESTIONS, verdictsOf } from './verdicts.ts';

const DIRTY = 'Ada Exemplar 4711 ada@example.com +33612345678';
/** JSON of shapes that are nearly right, full of what must not get out. */
const leaf = fc.oneof(fc.constant(DIRTY), fc.constant(4711), fc.constant(null), fc.boolean(), fc.constant(''), fc.string(), fc.integer());
const KEYS = [
  ...['data', 'serrures', 'accessoires', 'accessoire', 'type', 'id', 'info', 'last_seen', 'partages_accessoire', 'nom', 'code', 'actif'],
  ...['heure_debut', 'hour', 'minute', 'date_debut', 'date', 'description', 'horaires', 'logs', 'accessory_share_id', 'status', 'error'],
  ...['bookings', 'check-in', 'email', 'guestId', 'related', 'messages', 'htmlMessage', 'createdAt', 'customPlaceholders', 'translations'],
  ...['access_token', 'token', 'battery_date', 'logSequence', 'total_items', 'page_count', 'modifiedAt', 'guest-name', 'channel'],
];
const json = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    leaf,
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('any'), { maxKeys: 8 }),
  ),
})).any;
const seen: fc.Arbitrary<Seen | null> = fc.option(
  fc.record({
    status: fc.constantFrom(200, 201, 204, 400, 401, 403, 404, 500),
    json: fc.oneof(json, fc.constant(undefined)),
    headers: fc.dictionary(fc.constantFrom('x-ratelimit-limit'), fc.constantFrom('700', DIRTY)),
  }),
);
const wrote: fc.Arbitrary<Wrote> = fc.record({
  outcome: fc.constantFrom('done' as const, 'refused' as const, 'failed' as const, 'uncertain' as const),
  field: fc.constantFrom('full' as const, 'note' as const, 'start' as const, 'name' as const, 'pin' as const, null),
  answer: seen,
});
const SENT: CodeRecord = {
  ...{
    name: 'Latchkey probe',
    pin: parsePin('0739')!,
    active: true,
    description: 'Latchkey-probe#abcdefgh A test.',
    notificationEnabled: false,
  },
  ...{
    startDate: parseLocalDate('2027-12-28')!,
    startTime: wallTime(9, 5)!,
    endDate: parseLocalDate('2027-12-28')!,
    endTime: wallTime(10, 35)!,
  },
};
const readBack = fc.option(fc.record({ sent: fc.constant(SENT), code: fc.constant(codeFixture({ id: codeId(5) })), row: json }));
const doors: fc.Arbitrary<DoorSeen> = fc
  .record({
    ...{ signIn: seen, inventedToken: seen, missingToken: seen, account: seen, list: seen, gateway: seen, log: seen },
    creates: fc.array(
      fc.tuple(wrote, fc.constantFrom(...NAME_FORMS)).map(([one, form]) => ({ ...one, form })),
      { maxLength: 3 },
    ),
    updates: fc.array(
      fc.tuple(wrote, fc.constantFrom('long' as const, 'short' as const)).map(([one, note]) => ({ ...one, note })),
      { maxLength: 2 },
    ),
    samePin: fc.array(
      fc.tuple(wrote, fc.constantFrom('same' as const, 'other' as const)).map(([one, name]) => ({ ...one, name })),
      { maxLength: 2 },
    ),
    ...{
      made: readBack,
      firstUpdated: readBack,
      off: readBack,
      past: fc.option(wrote),
      deletes: fc.array(wrote, { maxLength: 3 }),
      deletedAgain: fc.option(wrote),
    },
    lagMs: fc.constantFrom(0, 5_000, null),
  })
  .map((some) => ({ ...NO_DOOR_SEEN, ...some }));
const bookings: fc.Arbitrary<BookingSeen> = fc
  .record({ me: seen, unit: seen, page: seen, thread: seen, placeholders: seen })
  .map((some) => ({ ...NO_BOOKING_SEEN, ...some }));
const all: fc.Arbitrary<AllSeen> = fc.record({ doors, bookings });

describe('the verdicts', () => {
  it('are words of the table whatever the clouds answer, so that the file has nothing of anybody', () => {
    const words = new Map(QUESTIONS.map(({ id, variants }) => [id, variants]));
    fc.assert(
      fc.property(all, (observed) => {
        const verdicts = verdictsOf(observed);
        expect(verdicts.map(({ id }) => id)).toEqual(QUESTIONS.map(({ id }) => id));
        for (const { id, shows } of verdicts) if (shows !== null) expect(words.get(id)).toContain(shows);
        const report = renderReport({ version: '1.0.0', verdicts, stopped: [] });
        expect(report).not.toMatch(/Ada|Exemplar|4711|example\.com|\+33/);
        // The words of the table decide alone: every digit of the file is in it too.
        const blank = renderReport({ version: '1.0.0', verdicts: verdicts.map((one) => ({ ...one, shows: null })), stopped: [] });
        const known = new Set([...QUESTIONS.flatMap(({ variants }) => variants), 'not seen']);
        const [lines, blanks] = [report.split('\n'), blank.split('\n')];
        for (const [index, line] of lines.entries()) {
          if (line !== blanks[index]) expect(known).toContain(line.split('|').at(-2)?.trim());
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are all open when nothing was seen', () => {
    const verdicts = verdictsOf({ doors: NO_DOOR_SEEN, bookings: NO_BOOKING_SEEN });
    expect(verdicts.filter(({ shows }) => shows !== null)).toEqual([]);
  });

  it('have a question each, and no fact is both asked and left open', () => {
    const ids = QUESTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => (id.split('.')[0] ?? '') in NOT_ASKED)).toEqual([]);
    for (const { variants } of QUESTIONS) expect(new Set(variants).size).toBe(variants.length);
  });
});
