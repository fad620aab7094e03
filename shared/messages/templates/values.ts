/** What a text says about one stay, in the guest's language. Everything that others wrote is cleaned. */
import { dateOf, timeOf } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import { cleanText } from '../../text.ts';
import type { GuestLanguage } from '../../domain/told.ts';
import type { DoorToTell, StayToTell } from '../stay-to-tell.ts';
import type { PlaceholderValues } from './placeholders.ts';
import { BUILT_IN } from './texts/built-in.ts';
import type { Change } from '../../domain/told.ts';

/** What a text can say about a stay. */
export type StayInText = Pick<StayToTell, 'bookingId' | 'guestName' | 'unitName' | 'address' | 'reference' | 'window'> & {
  readonly doors: readonly DoorInText[];
};
type DoorInText = Pick<DoorToTell, 'name' | 'prefix' | 'hint' | 'pin'>;

/** `dots`: for previews. Then a PIN may be missing. */
type ShownPins = 'digits' | 'dots';
const DOTS = '••••';

export function valuesOf(
  stay: StayInText,
  language: GuestLanguage,
  about: { readonly hostName: string; readonly changes: readonly Change[]; readonly pins: ShownPins },
): PlaceholderValues {
  const { doors, window } = stay;
  const [first] = doors;
  const digits = (door: DoorInText): string => `${door.prefix}${about.pins === 'dots' ? DOTS : (door.pin ?? '')}`;
  return {
    guest: clean(stay.guestName, 80),
    unit: clean(stay.unitName, 100),
    pin: first === undefined || hasDifferentDigits(doors) ? null : digits(first),
    doors: doors
      .map((door, index) => doorLine(door, digits(door), doors.length > 1 ? `${BUILT_IN[language].door} ${String(index + 1)}` : ''))
      .join('\n'),
    from: moment(window.start, language),
    until: moment(window.end, language),
    address: clean(stay.address, 300),
    host: clean(about.hostName, 100),
    change: about.changes.map((change) => BUILT_IN[language].changes[change]).join(' '),
    reference: clean(stay.reference, 60) || String(stay.bookingId),
  };
}

/** Then {pin} would be wrong at one of them. A PIN that is not known will be that of the other doors. */
function hasDifferentDigits(doors: readonly DoorInText[]): boolean {
  const known = doors.find(({ pin }) => pin !== null)?.pin ?? '';
  return new Set(doors.map(({ prefix, pin }) => `${prefix}${pin ?? known}`)).size > 1;
}

/** `numbered`: in place of a name. */
function doorLine({ name, hint }: DoorInText, digits: string, numbered: string): string {
  const named = [clean(name, 100) || numbered, digits].filter((part) => part !== '').join(': ');
  return [named, clean(hint, 300)].filter((part) => part !== '').join(' – ');
}

/** On one line, and without what is markup in a template or in a mail. A text without letters and digits is none. */
function clean(text: string, maxLength: number): string {
  const plain = text.replaceAll(/[<>{}]|&(?=#?\w+;)/g, ' ');
  const line = cleanText(plain.trim(), maxLength).replaceAll(/\s+/gu, ' ').trim();
  return /[\p{L}\p{N}]/u.test(line) ? line : '';
}

interface Day {
  readonly weekday: string;
  readonly day: number;
  readonly month: string;
}
type Format = (day: Day, time: string) => string;
const plain: Format = ({ weekday, day, month }, time) => `${weekday} ${String(day)} ${month}, ${time}`;
const afterComma: Format = ({ weekday, day, month }, time) => `${weekday}, ${String(day)} ${month}, ${time}`;
/** As in "a la 01:00", "a las 15:00". */
const atHour = (one: string, several: string, time: string): string => `${time.startsWith('01') ? one : several} ${time}`;

/** With weekday and day, on the 24-hour clock, which is read the same everywhere. */
const FORMATS: Readonly<Record<GuestLanguage, Format>> = {
  en: plain,
  fr: ({ weekday, day, month }, time) => `${weekday} ${day === 1 ? '1er' : String(day)} ${month} à ${time.replace(':', 'h')}`,
  de: ({ weekday, day, month }, time) => `${weekday}, ${String(day)}. ${month}, ${time} Uhr`,
  pl: (day, time) => afterComma(day, `godz. ${time}`),
  es: ({ weekday, day, month }, time) => `${weekday} ${String(day)} de ${month} ${atHour('a la', 'a las', time)}`,
  it: (day, time) => plain(day, `ore ${time}`),
  nl: ({ weekday, day, month }, time) => `${weekday} ${String(day)} ${month} om ${time} uur`,
  pt: ({ weekday, day, month }, time) => `${weekday}, ${String(day)} de ${month}, ${atHour('à', 'às', time)}`,
  cs: ({ weekday, day, month }, time) => `${weekday} ${String(day)}. ${month}, ${time}`,
  uk: afterComma,
};

const dayNames = new Map<GuestLanguage, Intl.DateTimeFormat>();

function moment(local: LocalDateTime, language: GuestLanguage): string {
  const date = new Date(dateOf(local));
  let names = dayNames.get(language);
  if (names === undefined) {
    names = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
    dayNames.set(language, names);
  }
  const parts = new Map(names.formatToParts(date).map(({ type, value }) => [type, value]));
  const day: Day = { weekday: parts.get('weekday') ?? '', day: date.getUTCDate(), month: parts.get('month') ?? '' };
  return FORMATS[language](day, timeOf(local));
}
