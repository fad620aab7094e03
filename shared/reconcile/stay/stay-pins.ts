/** The PIN for the doors of a stay that have no code: the one it has on other doors, else one draw for all of them. */
import type { Code, Pin } from '../../domain/code.ts';
import type { KeypadPlace } from '../../domain/ids.ts';
import { placeKey } from '../../domain/ids.ts';
import type { Door } from '../../domain/mapping.ts';
import type { PinDraw, PlanInput } from '../../domain/plan.ts';
import { isSamePlace } from '../observe.ts';
import { replacedByHand } from './retired-pins.ts';
import { choosePin, isTrivialPin, possiblePins, sureFullPin } from './pins.ts';
import type { PinRegister } from './pins.ts';
import type { Tries } from '../refusals/try-again.ts';
import type { Claim } from '../claims.ts';

/** Guests are told one PIN: the door where codes made elsewhere or a taken PIN lead to another. `sure`: by place, where it is known. */
export function doorWithOtherPin({ doors, managed }: Claim, sure: ReadonlyMap<string, Pin>): Door | null {
  if (doors.length < 2) return null;
  const known = doors.flatMap((door): readonly { readonly door: Door; readonly pins: readonly string[] }[] => {
    const pin = sure.get(placeKey(door));
    if (pin !== undefined) return [{ door, pins: [pin] }];
    const kept = managed.find((code) => isSamePlace(code, door));
    // All possible ones where a number may have lost zeros.
    const pins = kept === undefined ? [] : possiblePins(kept);
    return pins.length === 0 ? [] : [{ door, pins }];
  });
  const [first, ...others] = known;
  return others.find(({ pins }) => !pins.some((pin) => first?.pins.includes(pin)))?.door ?? null;
}

/** The PIN for writing it back; null where it is not certain. */
export function pinOfCode({ id, former }: Pick<Claim, 'id' | 'former'>, code: Code, { memory, settings, drawPin }: PlanInput): Pin | null {
  const own = memory.pinDraws.get(id);
  const { id: drawId, draw } = own === undefined && former?.draw != null ? former.draw : { id, draw: own };
  return sureFullPin(code, draw?.length ?? settings.codes.pinLength, (length) => drawPin(drawId, draw?.attempt ?? 0, length));
}

/** The PIN of a guest who booked again, until the new booking has a draw of its own. */
export function formerPins({ former }: Claim): readonly Pin[] {
  return former?.isSame === true && former.draw !== null ? former.pins : [];
}

export interface PinChoice {
  readonly pin: Pin;
  /** null when another code of the booking has this PIN already. */
  readonly draw: PinDraw | null;
}

/** By place, without doors for which no PIN is free. `present`: the PINs the booking has now, those of its doors first. */
export function choosePins(
  claim: Claim,
  open: readonly Door[],
  present: readonly Pin[],
  register: PinRegister,
  input: PlanInput,
  tries: Tries,
): ReadonlyMap<string, PinChoice> {
  const { id } = claim;
  const chosen = new Map<string, PinChoice>();
  const draw = input.memory.pinDraws.get(id);
  const before = draw === undefined ? null : { draw, pin: input.drawPin(id, draw.attempt, draw.length) };
  const isReplaced = replacedByHand(claim, input);
  const isOut = (pin: Pin): boolean => tries.isRetired(pin) || isReplaced(pin);
  const known = tries.own == null ? present.filter((pin) => !tries.refusedPins.has(pin) && !isOut(pin)) : [tries.own];
  const own = known.find((pin) => open.every((door) => register.isFreeAt(id, door, pin))) ?? known[0];
  if (own !== undefined) {
    for (const door of open)
      if (register.isFreeAt(id, door, own))
        chosen.set(placeKey(door), { pin: own, draw: tries.isOpen && own === before?.pin ? before.draw : null });
  }
  // None is drawn in place of the user's own. Where that cannot be read, better a guest with another PIN than one without a code.
  const left = tries.own == null ? open.filter((door) => !chosen.has(placeKey(door))) : [];
  // A PIN that the guest may know comes back as it was.
  const comesBack = before !== null && !isOut(before.pin) && (!tries.isOpen || tries.isUsable(before.pin));
  const drawn = choosePin(
    {
      claimId: id,
      doors: left.map((door) => ({ ...door, window: claim.window })),
      places: claim.doors,
      length: input.settings.codes.pinLength,
      remembered: comesBack ? before.draw : null,
      isUsable: (pin) => tries.isUsable(pin) && !isOut(pin),
    },
    register,
    input.drawPin,
  );
  if (drawn !== null) for (const door of left) chosen.set(placeKey(door), drawn);
  for (const door of open) {
    const choice = chosen.get(placeKey(door));
    if (choice !== undefined) register.give(id, door, choice.pin, claim.window);
  }
  return chosen;
}

/** Draws of guests begin at 0 and end long before. */
const FIRST_SECRET_ATTEMPT = 1_000_000;
const SECRET_ATTEMPTS = 500;

/** One that nobody is told, for a code that could not be switched off. */
export function secretPin(
  { id, window }: Pick<Claim, 'id' | 'window'>,
  place: KeypadPlace,
  register: PinRegister,
  input: PlanInput,
): Pin | null {
  for (let attempt = FIRST_SECRET_ATTEMPT; attempt < FIRST_SECRET_ATTEMPT + SECRET_ATTEMPTS; attempt += 1) {
    const pin = input.drawPin(id, attempt, input.settings.codes.pinLength);
    if (isTrivialPin(pin) || !register.isFreeAt(id, place, pin)) continue;
    register.give(id, place, pin, window);
    return pin;
  }
  return null;
}
