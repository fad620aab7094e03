/** Bookings and apartments as Smoobu's JSON, with its oddities. */
import type { DemoApartment, DemoBooking } from '../seed.ts';
import type { BookingPage } from './list.ts';
import type { SmoobuSwitches } from './switches.ts';

export type ApartmentLookup = (id: number) => DemoApartment | null;

export function bookingJson(booking: DemoBooking, apartmentOf: ApartmentLookup, switches: SmoobuSwitches): Record<string, unknown> {
  const text = (value: string): string | null => (value === '' && switches.emptyText === 'null' ? null : value);
  const names = booking.guestName.split(' ');
  return {
    id: booking.id,
    'reference-id': booking.reference,
    type: booking.type,
    arrival: booking.arrival,
    departure: booking.departure,
    'created-at': booking.createdAt,
    [switches.modifiedKey]: booking.modifiedAt,
    apartment:
      booking.apartmentId === null
        ? null
        : { id: booking.apartmentId, name: apartmentOf(booking.apartmentId)?.name ?? 'Deleted apartment' },
    channel: booking.channel,
    'guest-name': text(booking.guestName),
    firstname: text(names.slice(0, -1).join(' ')),
    lastname: text(names.at(-1) ?? ''),
    email: text(booking.email),
    phone: text(booking.phone),
    adults: booking.adults,
    children: booking.children,
    'check-in': timeJson(booking.checkIn, switches),
    'check-out': timeJson(booking.checkOut, switches),
    notice: text(booking.notice),
    'assistant-notice': text(''),
    price: booking.blocked ? 0 : 420,
    'price-paid': 'Yes',
    'price-details': '',
    'city-tax': null,
    'commission-included': null,
    prepayment: 0,
    'prepayment-paid': 'No',
    deposit: null,
    'deposit-paid': 'No',
    language: text(booking.language),
    'guest-app-url': `https://guest.invalid/?t=demo-guest-token-${String(booking.id)}`,
    'is-blocked-booking': booking.blocked,
    guestId: switches.guestId === 'per-booking' ? 7_000_000 + booking.id : 8_000_000 + sumOf(booking.email),
    related: booking.related.map((id) => ({ id, name: apartmentOf(id)?.name ?? 'Deleted apartment' })),
  };
}

function sumOf(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 999_983, 1);
}

function timeJson(time: string | null, { timeForm, missingTime }: SmoobuSwitches): string | null {
  if (time === null) return missingTime === 'null' ? null : missingTime === 'empty' ? '' : '00:00';
  if (timeForm === 'HH:mm:ss') return `${time}:00`;
  return timeForm === 'H:mm' ? time.replace(/^0(?=\d:)/, '') : time;
}

export function pageJson(page: BookingPage, apartmentOf: ApartmentLookup, switches: SmoobuSwitches): Record<string, unknown> {
  const envelope = { page_count: page.pageCount, page_size: page.pageSize, total_items: page.totalItems, page: page.page };
  if (switches.bookingsKey === 'missing') return envelope;
  const spoilt = switches.unreadableRow === 'none' || page.page !== 1 ? null : 0;
  return {
    ...envelope,
    bookings: page.rows.map((row, index) => ({
      ...bookingJson(row, apartmentOf, switches),
      ...(index === spoilt ? unreadable(switches) : {}),
    })),
  };
}

export function unreadable({ unreadableRow }: SmoobuSwitches): Record<string, unknown> {
  return unreadableRow === 'id' ? { id: 'ninety' } : { arrival: 'soon', departure: {} };
}

/** Contains neither id nor name (cloud-facts S12). */
export function apartmentJson(apartment: DemoApartment, switches: SmoobuSwitches): Record<string, unknown> {
  const zones = { present: apartment.timeZone, null: null, odd: 'Nowhere/Land' };
  return {
    location: {
      street: apartment.street,
      zip: '00000',
      city: apartment.city,
      country: 'France',
      latitude: '0.000000',
      longitude: '0.000000',
    },
    timeZone: zones[switches.timeZoneField],
    rooms: {
      maxOccupancy: 4,
      bedrooms: 1,
      bathrooms: 1,
      doubleBeds: 1,
      singleBeds: null,
      sofaBeds: 1,
      couches: null,
      childBeds: null,
      queenSizeBeds: null,
      kingSizeBeds: null,
    },
    equipments: ['Wifi', 'Kitchen'],
    currency: 'EUR',
    price: { minimal: '80.00', maximal: '190.00' },
    type: { id: 1, name: 'Apartment' },
  };
}
