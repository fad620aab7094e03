/** The open facts about The Keys, each with the observation that decides it. */
import { UNKNOWN } from '../domain/code.ts';
import {
  DATA_FORMS,
  DATE_FORMS,
  ERROR_FORMS,
  KEPT_NAMES,
  KEPT_NOTES,
  SEEN_FORMS,
  TIME_FORMS,
  dataForm,
  dateForm,
  errorForm,
  keptName,
  keptNote,
  lastSeenForm,
  timeForm,
} from './forms.ts';
import { inside, isId, isObject, listIn, numberIn, textsIn } from './json-path.ts';
import { question } from './question.ts';
import type { Question } from './question.ts';
import type { AllSeen, DoorSeen, Seen, Wrote } from './seen.ts';
import { PROBE_NAMES } from './tag.ts';

const KEYPAD = 2;
const GATEWAY = 1;
const MINUTE_MS = 60_000;

const isDone = ({ outcome }: Wrote): boolean => outcome === 'done';
const isRefused = ({ outcome }: Wrote): boolean => outcome === 'refused';
const madeRow = ({ doors }: AllSeen): unknown => doors.made?.row;

function lockOf({ account, lockId }: DoorSeen): unknown {
  return listIn(account?.json, 'data', 'serrures').find((lock) => isId(inside(lock, 'id'), lockId));
}
function accessories(doors: DoorSeen, type: number): readonly unknown[] {
  return listIn(lockOf(doors), 'accessoires').filter((link) => numberIn(link, 'accessoire', 'type') === type);
}
function rows({ list }: DoorSeen): readonly unknown[] {
  return listIn(list?.json, 'data', 'partages_accessoire');
}
function tokenForm(answer: Seen | null) {
  if (answer === null) return null;
  const isGrant = inside(answer.json, 'error') === 'invalid_grant';
  if (answer.status === 200) return isGrant ? ('body-200' as const) : ('other' as const);
  if (!isGrant) return answer.status === 401 ? ('http-401-other-body' as const) : ('other' as const);
  return answer.status === 401 ? ('http-401' as const) : answer.status === 400 ? ('http-400' as const) : ('other' as const);
}
function firstRefusal({ creates, updates, samePin, past }: DoorSeen): Wrote | null {
  const writes: readonly (Wrote | null)[] = [...creates, ...updates, ...samePin, past];
  return writes.find((wrote) => wrote !== null && isRefused(wrote)) ?? null;
}

const FRENCH = /(?<!\p{L})(?:le|la|les|des|du|une|est|pas|dans|déjà|invalide|valeur|accès|erreur|doit)(?!\p{L})/iu;
const ENGLISH = /(?<!\p{L})(?:the|is|not|this|already|too|must|should|value|invalid|error|only|in)(?!\p{L})/iu;

/** null: it says nothing. */
function languageOf(texts: string) {
  if (!/\p{L}/u.test(texts)) return null;
  return FRENCH.test(texts) ? ('french' as const) : ENGLISH.test(texts) ? ('english' as const) : ('other' as const);
}

/** An update that was answered like a success, and changed nothing. */
function isIgnored({ made, updates, firstUpdated }: DoorSeen): boolean {
  const [long] = updates;
  if (long === undefined || made === null || firstUpdated === null) return false;
  return isDone(long) && dataForm(long.answer) === 'null' && inside(firstUpdated.row, 'description') === inside(made.row, 'description');
}

