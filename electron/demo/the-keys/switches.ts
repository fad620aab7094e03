/** How The Keys demo cloud behaves where `docs/cloud-facts.md` knows no answer. The first value of each is the default. */

/** How `heure_debut` and `heure_fin` read back, which was never captured (cloud-facts K17). */
export type TimeFormat = 'HH:MM' | 'HH:MM:SS' | 'object' | 'object-texts' | 'php-date' | 'iso' | 'null' | 'odd';
export type DateFormat = 'date' | 'php-date' | 'iso' | 'odd';
/** What an error looks like: HTTP status and envelope, only one of them, or another framework's shape. */
export type ErrorShape = 'http-envelope' | 'status-in-200' | 'data-null' | 'oauth' | 'code-message' | 'html';

export interface TheKeysSwitches {
  readonly timeFormat: TimeFormat;
  readonly dateFormat: DateFormat;
  /** `actif` and `notification_enabled` as booleans or as 1 and 0. */
  readonly flags: 'boolean' | 'number';
  readonly ids: 'number' | 'text';
  /** `number` sends PINs as JSON numbers: leading zeros are lost. */
  readonly pinForm: 'text' | 'number';
  /** How an empty description reads back. */
  readonly emptyDescription: 'null' | 'empty';
  /** `data` of a create. */
  readonly createData: 'id-and-code' | 'id-only' | 'null';
  /** `data` of an update or delete; only the status is known to matter. */
  readonly writeData: 'id' | 'null' | 'empty-list';
  readonly errorShape: ErrorShape;
  readonly wrongPassword: 'code-message-401' | 'oauth-400' | 'oauth-401' | 'html-403';
  /** Answer to an expired or unknown token. */
  readonly expiredToken: 'http-401' | 'http-400' | 'body-200';
  readonly missingToken: 'http-401' | 'http-400';
  /** Which of the two token names the login answers with; both are different values and both are accepted. */
  readonly loginTokens: 'both' | 'access_token' | 'token';
  /** How long tokens last. */
  readonly tokenLifetimeSeconds: number;
  /** `expires_in` as announced; null leaves it out, 'lifetime' tells the truth. */
  readonly announcedLifetimeSeconds: 'lifetime' | number | null;
  readonly setCookie: boolean;
  /** Fields that an update leaves out are cleared. Off: they keep their values. */
  readonly clearing: boolean;
  /** How the text "0" for `actif` is understood. */
  readonly activeZero: 'on' | 'off';
  /** "00" or "05" for an hour or minute. */
  readonly paddedTimes: 'refuse' | 'accept';
  readonly duplicatePins: 'accept' | 'refuse';
  readonly pinLengths: { readonly min: number; readonly max: number };
  /** Codes per keypad; null is no limit. */
  readonly codesPerKeypad: number | null;
  /** Characters in `nom` and in `description`; null is no limit. */
  readonly textLimit: number | null;
  /** Whether utilisateur/get names the keypads; if not, only their shares show them. */
  readonly keypadsInDiscovery: boolean;
  /** A create addressed to the accessory's numeric id. */
  readonly numericKeypadId: 'not-found' | 'form-error';
  /** Update or delete of a share that is not there. */
  readonly missingShare: 'http-404' | 'status-404-in-200' | 'data-null';
  /** How long the door takes to learn a change; the lists show it at once. Seen by `opens()`. */
  readonly syncDelayMs: number;
  /** The gateway was last seen long ago, and the doors learn nothing. */
  readonly gatewayOffline: boolean;
  /** The cloud's clock minus ours. */
  readonly clockOffsetMs: number;
}

export const DEFAULT_THE_KEYS_SWITCHES: TheKeysSwitches = {
  timeFormat: 'HH:MM',
  dateFormat: 'date',
  flags: 'boolean',
  ids: 'number',
  pinForm: 'text',
  emptyDescription: 'null',
  createData: 'id-and-code',
  writeData: 'id',
  errorShape: 'http-envelope',
  wrongPassword: 'code-message-401',
  expiredToken: 'http-401',
  missingToken: 'http-401',
  loginTokens: 'both',
  tokenLifetimeSeconds: 3600,
  announcedLifetimeSeconds: 'lifetime',
  setCookie: true,
  clearing: true,
  activeZero: 'on',
  paddedTimes: 'refuse',
  duplicatePins: 'accept',
  pinLengths: { min: 4, max: 8 },
  codesPerKeypad: null,
  textLimit: 255,
  keypadsInDiscovery: true,
  numericKeypadId: 'not-found',
  missingShare: 'http-404',
  syncDelayMs: 0,
  gatewayOffline: false,
  clockOffsetMs: 0,
};
