/** Whole runs that send messages over the demo clouds: on, as soon as the code is verified, to everybody. */
import { settingsSchema } from '../../../shared/domain/settings.ts';
import type { SmoobuSwitches } from '../../../electron/demo/smoobu/switches.ts';
import { twoDoors } from '../small-world.ts';
import type { GuestStay } from '../small-world.ts';
import type { Installation, World } from '../world.ts';

export async function messaging(guests: readonly (string | GuestStay)[], switches: Partial<SmoobuSwitches> = {}): Promise<World> {
  const world = await twoDoors(guests);
  world.clouds.smoobu.setSwitches(switches);
  const { messages } = settingsSchema.parse({ messages: { message: { when: { kind: 'verified' } } } });
  world.settings = { ...world.settings, messages, sending: { ...world.settings.sending, message: true } };
  return world;
}

/** A computer on which messages were started. */
export function installMessaging(world: World): Installation {
  const computer = world.install();
  computer.history.remember([{ kind: 'way-started', key: 'message', value: { sinceMs: 1 } }]);
  return computer;
}

export function textsTo(world: World, id: number): readonly string[] {
  return world.clouds.smoobu
    .sentMessages()
    .flatMap(({ bookingId, to, text, arrived }) => (bookingId === id && to === 'guest' && arrived ? [text] : []));
}
/** The digits that are typed for a booking's codes on the locks. */
export function pinsOf(world: World, id: number): ReadonlySet<string> {
  const tag = new RegExp(`Smoobu#${String(id)}(?!\\d)`);
  return new Set(
    world.clouds.theKeys.shares().flatMap(({ description, active, code }) => (active && tag.test(description ?? '') ? [code] : [])),
  );
}
/** The lines about doors have nothing but a name and digits. */
export function toldPins(text: string): readonly string[] {
  return [...text.matchAll(/^(?:.+: )?(\d{4,8})$/gm)].map(([, digits = '']) => digits);
}
