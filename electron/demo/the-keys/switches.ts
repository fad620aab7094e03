/** How The Keys demo cloud behaves where `docs/cloud-facts.md` knows no answer, or more than one. */
import { choice, defaultsOf } from '../choice.ts';

export const THE_KEYS_SWITCHES = {
  /** What a lock that left the account is answered with. */
  foreignLock: choice('forbidden', 'not-found'),
  /** How `heure_debut` and `heure_fin` read back. */
  timeFormat: choice('HH:MM', 'HH:MM:SS', 'object', 'object-texts', 'php-date', 'iso', 'null', 'odd'),
  dateFormat: choice('date', 'php-date', 'iso', 'odd'),
  /** `actif` and `notification_enabled` as booleans or as 1 and 0. */
  flags: choice('boolean', 'number'),
  ids: choice('number', 'text'),
  /** A row without its accessory in every list: a stranger's, or with the tag of the lock's first managed code, whose own row it replaces. */
  brokenRows: choice('none', 'foreign', 'ours'),
  /** `number` sends PINs as JSON numbers: leading zeros are lost. */
  pinForm: choice('text', 'number'),
  /** How an empty description reads back. */
  emptyDescription: choice('null', 'empty'),
  /** `data` of a create. */
  createData: choice('id-and-code', 'id-only', 'null'),
  /** `data` of an update or delete; only the status is known to matter. */
  writeData: choice('id', 'null', 'empty-list'),
  /** What an error looks like: HTTP status and envelope, only one of them, or another framework's form. */
  errorShape: choice('http-envelope', 'status-in-200', 'data-null', 'oauth', 'code-message', 'html'),
  wrongPassword: choice('code-message-401', 'oauth-400', 'oauth-401', 'html-403'),
  /** The answer to an expired or unknown token. */
  expiredToken: choice('http-401', 'http-400', 'body-200'),
  missingToken: choice('http-401', 'http-400'),
  /** Under which names signing in answers a token. They are two values, and both are accepted. */
  loginTokens: choice('both', 'access_token', 'token'),
  /** How long tokens last. */
  tokenLifetimeSeconds: 3600,
  /** `expires_in`; null leaves it out, 'lifetime' is the truth. */
  announcedLifetimeSeconds: 'lifetime' as 'lifetime' | number | null,
  setCookie: true,
  /** Fields that an update leaves out are cleared. Off: they keep their values. */
  clearing: true,
  /** Whether an update that leaves `actif` out switches a code off. */
  switchingOff: choice('works', 'ignored'),
  /** What the text "0" means for `actif`. */
  activeZero: choice('on', 'off'),
  /** "00" or "05" for an hour or minute. */
  paddedTimes: choice('refuse', 'accept'),
  /** PINs that are refused although no list shows them, separated by commas. */
  refusedPins: '',
  /** Digits that the keypads do not have. */
  missingDigits: '',
  /** What is refused of `nom`: nothing, more than 20 characters, anything but plain letters, digits and blanks, or a name that is used twice. */
  refusedNames: choice('none', 'long', 'characters', 'repeated'),
  /** A start before the cloud's present minute, at the lock. */
  pastStarts: choice('accept', 'refuse'),
  /** Every create and update is refused with this message; '' refuses none. */
  refuseWith: '',
  /** Whether refusals say what they are about. Off: "Formulaire invalide". */
  clearMessages: true,
  duplicatePins: choice('accept', 'refuse'),
  pinLengths: { min: 4, max: 8 },
  /** null is no limit. */
  codesPerKeypad: null as number | null,
  /** Whether the refusal of a create on a full keypad says why. */
  fullMessage: choice('english', 'french', 'none'),
  /** How long a list takes to show a create that was accepted; null is for ever. */
  listDelayMs: 0 as number | null,
  /** Characters in `nom` and in `description`; null is no limit. */
  textLimit: 255 as number | null,
  /** How `nom` is kept: cut to 20 characters, without marks, escaped, decomposed, in upper case, or with "?" for other letters. */
  keptNames: choice('as-sent', 'cut', 'fold', 'escape', 'decompose', 'upper', 'question-marks'),
  /** How `description` is kept: as it was sent, or cut to 60 characters without a word. */
  keptNotes: choice('as-sent', 'cut'),
  /** Whether utilisateur/get names the keypads; if not, only their shares do. */
  keypadsInDiscovery: true,
  /** The answer to a create that names the accessory's numeric id. */
  numericKeypadId: choice('not-found', 'form-error'),
  /** The answer to an update or delete of a share that does not exist. */
  missingShare: choice('http-404', 'status-404-in-200', 'data-null'),
  /** How long a lock takes to learn a change, which lists show at once. Affects `opens()`. */
  syncDelayMs: 0,
  /** Whose credentials they are: `other` names another account that sees the same locks, `unreadable` names none. */
  account: choice('own', 'other', 'unreadable'),
  /** What the lines of `logs` have of codes: the share that was used, or nothing; no such key at all, or rows of odd forms as well. */
  logs: choice('with-shares', 'without-shares', 'absent', 'odd'),
  /** All gateways were last seen long ago, and the locks learn nothing. */
  gatewayOffline: false,
  /** Numbers of gateways that are silent from now on, separated by commas; without them they are back. */
  silentGateways: '',
  /** Numbers of locks without a gateway: they learn from a phone at the door. */
  withoutGateway: '',
  /** Where it is said when a gateway was last seen: with the locks of the account as well, or only by the gateway itself. */
  gatewayInfo: choice('with-locks', 'alone'),
  /** How that is written: in Paris time or in UTC, both without saying so, with the offset, or not at all. */
  lastSeenForm: choice('paris', 'utc', 'offset', 'odd', 'null'),
  /** What batteries say in place of what they have, such as "3705=6300,3708=4065". */
  batteries: '',
  /** Whether locks say when their battery was measured, and how long their log is. */
  syncHints: choice('both', 'battery-date', 'log-sequence', 'none'),
  /** The cloud's clock minus ours. */
  clockOffsetMs: 0,
};

export const DEFAULT_THE_KEYS_SWITCHES = defaultsOf(THE_KEYS_SWITCHES);
export type TheKeysSwitches = typeof DEFAULT_THE_KEYS_SWITCHES;
