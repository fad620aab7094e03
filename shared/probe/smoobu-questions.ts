/** The open facts about Smoobu, each with the observation that decides it. */
import { isTimeZone } from '../time.ts';
import { zoneOfNaive } from './forms.ts';
import { inside, isId, isObject, listIn, numberIn } from './json-path.ts';
import { question } from './question.ts';
import type { Question } from './question.ts';
import type { AllSeen, Seen, Wrote } from './seen.ts';

const rows = ({ bookings }: AllSeen): readonly unknown[] => listIn(bookings.page?.json, 'bookings');

function listOf(answer: Seen | null, key: string): readonly unknown[] | null {
  if (answer === null) return null;
  const list: unknown = Array.isArray(answer.json) ? answer.json : inside(answer.json, key);
  return Array.isArray(list) ? (list as readonly unknown[]) : null;
}
/** Each value once, in the order in which it came. */
function valuesOf(list: readonly unknown[], ...keys: readonly string[]): readonly unknown[] {
  return [...new Set(list.flatMap((row) => keys.flatMap((key) => (isObject(row) && key in row ? [row[key]] : []))))];
}
function changeOf(wrote: Wrote | null, worked: boolean | null) {
  if (wrote === null) return null;
  if (wrote.outcome === 'done') return worked === false ? ('no-effect' as const) : ('works' as const);
  const isPage = wrote.answer !== null && wrote.answer.json === undefined && wrote.answer.status === 404;
  return isPage ? ('no-route' as const) : wrote.outcome === 'refused' ? ('refused' as const) : null;
}
const CHANGES = ['works', 'no-effect', 'refused', 'no-route'] as const;

