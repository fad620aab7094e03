/** How the Smoobu demo cloud behaves where `docs/cloud-facts.md` knows no answer, or more than one. */
import { choice, defaultsOf } from '../choice.ts';

export const SMOOBU_SWITCHES = {
  /** Key of the last change. */
  modifiedKey: choice('modifiedAt', 'modified-at'),
  /** How missing texts (mail, phone, notice, language) are sent. */
  emptyText: choice('empty', 'null'),
  /** Smoobu's number for the guest: another for each booking, or the same for each e-mail address. */
  guestId: choice('per-booking', 'per-address'),
  timeForm: choice('HH:mm', 'H:mm', 'HH:mm:ss'),
  /** How a missing check-in or check-out is sent. */
  missingTime: choice('empty', 'null', 'midnight'),
  /** One id on two rows: the same row again, or once more with another `type`. */
  duplicateRows: choice('none', 'same', 'other-type'),
  /** The first row of each later page moves to the front: the page repeats a row, and its own is never sent. `total_items` stays. */
  rowShift: false,
  /** `total_items` grows by one with every page, without more rows. */
  totalChanges: false,
  /** `total_items` is wrong by this much, in every answer. */
  totalOffBy: 0,
  /** Each later page has the rows of the first one. */
  repeatFirstPage: false,
  /** What is unreadable in the list's first row; `dates-everywhere`: also when that booking is read by id. */
  unreadableRow: choice('none', 'dates', 'dates-everywhere', 'id'),
  rowOrder: choice('id', 'reverse'),
  /** `missing` leaves the key out of the list's answer. */
  bookingsKey: choice('present', 'missing'),
  /** The list answers 200 without a body. */
  emptyBody: false,
  /** A page below 1 is page 1, one beyond the last is the last. Off: both are empty. */
  clampPages: true,
  /** The largest page; asking for more gives this. Small values make several pages of few bookings. */
  maxPageSize: 100,
  defaultPageSize: 25,
  /** What `from` and `to` mean: stays that touch the range, or whose arrival or departure is in it. */
  rangeMeaning: choice('overlap', 'arrival-or-departure'),
  /** Whether a date filter includes its first and last day. */
  inclusiveEnds: true,
  /** How the server sorts the query for the signature; differs only where a key repeats. */
  sortBy: choice('pair', 'key'),
  /** Whose key it is. `other`: /api/me names another account, and each of these bookings answers 404 and is in no list; `other-same-bookings` names that account too, and shows them. `unreadable`: /api/me fails. */
  account: choice('own', 'other', 'other-same-bookings', 'unreadable'),
  /** Accept the retired lone `Api-Key` header. */
  allowLegacyKey: false,
  /** Answer 403 to missing and default user agents. */
  refuseDefaultAgents: true,
  /** Requests a minute before a 429. */
  requestsPerMinute: 700,
  /** The cloud's clock minus ours: beyond five minutes every signature is refused. */
  clockOffsetMs: 0,
  /** What `detail` of an error is. */
  errorDetail: choice('text', 'object', 'list'),
  /** `timeZone` in an apartment's details. */
  timeZoneField: choice('present', 'null', 'odd'),
  /** What an accepted message is answered with: a text, or its id. */
  sentAnswer: choice('201', '201-with-id', '200'),
  /** A sent message appears in its thread so many minutes later. */
  threadLagMinutes: 0,
  /** A message less than 2.5 seconds after another one is accepted and appears nowhere. */
  dropBursts: true,
  /** Automatic messages are kept twice. */
  automaticTwice: true,
  messagesForm: choice('envelope', 'array'),
  /** `empty`: only automatic messages have an `htmlMessage`. */
  messageHtml: choice('present', 'empty'),
  /** The zone of a message's `createdAt`, which its text does not contain. */
  messageZone: choice('Europe/Berlin', 'UTC'),
  placeholdersForm: choice('object', 'array', 'pages'),
  /** `missing`: neither the list nor the answer to a create names the id. */
  placeholderIds: choice('present', 'missing'),
  /** A placeholder that exists already: the create is refused, or makes a second one. */
  takenPlaceholder: choice('refused', 'second'),
  placeholderUpdate: choice('works', 'refused', 'no-route'),
  placeholderDelete: choice('works', 'refused', 'no-route'),
  listsTranslations: true,
  /** Which value a template shows when a booking and its apartment have the same key. */
  winningPlaceholder: choice('booking', 'apartment'),
  /** What a template shows for a key without a value. */
  unsetPlaceholder: choice('blank', 'literal'),
};

export const DEFAULT_SMOOBU_SWITCHES = defaultsOf(SMOOBU_SWITCHES);
export type SmoobuSwitches = typeof DEFAULT_SMOOBU_SWITCHES;
