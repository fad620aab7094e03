import { describe, expect, it } from 'vitest';
import { shownBooking } from '../../../shared/domain/booking.ts';
import { mapBookings } from './map.ts';
import { commonMessageFacts, messageFactsOf } from './message-facts.ts';
import { parseBooking } from './wire.ts';

const ROW = { id: 1, type: 'reservation', arrival: '2026-12-01', departure: '2026-12-05', apartment: { id: 398 } };
const NONE = { language: null, channelId: null, reference: null };
const merged = (...rows: readonly object[]) => {
  const { language, channelId, reference } = mapBookings(rows.map((row) => parseBooking({ ...ROW, ...row }))).bookings[0]!;
  return [language, channelId, reference];
};

describe('messageFactsOf', () => {
  it.each([
    ['FR', 'fr'],
    [' pt-BR ', 'pt-br'],
    ['ua', 'ua'],
    ['Français', undefined],
    ['e', undefined],
    ['', undefined],
    [null, undefined],
    ['a'.repeat(5_000), undefined],
  ])('reads the language %j as %j', (language, expected) => {
    expect(messageFactsOf({ ...NONE, language }).language).toBe(expected);
  });

  it.each([
    [{ 'reference-id': ' HM4AB2 ' }, 'HM4AB2'],
    [{ 'reference-id': 2_871_330_014 }, '2871330014'],
    [{ referenceId: 'X-1' }, 'X-1'],
    [{ 'reference-id': '' }, undefined],
    [{ 'reference-id': null }, undefined],
    [{ 'reference-id': 'a\u202eb' }, 'a b'],
  ])('reads the reference of %j as %j', (row, expected) => {
    expect(messageFactsOf(parseBooking(row)).reference).toBe(expected);
  });

  it('cuts a reference that is none', () => {
    expect(messageFactsOf({ ...NONE, reference: '7'.repeat(5_000) }).reference).toHaveLength(60);
  });

  it('reads the channel, and has no field where nothing is known', () => {
    expect(messageFactsOf(parseBooking({ channel: { id: '198', name: 'Airbnb' } }))).toEqual({ channelId: 198 });
    expect(messageFactsOf(parseBooking({ channel: null, channel_id: 13 }))).toEqual({ channelId: 13 });
    expect(messageFactsOf(parseBooking({ channel: [] }))).toEqual({});
  });
});

describe('rows of one booking', () => {
  it('leave out what they contradict each other about', () => {
    const row = { language: 'fr', channel: { id: 198 }, 'reference-id': 'A1' };
    expect(merged(row, row)).toEqual(['fr', 198, 'A1']);
    expect(merged(row, { ...row, language: 'de' })).toEqual([undefined, 198, 'A1']);
    expect(merged({ ...row, 'reference-id': 'A2', channel: { id: 13 } }, row)).toEqual(['fr', undefined, undefined]);
    expect(merged({}, row)).toEqual(['fr', 198, 'A1']);
    expect(commonMessageFacts([])).toEqual({});
  });

  it('are not shown with it', () => {
    const [booking] = mapBookings([parseBooking({ ...ROW, language: 'fr', channel: { id: 198 }, 'reference-id': 'A1' })]).bookings;
    expect(Object.keys(shownBooking(booking!))).not.toEqual(expect.arrayContaining([expect.stringMatching(/language|channel|reference/)]));
  });
});