export const SMOOBU_QUESTIONS: readonly Question[] = [
  question('S10.account', 'Whether the account names itself by an id', ['id', 'no-id'], ({ bookings }) =>
    bookings.me === null ? null : inside(bookings.me.json, 'id') == null ? 'no-id' : 'id',
  ),
  question('S12.zone', 'Whether a unit says its time zone', ['present', 'null', 'odd'], ({ bookings }) => {
    if (bookings.unit === null) return null;
    const zone = inside(bookings.unit.json, 'timeZone') ?? inside(bookings.unit.json, 'time-zone');
    return zone === undefined || zone === null || zone === '' ? 'null' : typeof zone === 'string' && isTimeZone(zone) ? 'present' : 'odd';
  }),
  question('S14.ends', 'Whether a filter by days includes its first and last day', ['inclusive', 'exclusive'], ({ bookings }) => {
    const { ends } = bookings;
    if (ends === null || !isObject(ends.answer.json)) return null;
    return listIn(ends.answer.json, 'bookings').some((row) => isId(inside(row, 'id'), ends.id)) ? 'inclusive' : 'exclusive';
  }),
  question('S16.totals', 'Whether the count of a list fits its rows', ['fits', 'differs'], (seen) => {
    const json = seen.bookings.page?.json;
    const [total, pages] = [inside(json, 'total_items'), inside(json, 'page_count')];
    return typeof total !== 'number' || pages !== 1 ? null : total === rows(seen).length ? 'fits' : 'differs';
  }),
  question('S16.order', 'In which order the rows of a list come', ['id', 'reverse', 'other'], (seen) => {
    const ids = rows(seen).map((row) => numberIn(row, 'id'));
    if (new Set(ids).size < 3) return null;
    const rises = ids.every((id, index) => index === 0 || id >= (ids[index - 1] ?? id));
    const falls = ids.every((id, index) => index === 0 || id <= (ids[index - 1] ?? id));
    return rises ? 'id' : falls ? 'reverse' : 'other';
  }),
  question('S17.twice', 'Whether a booking comes on two rows', ['none', 'same', 'other-type'], (seen) => {
    const types = new Map<unknown, unknown[]>();
    for (const row of rows(seen)) types.set(inside(row, 'id'), [...(types.get(inside(row, 'id')) ?? []), inside(row, 'type')]);
    if (types.size === 0) return null;
    const doubled = [...types.values()].filter((all) => all.length > 1);
    return doubled.length === 0 ? 'none' : doubled.some((all) => new Set(all).size > 1) ? 'other-type' : 'same';
  }),
  question('S19.times', 'How a check-in is written', ['HH:mm', 'H:mm', 'HH:mm:ss', 'other'], (seen) => {
    const texts = valuesOf(rows(seen), 'check-in', 'check-out').filter(
      (value) => typeof value === 'string' && /[1-9]/.test(value),
    ) as string[];
    if (texts.length === 0) return null;
    if (texts.some((text) => /^\d{1,2}:\d{2}:\d{2}$/.test(text))) return 'HH:mm:ss';
    if (texts.some((text) => /^\d:\d{2}$/.test(text))) return 'H:mm';
    return texts.every((text) => /^\d{2}:\d{2}$/.test(text)) ? 'HH:mm' : 'other';
  }),
  question('S19.missing', 'How a missing check-in is written', ['empty', 'null', 'midnight', 'several'], (seen) => {
    const values = valuesOf(rows(seen), 'check-in', 'check-out');
    const found = [
      ...(values.includes('') ? ['empty' as const] : []),
      ...(values.includes(null) ? ['null' as const] : []),
      ...(values.some((value) => typeof value === 'string' && /^0?0:00/.test(value)) ? ['midnight' as const] : []),
    ];
    return found.length > 1 ? 'several' : (found[0] ?? null);
  }),
  question('S20.key', 'The key of the last change', ['modifiedAt', 'modified-at', 'both', 'neither'], (seen) => {
    if (rows(seen).length === 0) return null;
    const [camel, kebab] = [valuesOf(rows(seen), 'modifiedAt').length > 0, valuesOf(rows(seen), 'modified-at').length > 0];
    return camel ? (kebab ? 'both' : 'modifiedAt') : kebab ? 'modified-at' : 'neither';
  }),
  question('S21.empty', 'How a missing text is written', ['empty', 'null', 'both'], (seen) => {
    const values = valuesOf(rows(seen), 'email', 'phone', 'notice', 'language');
    const [isEmpty, isNull] = [values.includes(''), values.includes(null)];
    return isEmpty ? (isNull ? 'both' : 'empty') : isNull ? 'null' : null;
  }),
  question('S23.by-id', 'Whether a booking by its id has what its row has', ['same', 'other'], (seen) => {
    const { byId } = seen.bookings;
    const row = byId === null ? undefined : rows(seen).find((one) => isId(inside(one, 'id'), byId.id));
    if (byId?.answer.status !== 200 || row === undefined) return null;
    const days = ['arrival', 'departure', 'type'] as const;
    return days.every((key) => inside(byId.answer.json, key) === inside(row, key)) ? 'same' : 'other';
  }),
  question('S24.limit', 'How many requests a minute are allowed', ['700', '1000', 'other', 'not-said'], ({ bookings }) => {
    if (bookings.me === null) return null;
    const limit = bookings.me.headers['x-ratelimit-limit'];
    return limit === undefined ? 'not-said' : limit === '700' || limit === '1000' ? limit : 'other';
  }),
  question(
    'S28.guest',
    'Whether two bookings of one address have one number of the guest',
    ['per-address', 'per-booking', 'absent'],
    (seen) => {
      const all = rows(seen).filter((row) => typeof inside(row, 'email') === 'string' && inside(row, 'email') !== '');
      if (all.length > 0 && valuesOf(all, 'guestId', 'guest-id').every((value) => value == null)) return 'absent';
      const byAddress = new Map<unknown, Map<unknown, unknown>>();
      for (const row of all) {
        const ofAddress = byAddress.get(inside(row, 'email')) ?? new Map<unknown, unknown>();
        byAddress.set(inside(row, 'email'), ofAddress.set(inside(row, 'id'), inside(row, 'guestId') ?? inside(row, 'guest-id')));
      }
      const shared = [...byAddress.values()].filter((bookings) => bookings.size > 1).map((bookings) => new Set(bookings.values()).size);
      return shared.length === 0 ? null : shared.every((count) => count === 1) ? 'per-address' : 'per-booking';
    },
  ),
  question('S29.blocked', 'Whether blocked days name a guest', ['without-guest', 'with-guest'], (seen) => {
    const blocked = rows(seen).filter((row) => inside(row, 'is-blocked-booking') === true || numberIn(row, 'channel', 'id') === 11);
    if (blocked.length === 0) return null;
    const isNamed = (row: unknown): boolean => typeof inside(row, 'guest-name') === 'string' && inside(row, 'guest-name') !== '';
    return blocked.some(isNamed) ? 'with-guest' : 'without-guest';
  }),
  question('S30.related', 'Whether bookings name linked units', ['some', 'none', 'absent'], (seen) => {
    const lists = valuesOf(rows(seen), 'related');
    if (rows(seen).length === 0) return null;
    return lists.length === 0 ? 'absent' : lists.some((list) => Array.isArray(list) && list.length > 0) ? 'some' : 'none';
  }),
  question('S33.form', 'In which form a thread comes', ['envelope', 'array', 'other'], ({ bookings }) => {
    if (bookings.thread?.status !== 200) return null;
    const { json } = bookings.thread;
    return Array.isArray(json) ? 'array' : Array.isArray(inside(json, 'messages')) ? 'envelope' : 'other';
  }),
  question('S33.html', 'Whether messages have an HTML text', ['all', 'some', 'none'], ({ bookings }) => {
    const texts = listOf(bookings.thread, 'messages')?.map((row) => inside(row, 'htmlMessage') ?? '');
    if (texts === undefined || texts.length === 0) return null;
    return texts.every((text) => text !== '') ? 'all' : texts.every((text) => text === '') ? 'none' : 'some';
  }),
  question('S34.zone', 'In which zone the time of a message is written', ['Europe/Berlin', 'UTC'], ({ bookings }) => {
    const times = listOf(bookings.thread, 'messages')?.map((row) => inside(row, 'createdAt')) ?? [];
    const newest = times
      .filter((time) => typeof time === 'string')
      .sort()
      .at(-1);
    const zone = newest === undefined ? null : zoneOfNaive(newest, bookings.nowMs);
    return zone === 'Europe/Paris' ? 'Europe/Berlin' : zone === 'UTC' ? 'UTC' : null;
  }),
  question('S35.form', 'In which form placeholders come', ['object', 'array', 'pages', 'other'], ({ bookings }) => {
    if (bookings.placeholders?.status !== 200) return null;
    const { json } = bookings.placeholders;
    if (Array.isArray(json)) return 'array';
    if (!Array.isArray(inside(json, 'customPlaceholders'))) return 'other';
    return inside(json, 'page_count') === undefined ? 'object' : 'pages';
  }),
  question('S35.ids', 'Whether each placeholder has an id', ['present', 'missing'], ({ bookings }) => {
    const list = listOf(bookings.placeholders, 'customPlaceholders') ?? [];
    return list.length === 0 ? null : list.every((row) => inside(row, 'id') != null) ? 'present' : 'missing';
  }),
  question('S36.taken', 'What becomes of a key that exists for the booking', ['refused', 'second', 'replaced'], ({ bookings }) => {
    const { again = null, copies = null } = bookings.written ?? {};
    if (again === null) return null;
    if (again.outcome === 'refused') return 'refused';
    return again.outcome !== 'done' || copies === null ? null : copies > 1 ? 'second' : 'replaced';
  }),
  question('S36.update', 'Whether a placeholder can be changed', CHANGES, ({ bookings }) =>
    bookings.written === null ? null : changeOf(bookings.written.update, bookings.written.isUpdated),
  ),
  question('S36.delete', 'Whether a placeholder can be deleted', CHANGES, ({ bookings }) =>
    bookings.written === null ? null : changeOf(bookings.written.remove, bookings.written.isGone),
  ),
  question('S37.translations', 'Whether the list of placeholders has translations', ['listed', 'not-listed'], ({ bookings }) => {
    const list = listOf(bookings.placeholders, 'customPlaceholders') ?? [];
    return list.length === 0 ? null : list.some((row) => inside(row, 'translations') !== undefined) ? 'listed' : 'not-listed';
  }),
];
