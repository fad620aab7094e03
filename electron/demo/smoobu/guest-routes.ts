/** The routes of the Smoobu demo cloud with which guests are told something. */
import { parseJson } from '../../../shared/json.ts';
import { html, json, type DemoAnswer, type DemoRequest } from '../http/answer.ts';
import type { DemoBooking, DemoPlaceholder } from '../seed.ts';
import type { PlaceholderStore } from './placeholders.ts';
import type { SmoobuSwitches } from './switches.ts';
import type { MessagePage, ThreadStore } from './threads.ts';

export interface GuestWorld {
  /** null: there is none, or the account is another one. */
  readonly bookingOf: (id: number) => DemoBooking | null;
  readonly threads: ThreadStore;
  readonly placeholders: PlaceholderStore;
  readonly switches: SmoobuSwitches;
  readonly problem: (status: number, title: string, detail: string) => DemoAnswer;
}

const MESSAGES = /^\/api\/reservations\/(\d{1,15})\/messages(?:\/send-message-to-(guest|host))?$/;
const PLACEHOLDERS = /^\/api\/custom-placeholders(?:\/(\d{1,15}))?$/;

/** null: another route. */
export function guestRoute(request: DemoRequest, world: GuestWorld): DemoAnswer | null {
  const [isMessages, bookingId, to] = MESSAGES.exec(request.path) ?? [];
  if (isMessages !== undefined) {
    const booking = world.bookingOf(Number(bookingId));
    if (to === undefined && request.method !== 'GET') return html(404, '404 Not Found');
    if (to !== undefined && request.method !== 'POST') return html(404, '404 Not Found');
    // An inquiry is in the list of bookings, and has no thread of its own (cloud-facts S33).
    if (booking === null || booking.type === 'inquiry') return world.problem(404, 'Not Found', 'Reservation not found');
    return to === undefined ? threadAnswer(request, booking, world) : sendAnswer(request, booking, to === 'host' ? 'host' : 'guest', world);
  }
  const [isPlaceholders, placeholderId] = PLACEHOLDERS.exec(request.path) ?? [];
  if (isPlaceholders === undefined) return null;
  return placeholderId === undefined ? listAnswer(request, world) : changeAnswer(request, Number(placeholderId), world);
}

function threadAnswer(request: DemoRequest, booking: DemoBooking, { threads, switches }: GuestWorld): DemoAnswer {
  const query = new URLSearchParams(request.query);
  const page = Number(query.get('page') ?? '1');
  const content = threads.page(booking, Number.isInteger(page) ? page : 1, query.get('onlyRelatedToGuest') !== 'false');
  return json(200, switches.messagesForm === 'array' ? content.rows : envelope(content));
}

function envelope({ pageCount, totalItems, page, rows }: MessagePage): Record<string, unknown> {
  return { page_count: pageCount, page_size: 25, total_items: totalItems, page, messages: rows };
}

function sendAnswer(request: DemoRequest, booking: DemoBooking, to: 'guest' | 'host', world: GuestWorld): DemoAnswer {
  const text = fieldsOf(request).messageBody;
  if (typeof text !== 'string' || text.trim() === '') return world.problem(400, 'Bad Request', 'messageBody is required');
  const id = world.threads.accept(booking, to, text);
  switch (world.switches.sentAnswer) {
    case '201':
      return json(201, 'Resource created successfully');
    case '201-with-id':
      return json(201, { id });
    case '200':
      return json(200, 'Resource created successfully');
  }
}

function listAnswer(request: DemoRequest, { placeholders, switches, problem, bookingOf }: GuestWorld): DemoAnswer {
  if (request.method === 'GET') {
    // The list is the account's; it has no filter.
    const rows = switches.account === 'other' ? [] : placeholders.placeholders().map((one) => placeholderJson(one, switches));
    if (switches.placeholdersForm === 'array') return json(200, rows);
    if (switches.placeholdersForm === 'object') return json(200, { customPlaceholders: rows });
    const page = Math.max(1, Number(new URLSearchParams(request.query).get('page') ?? '1'));
    const counts = { page_count: Math.ceil(rows.length / 10), page_size: 10, total_items: rows.length, page };
    return json(200, { ...counts, customPlaceholders: rows.slice((page - 1) * 10, page * 10) });
  }
  if (request.method !== 'POST') return html(404, '404 Not Found');
  const { key, defaultValue, type, foreignId } = fieldsOf(request);
  const isRight = typeof key === 'string' && key !== '' && typeof defaultValue === 'string' && (type === 1 || type === 2);
  if (!isRight || typeof foreignId !== 'number') return problem(400, 'Bad Request', 'key, type and foreignId are required');
  if (type === 1 && bookingOf(foreignId) === null) return problem(404, 'Not Found', 'Reservation not found');
  const taken = placeholders.placeholders().find((one) => one.key === key && one.type === type && one.foreignId === foreignId);
  if (taken !== undefined && switches.takenPlaceholder === 'refused') return problem(400, 'Bad Request', 'The placeholder exists already');
  const { id } = placeholders.addPlaceholder({ key, defaultValue, type, foreignId });
  return json(201, switches.placeholderIds === 'missing' ? 'Resource created successfully' : { id });
}

function changeAnswer(request: DemoRequest, id: number, { placeholders, switches, problem }: GuestWorld): DemoAnswer {
  const before = placeholders.placeholders().find((one) => one.id === id);
  const unknown = problem(404, 'Not Found', 'Custom placeholder not found');
  const noRoute = html(404, '404 Not Found');
  const refused = problem(400, 'Bad Request', 'The placeholder cannot be changed');
  if (request.method === 'GET') return before === undefined ? unknown : json(200, placeholderJson(before, switches));
  const how = request.method === 'PUT' ? switches.placeholderUpdate : request.method === 'DELETE' ? switches.placeholderDelete : 'no-route';
  if (how === 'no-route') return noRoute;
  if (before === undefined) return unknown;
  if (how === 'refused') return refused;
  if (request.method === 'DELETE') {
    placeholders.removePlaceholder(id);
    return { status: 204, headers: {}, body: '' };
  }
  const { key, defaultValue } = fieldsOf(request);
  if (typeof key !== 'string' || key === '') return problem(400, 'Bad Request', 'key is required');
  placeholders.changePlaceholder(id, { key, ...(typeof defaultValue === 'string' ? { defaultValue } : {}) });
  return json(200, 'Resource updated successfully');
}

function placeholderJson({ id, key, defaultValue, type, foreignId, translations }: DemoPlaceholder, switches: SmoobuSwitches): object {
  const listed = Object.entries(translations).map(([locale, value]) => ({ locale, value }));
  return {
    ...(switches.placeholderIds === 'missing' ? {} : { id }),
    key,
    defaultValue,
    type,
    foreignId,
    ...(switches.listsTranslations ? { translations: listed } : {}),
  };
}

function fieldsOf({ body }: DemoRequest): Readonly<Record<string, unknown>> {
  const content = parseJson(body.toString('utf8'));
  return typeof content === 'object' && content !== null && !Array.isArray(content) ? { ...content } : {};
}
