/** A stay of Ana at two doors, whose placeholders at Smoobu Latchkey keeps. */
import { expect } from 'vitest';
import type { GuestTelling } from '../../../electron/app/messages/guest-telling.ts';
import { createPlaceholderKeeper } from '../../../electron/app/messages/placeholders/placeholders.ts';
import type { PlaceholderKeeper } from '../../../electron/app/messages/placeholders/placeholders.ts';
import { staysToTell } from '../../../electron/app/messages/stays-to-tell.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { MessageSettings, Telling } from '../../../shared/domain/told.ts';
import { withRetired } from '../../../shared/domain/wishes.ts';
import { bookingId } from '../../support/ids.ts';
import { twoDoors } from '../small-world.ts';
import { neverReached } from '../world.ts';
import type { Installation, World } from '../world.ts';

export let world: World;
export let ana: BookingId;

export async function open(): Promise<void> {
  world = await twoDoors(['Ana Sol']);
  ana = bookingId(world.clouds.smoobu.bookings()[0]?.id ?? 0);
  withPrefixes('', '');
  start();
}

export function start(placeholder: Partial<MessageSettings['placeholder']> = {}, isOn = true): void {
  const { messages, sending } = world.settings;
  world.settings = {
    ...world.settings,
    messages: { ...messages, placeholder: { ...messages.placeholder, ...placeholder } },
    sending: { ...sending, placeholder: isOn },
  };
}
export function withPrefixes(...prefixes: readonly string[]): void {
  const { mapping } = world.settings;
  const units = mapping.units.map((unit) => ({
    ...unit,
    doors: unit.doors.map((door, index) => ({ ...door, prefix: prefixes[index] ?? '' })),
  }));
  world.settings = { ...world.settings, mapping: { ...mapping, units } };
}

/** A new keeper for each run, as after a restart; but both halves of a run have one. */
export function install(options: Parameters<World['install']>[0] = {}): Installation {
  let keeper: PlaceholderKeeper | null = null;
  const telling: GuestTelling = {
    due: ({ input, stays }) => create().due(input, staysToTell(input, stays)),
    beforeWrites: async (...run) => {
      keeper = create();
      return keeper.beforeWrites(...run);
    },
    afterWrites: async (run) => (keeper ?? create()).afterWrites(run, staysToTell(run.input, run.stays)),
  };
  const computer = world.install({ ...options, telling });
  const { history, vault } = computer;
  const create = (): PlaceholderKeeper => {
    const { guests } = computer.clients().bookings;
    if (guests === undefined) throw new Error('Smoobu has placeholders.');
    return createPlaceholderKeeper({ guests, history, vault, startDeadline: neverReached });
  };
  history.remember([{ kind: 'way-started', key: 'placeholder', value: { sinceMs: 1 } }]);
  return computer;
}

/** What a template would say to Ana now. */
export function shown(key = 'latchkeyPin'): string {
  return world.clouds.smoobu.renderTemplate(`[${key}]`, ana);
}
/** Of Ana's codes that are on. */
export function pinsOnLocks(): readonly string[] {
  const tag = `Smoobu#${String(ana)}`;
  return world.clouds.theKeys
    .shares()
    .flatMap(({ description, active, code }) => (active && (description ?? '').includes(tag) ? [code] : []));
}
export function pinOfAna(): string {
  const [pin, ...others] = new Set(pinsOnLocks());
  expect(others).toEqual([]);
  return pin ?? '';
}
/** Requests for placeholders since then, such as "GET" and "PUT". */
export function watch(): string[] {
  const seen: string[] = [];
  world.clouds.smoobu.faults.onRequest(({ path, method }) => {
    if (path.startsWith('/api/custom-placeholders')) seen.push(method);
    return null;
  });
  return seen;
}
export function newPin(computer: Installation): void {
  const digest = computer.vault.digestPin(pinOfAna() as never) ?? '';
  computer.wishes.change((wishes) => withRetired(wishes, ana, { digest }));
}
export function lineOf(told: readonly Telling[] | undefined): readonly string[] {
  return (told ?? []).map(({ state, reason }) => `${state} ${String(reason)}`);
}
export async function settle(computer: Installation): Promise<void> {
  world.clock.advance(2 * 3_600_000);
  await computer.run();
}

/** What a template would say at each write to the locks from now on. */
export function watchWrites(): readonly string[] {
  const seen: string[] = [];
  world.clouds.theKeys.faults.onRequest(({ isWrite }) => {
    if (isWrite) seen.push(shown());
    return null;
  });
  return seen;
}
