/** What the demo clouds start with, and the records they keep. Dates and times are plain texts, so that a seed can contain odd data too. */

export interface DemoSeed {
  readonly smoobu: SmoobuSeed;
  readonly theKeys: TheKeysSeed;
}

export interface SmoobuSeed {
  readonly credentials: { readonly apiKey: string; readonly apiSecret: string };
  readonly account: { readonly id: number; readonly firstName: string; readonly lastName: string; readonly email: string };
  readonly apartments: readonly DemoApartment[];
  readonly bookings: readonly BookingInput[];
  /** In the threads of the bookings from the start, oldest first. */
  readonly messages?: readonly MessageInput[];
  readonly placeholders?: readonly PlaceholderInput[];
}
export interface DemoApartment {
  readonly id: number;
  readonly name: string;
  readonly street: string;
  readonly city: string;
  /** IANA zone. */
  readonly timeZone: string;
}

export interface DemoBooking {
  readonly id: number;
  /** Any text; Smoobu is known to send "reservation", "modification of booking" and "cancellation" (cloud-facts S18). */
  readonly type: string;
  /** null is sent as `apartment: null`, as on odd imports. */
  readonly apartmentId: number | null;
  /** "YYYY-MM-DD" */
  readonly arrival: string;
  readonly departure: string;
  /** "HH:mm"; how null is sent depends on the switch `missingTime`. */
  readonly checkIn: string | null;
  readonly checkOut: string | null;
  readonly guestName: string;
  readonly email: string;
  readonly phone: string;
  readonly adults: number | null;
  readonly children: number | null;
  readonly notice: string;
  readonly channel: { readonly id: number; readonly name: string } | null;
  readonly language: string;
  readonly blocked: boolean;
  readonly reference: string | null;
  /** Ids of linked apartments. */
  readonly related: readonly number[];
  /** "YYYY-MM-DD HH:mm", without a zone. */
  readonly createdAt: string;
  readonly modifiedAt: string;
}
/** A booking as seeded or added. The other fields have defaults; the id is the next free one by default. */
export type BookingInput = Pick<DemoBooking, 'apartmentId' | 'arrival' | 'departure'> & Partial<DemoBooking>;

/** A message of a booking's thread that came some other way than through the API. */
export interface MessageInput {
  readonly bookingId: number;
  readonly from: 'guest' | 'host';
  readonly text: string;
  /** From a template: with a subject, and often kept twice (cloud-facts S33). */
  readonly automatic?: boolean;
  readonly subject?: string;
  /** As Smoobu marks it; by default 1 from the guest, 2 from the host. */
  readonly type?: number;
  /** By default made from the text. */
  readonly html?: string;
}

export interface DemoPlaceholder {
  readonly id: number;
  readonly key: string;
  readonly defaultValue: string;
  /** 1: of a booking; 2: of an apartment. */
  readonly type: number;
  /** Of the booking or the apartment. */
  readonly foreignId: number;
  /** By locale, such as "fr". */
  readonly translations: Readonly<Record<string, string>>;
}
export type PlaceholderInput = Omit<DemoPlaceholder, 'id' | 'translations'> & Partial<Pick<DemoPlaceholder, 'translations'>>;

export interface TheKeysSeed {
  readonly credentials: { readonly username: string; readonly password: string };
  readonly user: { readonly id: number; readonly firstName: string; readonly lastName: string; readonly email: string };
  readonly locks: readonly DemoLock[];
  readonly shares: readonly ShareInput[];
}

/** Accessory types (cloud-facts K10). */
export const GATEWAY = 1;
export const KEYPAD = 2;
export const REMOTE = 3;
type AccessoryType = typeof GATEWAY | typeof KEYPAD | typeof REMOTE;

export interface DemoAccessory {
  /** The numeric id, which only accessoire/get understands. */
  readonly id: number;
  /** The text id (`id_accessoire`), with which shares are created. */
  readonly stringId: string;
  readonly name: string;
  readonly type: AccessoryType;
  /** Of a gateway: for how long it has been silent at the start. */
  readonly silentForHours?: number;
}
export interface DemoLock {
  readonly id: number;
  /** `id_serrure`: only the local gateway understands it. */
  readonly localId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly batteryMillivolts: number;
  readonly accessories: readonly DemoAccessory[];
  /** Belongs to another account: not in the discovery, 403 on request. */
  readonly foreign?: boolean;
}

/** A `partage_accessoire`. For a keypad `code` is the PIN; for a gateway or remote it is a secret of 16 characters. */
export interface DemoShare {
  readonly id: number;
  readonly lockId: number;
  readonly accessory: DemoAccessory;
  readonly name: string;
  readonly code: string;
  readonly active: boolean;
  /** "YYYY-MM-DD"; all four null is a permanent share. */
  readonly startDate: string | null;
  readonly endDate: string | null;
  /** "HH:MM" */
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly description: string | null;
  readonly iddesc: string | null;
  readonly notificationEnabled: boolean;
  /** `horaires` (cloud-facts K18); empty without a weekly schedule. */
  readonly schedule: readonly unknown[];
}
/** A share as seeded or added past the API. `keypadId` is the text id of any accessory of the lock. */
export interface ShareInput extends Partial<Omit<DemoShare, 'accessory'>> {
  readonly lockId: number;
  readonly keypadId: string;
  readonly name: string;
  readonly code: string;
}
