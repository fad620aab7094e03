/** What any service must do through which guests are told something, whatever its API looks like. A test file opens the service and calls this. */
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import type { BookingPlaceholders, GuestMessages, Placeholder } from '../../electron/app/ports/clouds.ts';
import type { BookingId } from '../../shared/domain/ids.ts';
import { Secret } from '../../shared/secret.ts';

/** `refused`: by the service, without effect. `lost`: carried out, but no answer comes. `broken`: not carried out, and no answer comes. */
export type Trouble = 'refused' | 'lost' | 'lost-in-an-error' | 'limited-after' | 'broken' | 'page';

export interface GuestService {
  readonly guests: GuestMessages & BookingPlaceholders;
  /** Whose threads are empty. */
  readonly booking: BookingId;
  readonly otherBooking: BookingId;
  readonly unknownBooking: BookingId;
  /** Past the API. */
  writes(from: 'guest' | 'host', text: string): void;
  /** What reached guest or host through the API, oldest first. */
  arrived(to: 'guest' | 'host'): readonly string[];
  /** What the next request meets. */
  next(trouble: Trouble): void;
  /** Somebody else's, of the same booking. */
  addForeignPlaceholder(key: string, value: string): void;
  requestCount(): number;
}

/** Some time passes in the service between one and the next, so that none is lost for being too fast. */
type WithService = (use: (service: GuestService) => Promise<void>) => Promise<void>;

const TEXT = 'Bonjour Zoë & Co,\nvotre code : 284711#\n\nÀ bientôt <3';
const folded = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
const DOUBTFUL: readonly Trouble[] = ['lost', 'lost-in-an-error', 'limited-after', 'broken', 'page'];
const HAPPENED: readonly Trouble[] = ['lost', 'lost-in-an-error', 'limited-after'];

export function guestMessagesContract(withService: WithService): void {
  const textsIn = async ({ guests, booking }: GuestService): Promise<readonly string[]> => {
    const thread = await guests.readThread(booking);
    return thread.ok ? thread.value.messages.map(({ text }) => folded(text.reveal())) : [thread.error.kind];
  };

  it('reads an empty thread as empty', () =>
    withService(async ({ guests, booking }) => {
      expect(await guests.readThread(booking)).toEqual({ ok: true, value: { messages: [], isWhole: true } });
    }));

  it('reads what guest and host wrote, oldest first', () =>
    withService(async (service) => {
      service.writes('guest', 'When can we come?');
      service.writes('host', TEXT);
      service.writes('guest', 'Thanks');
      expect(await textsIn(service)).toEqual(['When can we come?', folded(TEXT), 'Thanks']);
    }));

  it.each([24, 25, 26, 49, 50, 51, 75, 76, 260])('reads the newest 25 of %i messages, in order', (count) =>
    withService(async (service) => {
      const all = Array.from({ length: count }, (_, index) => `message ${String(index)}`);
      for (const [index, text] of all.entries()) service.writes(index % 3 === 0 ? 'host' : 'guest', text);
      const thread = await service.guests.readThread(service.booking);
      const texts = thread.ok ? thread.value.messages.map(({ text }) => text.reveal()) : [];
      expect(texts.slice(-25)).toEqual(all.slice(-25));
      expect(new Set(texts).size).toBe(texts.length);
      expect(thread.ok && thread.value.isWhole).toBe(texts.length === count);
    }),
  );

  it('sends a text once, which is then in the thread of this booking only', () =>
    withService(async (service) => {
      expect(await service.guests.sendToGuest(service.booking, new Secret(TEXT))).toEqual({ ok: true, value: null });
      expect(service.arrived('guest')).toEqual([TEXT]);
      expect(await textsIn(service)).toEqual([folded(TEXT)]);
      expect(await service.guests.readThread(service.otherBooking)).toMatchObject({ ok: true, value: { messages: [] } });
    }));

  it('sends news to the host, not to the guest', () =>
    withService(async (service) => {
      expect(await service.guests.sendToHost(service.booking, new Secret('No code yet'))).toEqual({ ok: true, value: null });
      expect([service.arrived('guest'), service.arrived('host')]).toEqual([[], ['No code yet']]);
    }));

  it('sends what is asked for at the same time one after the other, so that all of it arrives', () =>
    withService(async (service) => {
      const texts = ['one', 'two', 'three', 'four'];
      const sent = await Promise.all(texts.map(async (text) => service.guests.sendToGuest(service.booking, new Secret(text))));
      expect(sent.every(({ ok }) => ok)).toBe(true);
      expect(service.arrived('guest')).toEqual(texts);
    }));

  it.each(DOUBTFUL)('says that a text may have been sent, and does not send it again (%s)', (trouble) =>
    withService(async (service) => {
      service.next(trouble);
      const before = service.requestCount();
      expect(await service.guests.sendToGuest(service.booking, new Secret(TEXT))).toMatchObject({ ok: false, error: { certain: false } });
      expect(service.requestCount()).toBe(before + 1);
      expect(service.arrived('guest')).toEqual(HAPPENED.includes(trouble) ? [TEXT] : []);
    }),
  );

  it('goes on after a send that failed', () =>
    withService(async (service) => {
      service.next('lost');
      const [first, second] = await Promise.all(
        ['one', 'two'].map(async (text) => service.guests.sendToGuest(service.booking, new Secret(text))),
      );
      expect([first?.ok, second?.ok]).toEqual([false, true]);
      expect(service.arrived('guest')).toEqual(['one', 'two']);
    }));

  it('is certain that a refused text was not sent', () =>
    withService(async (service) => {
      service.next('refused');
      expect(await service.guests.sendToGuest(service.booking, new Secret(TEXT))).toMatchObject({ ok: false, error: { certain: true } });
      expect(service.arrived('guest')).toEqual([]);
    }));

  it('sends nothing once it is stopped', () =>
    withService(async (service) => {
      const signal = AbortSignal.abort();
      const stopped = await service.guests.sendToGuest(service.booking, new Secret(TEXT), { signal });
      expect(stopped).toMatchObject({ ok: false, error: { kind: 'aborted', certain: true } });
      expect(service.arrived('guest')).toEqual([]);
    }));

  it('says when a booking has no thread', () =>
    withService(async ({ guests, unknownBooking }) => {
      const missing = { ok: false, error: { kind: 'not-found', certain: true } };
      expect(await guests.readThread(unknownBooking)).toMatchObject(missing);
      expect(await guests.sendToGuest(unknownBooking, new Secret(TEXT))).toMatchObject(missing);
    }));

  it('never reads a failure as an empty thread', () =>
    withService(async (service) => {
      service.writes('host', TEXT);
      service.next('page');
      expect(await service.guests.readThread(service.booking)).toMatchObject({ ok: false });
      expect(await textsIn(service)).toEqual([folded(TEXT)]);
    }));

  it('shows no text where a result is printed', () =>
    withService(async (service) => {
      service.writes('host', TEXT);
      const thread = await service.guests.readThread(service.booking);
      expect(JSON.stringify(thread) + inspect(thread, { depth: 9 })).not.toMatch(/284711|Zoë/u);
    }));
}

