/** The units, locks and keypads of the demo portfolio. Every name, number and id is invented. */
import { GATEWAY, KEYPAD, REMOTE } from '../seed.ts';
import type { DemoAccessory, DemoApartment, DemoLock } from '../seed.ts';

export const MARAIS = 500_101;
export const CANAL = 500_102;
export const MONTMARTRE = 500_103;
export const CROIX_ROUSSE = 500_201;
export const VIEUX_LYON = 500_202;
export const PRESQUILE = 500_203;
/** In Smoobu, but without a lock: the one unit that is not mapped. */
export const PARKING = 500_301;

export const GATE = 3707;

export interface DemoUnit {
  readonly id: number;
  readonly name: string;
  readonly street: string;
  readonly city: string;
  /** In the order in which guests pass them. */
  readonly lockIds: readonly number[];
  readonly checkIn?: string;
  readonly checkOut?: string;
  readonly bufferBeforeMinutes?: number;
}

const PARIS = 'Paris';
const LYON = 'Lyon';

export const UNITS: readonly DemoUnit[] = [
  { id: MARAIS, name: 'Marais – Deux pièces', street: '900 Rue des Lanternes', city: PARIS, lockIds: [3701] },
  {
    id: CANAL,
    name: 'Canal – Loft',
    street: '901 Quai Inventé',
    city: PARIS,
    lockIds: [3702],
    checkIn: '16:00',
    checkOut: '11:00',
  },
  { id: MONTMARTRE, name: 'Montmartre – Studio', street: '902 Rue du Moulin Rêvé', city: PARIS, lockIds: [3708, 3703] },
  { id: CROIX_ROUSSE, name: 'Croix-Rousse – Canut', street: '903 Montée des Navettes', city: LYON, lockIds: [GATE, 3704] },
  { id: VIEUX_LYON, name: 'Vieux Lyon – Traboule', street: '903 Montée des Navettes', city: LYON, lockIds: [GATE, 3705] },
  {
    id: PRESQUILE,
    name: "Presqu'île – Terrasse",
    street: '903 Montée des Navettes',
    city: LYON,
    lockIds: [GATE, 3706],
    bufferBeforeMinutes: 30,
  },
];

interface LockPlan {
  readonly id: number;
  readonly name: string;
  readonly keypadId: string;
  /** Digits typed before the PIN; "" for none. */
  readonly prefix: string;
  readonly batteryMillivolts: number;
}
const LOCKS: readonly LockPlan[] = [
  { id: 3701, name: 'Marais, porte', keypadId: 'Kp4Mr1Zs', prefix: '18', batteryMillivolts: 7420 },
  { id: 3702, name: 'Canal, porte', keypadId: 'Kp8Cn2Lt', prefix: '', batteryMillivolts: 7105 },
  { id: 3703, name: 'Montmartre, porte', keypadId: 'Kp3Mm7Wd', prefix: '07', batteryMillivolts: 6890 },
  { id: 3704, name: 'Croix-Rousse, porte', keypadId: 'Kp6Xr9Nv', prefix: '', batteryMillivolts: 7312 },
  { id: 3705, name: 'Vieux Lyon, porte', keypadId: 'Kp2Vl5Tb', prefix: '33', batteryMillivolts: 6450 },
  { id: 3706, name: "Presqu'île, porte", keypadId: 'Kp9Pq4Rc', prefix: '', batteryMillivolts: 7777 },
  { id: GATE, name: 'Lyon, portail commun', keypadId: 'Kp5Gt8Hy', prefix: '52', batteryMillivolts: 7010 },
  { id: 3708, name: "Montmartre, entrée de l'immeuble", keypadId: 'Kp7Mn3Qe', prefix: '', batteryMillivolts: 4065 },
];

export const PARIS_GATEWAY: DemoAccessory = { id: 8101, stringId: 'Gw1Paris', name: 'Passerelle Paris', type: GATEWAY };
const LYON_GATEWAY: DemoAccessory = { id: 8102, stringId: 'Gw2Lyon0', name: 'Passerelle Lyon', type: GATEWAY };
const LYON_LOCKS: readonly number[] = [3704, 3705, 3706, GATE];
/** The lock that also has a remote control. */
export const REMOTE_LOCK = 3706;
export const REMOTE_ID = 'Rm1Presq';

export function demoLocks(timeZone: string): readonly DemoLock[] {
  return LOCKS.map((lock, index) => ({
    id: lock.id,
    localId: String(17_000 + index),
    name: lock.name,
    timeZone,
    batteryMillivolts: lock.batteryMillivolts,
    accessories: [
      LYON_LOCKS.includes(lock.id) ? LYON_GATEWAY : PARIS_GATEWAY,
      { id: 8201 + index, stringId: lock.keypadId, name: `Digicode ${lock.name}`, type: KEYPAD },
      ...(lock.id === REMOTE_LOCK ? [{ id: 8301, stringId: REMOTE_ID, name: 'Télécommande', type: REMOTE } as const] : []),
    ],
  }));
}

export function demoApartments(timeZone: string): readonly DemoApartment[] {
  const mapped = UNITS.map(({ id, name, street, city }) => ({ id, name, street, city, timeZone }));
  return [...mapped, { id: PARKING, name: 'Parking Bellecour', street: '904 Place Imaginaire', city: LYON, timeZone }];
}

/** Throws on locks that the portfolio does not have. */
export function lockPlan(id: number): LockPlan {
  const plan = LOCKS.find((lock) => lock.id === id);
  if (plan === undefined) throw new Error(`the portfolio has no lock ${id}`);
  return plan;
}
export function unitPlan(id: number): DemoUnit | null {
  return UNITS.find((unit) => unit.id === id) ?? null;
}

/** What a user would have entered in the mapping editor: input of `mappingSchema`. */
export function demoMappingInput(timeZone: string): unknown {
  return {
    units: UNITS.map((unit) => ({
      unitId: unit.id,
      name: unit.name,
      doors: unit.lockIds.map((lockId) => ({ lockId, keypadId: lockPlan(lockId).keypadId, prefix: lockPlan(lockId).prefix })),
      checkIn: unit.checkIn,
      checkOut: unit.checkOut,
      bufferBeforeMinutes: unit.bufferBeforeMinutes,
      timeZone,
    })),
    locks: mappingLocks(demoLocks(timeZone)),
  };
}

/** The locks of a mapping as discovery would find them. */
export function mappingLocks(locks: readonly DemoLock[]): readonly unknown[] {
  return locks.map(({ id, name, timeZone, accessories }) => ({
    lockId: id,
    name,
    timeZone,
    keypads: accessories.filter(({ type }) => type === KEYPAD).map((keypad) => ({ keypadId: keypad.stringId, name: keypad.name })),
  }));
}
