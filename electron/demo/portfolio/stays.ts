/** The stays of the demo portfolio, in days from today. Guests are invented. */
import type { MessageInput } from '../seed.ts';
import { CANAL, CROIX_ROUSSE, MARAIS, MONTMARTRE, PARKING, PRESQUILE, VIEUX_LYON } from './places.ts';

export interface StayStory {
  readonly id: number;
  readonly unit: number;
  /** Days from today. */
  readonly arrives: number;
  readonly leaves: number;
  readonly guest: string;
  readonly checkIn?: string;
  readonly checkOut?: string;
  readonly type?: 'modification of booking' | 'cancellation';
  readonly channel?: 'Airbnb' | 'Booking.com';
  /** The code that is on the doors already, left by an earlier run. */
  readonly code?: StoryCode;
  /** Why this stay is in the portfolio. */
  readonly note?: string;
}
interface StoryCode {
  readonly pin: string;
  /** Where it is, if the booking has moved since. */
  readonly unit?: number;
  /** When it ends, if the booking has changed since. */
  readonly leaves?: number;
  /** What the user wrote after the tag. */
  readonly remark?: string;
}

const MODIFIED = 'modification of booking';

export const STAYS: readonly StayStory[] = [
  {
    id: 90_001,
    unit: MARAIS,
    arrives: -2,
    leaves: 2,
    guest: 'Margaux Delacourt-Petit',
    code: { pin: '4719' },
    note: 'staying now, at the default times',
  },
  {
    id: 90_002,
    unit: MARAIS,
    arrives: 2,
    leaves: 6,
    guest: 'Søren Østergaard-Lund',
    channel: 'Airbnb',
    note: 'arrives on the day the previous guest leaves',
  },
  { id: 90_003, unit: MARAIS, arrives: 9, leaves: 12, guest: 'Zoë Grüßner 🌿✨', note: 'emoji in the name' },
  {
    id: 90_004,
    unit: MARAIS,
    arrives: 15,
    leaves: 18,
    guest: 'Amélie Courtois-Vidal',
    type: 'cancellation',
    code: { pin: '8264' },
    note: 'cancelled, its code is still on the door',
  },
  {
    id: 90_005,
    unit: CANAL,
    arrives: -1,
    leaves: 3,
    guest: 'Noah van der Meulenhof',
    checkIn: '17:30',
    checkOut: '10:00',
    code: { pin: '6185' },
    note: 'staying now, at specific times',
  },
  { id: 90_006, unit: CANAL, arrives: 3, leaves: 5, guest: 'Siobhán Ó Braonáin', channel: 'Booking.com' },
  {
    id: 90_007,
    unit: CANAL,
    arrives: 6,
    leaves: 10,
    guest: 'Tomasz Wiśniowiecki',
    type: MODIFIED,
    code: { pin: '2947', leaves: 8 },
    note: 'extended by two nights since its code was created',
  },
  { id: 90_008, unit: CANAL, arrives: 20, leaves: 25, guest: 'Aiyana Blackwater' },
  { id: 90_009, unit: MONTMARTRE, arrives: -3, leaves: 0, guest: 'Giulia Ferrantini', code: { pin: '5820' }, note: 'leaves today' },
  {
    id: 90_010,
    unit: MONTMARTRE,
    arrives: 0,
    leaves: 4,
    guest: 'Mateo Quiroga Salas',
    channel: 'Airbnb',
    note: 'arrives today: same-day turnover',
  },
  { id: 90_011, unit: MONTMARTRE, arrives: 7, leaves: 9, guest: 'Yuki Hanazawa', note: 'has a code made by hand on one of the two doors' },
  { id: 90_012, unit: MONTMARTRE, arrives: 30, leaves: 37, guest: 'Priya Raghunathan' },
  {
    id: 90_013,
    unit: CROIX_ROUSSE,
    arrives: -4,
    leaves: 1,
    guest: 'François-Xavier Lemoigne',
    code: { pin: '0482' },
    note: 'a PIN with a leading zero',
  },
  { id: 90_014, unit: CROIX_ROUSSE, arrives: 1, leaves: 4, guest: 'Lucía Fernández Ibarrola', checkIn: '18:00' },
  {
    id: 90_015,
    unit: CROIX_ROUSSE,
    arrives: 11,
    leaves: 14,
    guest: 'Anders Lindqvist-Nyström',
    type: MODIFIED,
    code: { pin: '6537', unit: VIEUX_LYON },
    note: 'moved from Vieux Lyon; its code is still on the old door',
  },
  { id: 90_016, unit: CROIX_ROUSSE, arrives: 40, leaves: 44, guest: 'Chloé Beaumanoir', channel: 'Booking.com' },
  { id: 90_017, unit: VIEUX_LYON, arrives: -1, leaves: 2, guest: 'Björk Hallgrímsdóttir', code: { pin: '1793' } },
  { id: 90_018, unit: VIEUX_LYON, arrives: 2, leaves: 5, guest: 'Kwame Asante-Boadu' },
  {
    id: 90_019,
    unit: VIEUX_LYON,
    arrives: 5,
    leaves: 8,
    guest: 'Ivan Dragomirescu',
    code: { pin: '8615', remark: 'arrive tard, laisser la lumière' },
    note: 'its code has a remark by the user',
  },
  {
    id: 90_020,
    unit: VIEUX_LYON,
    arrives: 18,
    leaves: 20,
    guest: 'Oluwaseun Adébáyò',
    type: 'cancellation',
    note: 'cancelled before it ever had a code',
  },
  {
    id: 90_021,
    unit: PRESQUILE,
    arrives: 0,
    leaves: 3,
    guest: 'Fatima-Zahra El Mansourine',
    code: { pin: '2708' },
    note: 'arrives today, its code exists',
  },
  {
    id: 90_022,
    unit: PRESQUILE,
    arrives: 4,
    leaves: 7,
    guest: 'Jean-Noël Échauguette',
    checkIn: '00:00',
    checkOut: '00:00',
    note: '00:00 means no time',
  },
  { id: 90_023, unit: PRESQUILE, arrives: 60, leaves: 67, guest: 'Olena Kovalchukivna', channel: 'Airbnb' },
  { id: 90_024, unit: PRESQUILE, arrives: 95, leaves: 100, guest: 'Emre Yıldırımoğlu', note: 'too far ahead for a code yet' },
  { id: 90_025, unit: PARKING, arrives: 3, leaves: 6, guest: 'Hugo Tessierand', note: 'in a unit without a door' },
  // Ended long ago: Smoobu still has it, and its code should have been removed.
  { id: 89_950, unit: CANAL, arrives: -15, leaves: -12, guest: 'Ewan MacAllastair', code: { pin: '7361' } },
];

/** One guest has been told by hand: the right PIN, with the digits before it at the gate. */
export const THREAD: readonly MessageInput[] = [
  { bookingId: 90_021, from: 'guest', text: 'Bonjour, comment entre-t-on ?' },
  { bookingId: 90_021, from: 'host', text: 'Bonjour ! Portail : 522708, porte : 2708. À bientôt.' },
];
