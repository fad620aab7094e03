/** How the Smoobu demo cloud behaves where `docs/cloud-facts.md` knows no answer, or more than one. The first value of each is the default. */

export interface SmoobuSwitches {
  /** Key of the last change: live answers use camelCase, the documentation's sample kebab-case. */
  readonly modifiedKey: 'modifiedAt' | 'modified-at';
  /** How missing texts (mail, phone, notice, language) are sent. */
  readonly emptyText: 'empty' | 'null';
  readonly timeForm: 'HH:mm' | 'H:mm' | 'HH:mm:ss';
  /** How a missing check-in or check-out is sent. */
  readonly missingTime: 'empty' | 'null' | 'midnight';
  /** One id on two rows: the same row again, or once more with another `type`, as in merged results. */
  readonly duplicateRows: 'none' | 'same' | 'other-type';
  /** The first row of each later page jumps to the front: the page repeats a row and that one is never seen. `total_items` stays. */
  readonly rowShift: boolean;
  /** `total_items` grows by one with every page, without more rows. */
  readonly totalChanges: boolean;
  readonly rowOrder: 'id' | 'reverse';
  /** `missing` leaves the key out of the list's answer. */
  readonly bookingsKey: 'present' | 'missing';
  /** The list answers 200 without a body. */
  readonly emptyBody: boolean;
  /** Page below 1 is page 1, beyond the last is the last. Off: both are empty. */
  readonly clampPages: boolean;
  /** The largest page; asking for more gives this. Small values make page turns with few bookings. */
  readonly maxPageSize: number;
  readonly defaultPageSize: number;
  /** What `from` and `to` mean: stays that touch the range, or whose arrival or departure lies in it. */
  readonly rangeMeaning: 'overlap' | 'arrival-or-departure';
  /** Whether the days that bound a filter belong to it. */
  readonly inclusiveEnds: boolean;
  /** How the server sorts the query for the signature; differs only where a key repeats. */
  readonly sortBy: 'pair' | 'key';
  /** Accept the retired lone `Api-Key` header. */
  readonly allowLegacyKey: boolean;
  /** The edge answers 403 to missing and default user agents. */
  readonly refuseDefaultAgents: boolean;
  /** Requests a minute before 429. */
  readonly requestsPerMinute: number;
  /** The cloud's clock minus ours: beyond five minutes every signature is refused. */
  readonly clockOffsetMs: number;
  /** What stands in `detail` of an error. */
  readonly errorDetail: 'text' | 'object' | 'list';
  /** Type of `timeZone` in an apartment's details. */
  readonly timeZoneField: 'present' | 'null' | 'odd';
}

export const DEFAULT_SMOOBU_SWITCHES: SmoobuSwitches = {
  modifiedKey: 'modifiedAt',
  emptyText: 'empty',
  timeForm: 'HH:mm',
  missingTime: 'empty',
  duplicateRows: 'none',
  rowShift: false,
  totalChanges: false,
  rowOrder: 'id',
  bookingsKey: 'present',
  emptyBody: false,
  clampPages: true,
  maxPageSize: 100,
  defaultPageSize: 25,
  rangeMeaning: 'overlap',
  inclusiveEnds: true,
  sortBy: 'pair',
  allowLegacyKey: false,
  refuseDefaultAgents: true,
  requestsPerMinute: 700,
  clockOffsetMs: 0,
  errorDetail: 'text',
  timeZoneField: 'present',
};