export function bookingPlaceholdersContract(withService: WithService): void {
  const listed = async ({ guests }: GuestService) => {
    const list = await guests.listPlaceholders();
    if (!list.ok) throw new Error(list.error.kind);
    return list.value;
  };
  const shown = async (service: GuestService): Promise<readonly unknown[]> =>
    (await listed(service)).map(({ key, owner, value }) => [key, owner, value.reveal()]);
  const create = async ({ guests, booking }: GuestService, value = '4711') =>
    guests.createPlaceholder(booking, 'latchkeyPin', new Secret(value));
  const own = async (service: GuestService): Promise<Placeholder> => {
    await create(service);
    const found = (await listed(service)).find(({ key }) => key === 'latchkeyPin');
    if (found === undefined) throw new Error('it is not in the list');
    return found;
  };

  it('creates, lists, changes and deletes a value of one booking', () =>
    withService(async (service) => {
      const ofBooking = { kind: 'booking', bookingId: service.booking };
      expect(await shown(service)).toEqual([]);
      expect(await create(service, '0427')).toEqual({ ok: true, value: null });
      expect(await shown(service)).toEqual([['latchkeyPin', ofBooking, '0427']]);
      const placeholder = (await listed(service))[0]!;
      expect(await service.guests.updatePlaceholder(placeholder, new Secret('28 1234#'))).toEqual({ ok: true, value: null });
      expect(await shown(service)).toEqual([['latchkeyPin', ofBooking, '28 1234#']]);
      expect(await service.guests.deletePlaceholder(placeholder.id!)).toEqual({ ok: true, value: null });
      expect(await shown(service)).toEqual([]);
      expect(await service.guests.deletePlaceholder(placeholder.id!)).toEqual({ ok: true, value: null });
    }));

  it('leaves those of others alone, however many there are', () =>
    withService(async (service) => {
      for (let index = 0; index < 23; index += 1) service.addForeignPlaceholder(`other${String(index)}`, '9999');
      const placeholder = await own(service);
      expect(await shown(service)).toHaveLength(24);
      await service.guests.deletePlaceholder(placeholder.id!);
      expect((await shown(service)).map((row) => JSON.stringify(row))).toEqual(
        Array.from({ length: 23 }, (_, index) => expect.stringContaining(`"other${String(index)}"`) as string),
      );
    }));

  it.each(DOUBTFUL)('says that a write may have happened, and does not repeat it (%s)', (trouble) =>
    withService(async (service) => {
      const happened = HAPPENED.includes(trouble);
      const doubtful = { ok: false, error: { certain: false } };
      service.next(trouble);
      expect(await create(service)).toMatchObject(doubtful);
      expect(await shown(service)).toHaveLength(happened ? 1 : 0);
      if (!happened) await create(service);
      const placeholder = (await listed(service))[0]!;
      service.next(trouble);
      expect(await service.guests.updatePlaceholder(placeholder, new Secret('0815'))).toMatchObject(doubtful);
      expect((await listed(service))[0]?.value.reveal()).toBe(happened ? '0815' : '4711');
      service.next(trouble);
      expect(await service.guests.deletePlaceholder(placeholder.id!)).toMatchObject(doubtful);
      expect(await shown(service)).toHaveLength(happened ? 0 : 1);
    }),
  );

  it('is certain that a refused write did nothing', () =>
    withService(async (service) => {
      service.next('refused');
      expect(await create(service)).toMatchObject({ ok: false, error: { certain: true } });
      expect(await shown(service)).toEqual([]);
    }));

  it('never reads a failure as an empty list', () =>
    withService(async (service) => {
      await create(service);
      service.next('page');
      expect(await service.guests.listPlaceholders()).toMatchObject({ ok: false });
    }));

  it('shows no value where a result is printed', () =>
    withService(async (service) => {
      await create(service);
      const list = await service.guests.listPlaceholders();
      expect(JSON.stringify(list) + inspect(list, { depth: 9 })).not.toContain('4711');
    }));
}
