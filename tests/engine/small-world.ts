/** A unit with two doors and a unit with one, and guests who arrive one after the other in the first. It is 23 November 2026, eleven in Paris. */
import type { DemoCloudsOptions } from '../../electron/demo/clouds.ts';
import { portfolio } from './scenario.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

const SMALL_WORLD_MS = Date.parse('2026-11-23T10:00:00Z');

export interface GuestStay {
  readonly name: string;
  /** Days from today; by default one guest after the other, from tomorrow. */
  readonly arrival?: number;
}

export async function twoDoors(
  guests: readonly (string | GuestStay)[],
  options: Pick<DemoCloudsOptions, 'theKeysSwitches'> = {},
): Promise<World> {
  const stays = guests.map((guest, index) => ({ arrival: index * 3 + 1, ...(typeof guest === 'string' ? { name: guest } : guest) }));
  const { seed, mapping } = portfolio({
    nowMs: SMALL_WORLD_MS,
    layout: { zone: 'Europe/Paris', lockOfKeypad: [0, 1, 2], doorsOfUnit: [[0, 1], [2]] },
    bookings: stays.map(({ arrival }) => ({ unit: 0, arrival, nights: 3, guest: 0, checkIn: null })),
    foreign: [],
  });
  const bookings = seed.smoobu.bookings.map((booking, index) => ({ ...booking, guestName: stays[index]?.name ?? '' }));
  return startWorld({ ...seed, smoobu: { ...seed.smoobu, bookings } }, mapping, { ...options, nowMs: SMALL_WORLD_MS });
}