export const THE_KEYS_QUESTIONS: readonly Question[] = [
  question('K4.tokens', 'Under which names signing in gives a token', ['both', 'access_token', 'token', 'other'], ({ doors }) => {
    const json = doors.signIn?.json;
    if (json === undefined) return null;
    const [access, token] = [inside(json, 'access_token'), inside(json, 'token')].map((value) => typeof value === 'string');
    return access === true ? (token === true ? 'both' : 'access_token') : token === true ? 'token' : 'other';
  }),
  question(
    'K5.invented',
    'What a token that is not valid is answered with',
    ['http-401', 'http-400', 'body-200', 'http-401-other-body', 'other'],
    ({ doors }) => tokenForm(doors.inventedToken),
  ),
  question('K5.missing', 'What a request without a token is answered with', ['http-401', 'http-400', 'other'], ({ doors }) => {
    const status = doors.missingToken?.status;
    return status === undefined ? null : status === 401 ? 'http-401' : status === 400 ? 'http-400' : 'other';
  }),
  question('K8.shape', 'What a refusal looks like', ERROR_FORMS, ({ doors }) =>
    isIgnored(doors) ? 'data-null' : errorForm(firstRefusal(doors)?.answer ?? null),
  ),
  question('K8.language', 'In which language it refuses', ['french', 'english', 'other'], ({ doors }) =>
    languageOf(textsIn(firstRefusal(doors)?.answer?.json)),
  ),
  question('K9.keypads', 'Whether the account lists the keypads of a lock', ['listed', 'not-listed'], ({ doors }) =>
    lockOf(doors) === undefined ? null : accessories(doors, KEYPAD).length > 0 ? 'listed' : 'not-listed',
  ),
  question('K10.type', 'The type of the keypad', ['as-known', 'other'], (seen) => {
    const row = madeRow(seen);
    return row === undefined ? null : numberIn(row, 'accessoire', 'type') === KEYPAD ? 'as-known' : 'other';
  }),
  question('K11.rows', 'Whether the list of a lock has rows without an accessory', ['none', 'some'], ({ doors }) =>
    rows(doors).length === 0 ? null : rows(doors).every((row) => isObject(inside(row, 'accessoire'))) ? 'none' : 'some',
  ),
  question('K13.create', 'What a create answers', DATA_FORMS, ({ doors }) => dataForm(doors.creates.find(isDone)?.answer ?? null)),
  question('K13.write', 'What an update answers', DATA_FORMS, ({ doors }) => dataForm(doors.updates.find(isDone)?.answer ?? null)),
  question('K13.delete', 'What a delete answers', DATA_FORMS, ({ doors }) => dataForm(doors.deletes.find(isDone)?.answer ?? null)),
  question('K13.missing', 'What deleting a code answers that does not exist', ERROR_FORMS, ({ doors }) =>
    errorForm(doors.deletedAgain?.answer ?? null),
  ),
  question('K15.off', 'Whether a code that is sent without "actif" is off', ['works', 'ignored', 'unreadable'], ({ doors }) => {
    const active = doors.off?.code.active;
    return active === undefined ? null : active === UNKNOWN ? 'unreadable' : active ? 'ignored' : 'works';
  }),
  question('K17.times', 'How times read back', TIME_FORMS, (seen) =>
    madeRow(seen) === undefined ? null : timeForm(inside(madeRow(seen), 'heure_debut')),
  ),
  question('K17.dates', 'How dates read back', DATE_FORMS, (seen) =>
    madeRow(seen) === undefined ? null : dateForm(inside(madeRow(seen), 'date_debut')),
  ),
  question('K17.flags', 'How switches read back', ['boolean', 'number', 'text', 'other'], (seen) => {
    if (madeRow(seen) === undefined) return null;
    const value = inside(madeRow(seen), 'actif');
    if (typeof value === 'boolean' || typeof value === 'number') return typeof value === 'boolean' ? 'boolean' : 'number';
    return typeof value === 'string' ? 'text' : 'other';
  }),
  question('K18.schedule', 'What a code without a weekly schedule has for one', ['empty-list', 'null', 'absent', 'other'], (seen) => {
    if (madeRow(seen) === undefined) return null;
    const value = inside(madeRow(seen), 'horaires');
    if (value === null || value === undefined) return value === null ? 'null' : 'absent';
    return Array.isArray(value) && value.length === 0 ? 'empty-list' : 'other';
  }),
  question('K19.zone', 'Whether dates and times read back as they were sent', ['as-sent', 'shifted'], ({ doors }) => {
    if (doors.made === null) return null;
    const { code, sent } = doors.made;
    const pairs = (['startDate', 'startTime', 'endDate', 'endTime'] as const).map((name) => [code[name], sent[name]] as const);
    if (pairs.some(([read]) => read === UNKNOWN || read === null)) return null;
    return pairs.every(([read, wanted]) => read === wanted) ? 'as-sent' : 'shifted';
  }),
  question('K20.pin', 'How a PIN reads back', ['text', 'number', 'absent', 'other'], (seen) => {
    if (madeRow(seen) === undefined) return null;
    const value = inside(madeRow(seen), 'code');
    if (value === null || value === undefined) return 'absent';
    return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'other';
  }),
  question('K20.zero', 'Whether a PIN keeps its leading zero', ['kept', 'lost'], ({ doors }) =>
    doors.made?.code.pin == null ? null : doors.made.code.pin === doors.made.sent.pin ? 'kept' : 'lost',
  ),
  question('K22.same-pin', 'Whether one keypad accepts a PIN twice', ['accept', 'refuse'], ({ doors }) =>
    doors.samePin.some(isDone) ? 'accept' : doors.samePin.length > 1 && doors.samePin.every(isRefused) ? 'refuse' : null,
  ),
  question('K22.same-name', 'Whether one keypad accepts a name twice', ['accept', 'refuse'], ({ doors }) => {
    const [same, other] = doors.samePin;
    if (same !== undefined && isDone(same)) return 'accept';
    return other !== undefined && isDone(other) ? 'refuse' : null;
  }),
  question('K22.refused-names', 'Which names are refused', ['none', 'characters', 'long'], ({ doors }) => {
    const form = doors.creates.find(isDone)?.form;
    return form === undefined ? null : form === 'full' ? 'none' : form === 'long' ? 'characters' : 'long';
  }),
  question('K22.kept-names', 'How a name with marks and signs is kept', KEPT_NAMES, ({ doors }) => {
    const { made } = doors;
    return made === null || made.sent.name !== PROBE_NAMES.full ? null : keptName(made.sent.name, inside(made.row, 'nom'));
  }),
  question('K23.note', 'How a short note is kept', KEPT_NOTES, ({ doors }) =>
    doors.made === null ? null : keptNote(doors.made.sent.description, inside(doors.made.row, 'description')),
  ),
  question('K23.long-note', 'What becomes of a note of 300 characters', [...KEPT_NOTES, 'refused'], ({ doors }) => {
    const [long] = doors.updates;
    if (long !== undefined && isRefused(long)) return doors.updates.some(isDone) ? 'refused' : null;
    if (doors.firstUpdated === null || isIgnored(doors)) return null;
    return keptNote(doors.firstUpdated.sent.description, inside(doors.firstUpdated.row, 'description'));
  }),
  question('K23.empty', 'How an empty note reads back', ['null', 'empty', 'both'], ({ doors }) => {
    const notes = rows(doors).map((row) => inside(row, 'description'));
    const [isNull, isEmpty] = [notes.includes(null), notes.includes('')];
    return isNull ? (isEmpty ? 'both' : 'null') : isEmpty ? 'empty' : null;
  }),
  question('K24.ids', 'How ids are written', ['number', 'text'], (seen) => {
    const id = inside(madeRow(seen), 'id') ?? inside(lockOf(seen.doors), 'id');
    return typeof id === 'number' ? 'number' : typeof id === 'string' ? 'text' : null;
  }),
  question('K29.info', 'Where it is said when a gateway was last seen', ['with-locks', 'alone', 'nowhere', 'no-gateway'], ({ doors }) => {
    if (lockOf(doors) === undefined) return null;
    const gateways = accessories(doors, GATEWAY);
    if (gateways.length === 0) return 'no-gateway';
    if (gateways.some((link) => inside(link, 'info', 'last_seen') != null)) return 'with-locks';
    if (doors.gateway === null) return null;
    return inside(doors.gateway.json, 'data', 'info', 'last_seen') == null ? 'nowhere' : 'alone';
  }),
  question('K29.form', 'How that time is written', SEEN_FORMS, ({ doors }) => {
    const own = inside(doors.gateway?.json, 'data', 'info', 'last_seen');
    const listed = accessories(doors, GATEWAY).map((link) => inside(link, 'info', 'last_seen'));
    const value = [own, ...listed].find((one) => one != null);
    return value === undefined && doors.gateway === null ? null : lastSeenForm(value, doors.nowMs);
  }),
  question('K31.lag', 'How soon a list shows a new code', ['at-once', 'within-a-minute', 'not-within-a-minute'], ({ doors }) => {
    const { lagMs } = doors;
    if (lagMs === undefined) return null;
    return lagMs === null || lagMs > MINUTE_MS ? 'not-within-a-minute' : lagMs === 0 ? 'at-once' : 'within-a-minute';
  }),
  question('K32.past', 'Whether a start in the past is refused, for a code that is off', ['accept', 'refuse'], ({ doors }) =>
    doors.past === null ? null : isDone(doors.past) ? 'accept' : isRefused(doors.past) ? 'refuse' : null,
  ),
  question('K32.says', 'What that refusal is about, as far as it says', ['start', 'another-field', 'nothing-known'], ({ doors }) => {
    if (doors.past === null || !isRefused(doors.past)) return null;
    const { field } = doors.past;
    return field === null ? 'nothing-known' : field === 'start' ? 'start' : 'another-field';
  }),
  question(
    'K33.hints',
    'What a lock says that may show when it was in touch',
    ['both', 'battery-date', 'log-sequence', 'none'],
    ({ doors }) => {
      const lock = lockOf(doors);
      if (lock === undefined) return null;
      const [date, sequence] = [inside(lock, 'battery_date') != null, inside(lock, 'logSequence') != null];
      return date ? (sequence ? 'both' : 'battery-date') : sequence ? 'log-sequence' : 'none';
    },
  ),
  question('K34.logs', 'What the log of a lock has of codes', ['with-shares', 'without-shares', 'empty', 'absent', 'odd'], ({ doors }) => {
    if (doors.log?.status !== 200) return null;
    const logs = inside(doors.log.json, 'data', 'logs');
    if (logs === undefined || logs === null) return 'absent';
    if (!Array.isArray(logs) || logs.some((line) => !isObject(line))) return 'odd';
    if (logs.length === 0) return 'empty';
    return logs.some((line) => inside(line, 'accessory_share_id') != null) ? 'with-shares' : 'without-shares';
  }),
];
