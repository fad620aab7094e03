/** The PIN for the doors of a stay that have no code: the one it has on other doors, else one draw for all of them. */
import type { Pin } from '../domain/code.ts';
import { placeKey } from '../domain/ids.ts';
import type { Door } from '../domain/mapping.ts';
import type { PinDraw, PlanInput } from '../domain/plan.ts';
import { choosePin } from './pins.ts';
import type { PinRegister } from './pins.ts';
import type { LiveStay } from './stays.ts';

export interface PinChoice {
  readonly pin: Pin;
  /** null when another code of the booking has this PIN already. */
  readonly draw: PinDraw | null;
}

/** By place, without doors for which no PIN is free. `known`: the PINs the booking has now, those of its doors first. */
export function choosePins(
  stay: LiveStay,
  open: readonly Door[],
  known: readonly Pin[],
  register: PinRegister,
  input: PlanInput,
): ReadonlyMap<string, PinChoice> {
  const { id } = stay.booking;
  const chosen = new Map<string, PinChoice>();
  const own = known.find((pin) => open.every((door) => register.isFreeAt(id, door, pin))) ?? known[0];
  if (own !== undefined) {
    for (const door of open) if (register.isFreeAt(id, door, own)) chosen.set(placeKey(door), { pin: own, draw: null });
  }
  const left = open.filter((door) => !chosen.has(placeKey(door)));
  if (left.length > 0) {
    const drawn = choosePin(
      {
        bookingId: id,
        doors: left.map((door) => ({ ...door, window: stay.window })),
        places: stay.doors,
        length: input.settings.codes.pinLength,
        remembered: input.memory.pinDraws.get(id) ?? null,
      },
      register,
      input.drawPin,
    );
    if (drawn !== null) for (const door of left) chosen.set(placeKey(door), drawn);
  }
  for (const door of open) {
    const choice = chosen.get(placeKey(door));
    if (choice !== undefined) register.give(id, door, choice.pin, stay.window);
  }
  return chosen;
}
