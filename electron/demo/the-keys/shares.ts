/** The locks and shares that The Keys demo cloud keeps in memory: the rules for changing them, and which doors they open. */
import { err, ok, type Result } from '../../../shared/result.ts';
import { localNow } from '../../../shared/time.ts';
import { KEYPAD, type DemoAccessory, type DemoLock, type DemoShare, type ShareInput, type TheKeysSeed } from '../seed.ts';
import type { DemoDoors } from './doors.ts';
import type { ShareForm } from './form.ts';
import type { TheKeysSwitches } from './switches.ts';

const FIRST_SHARE_ID = 684_000;

/** One change of a share. `by` separates requests from changes made past the API. */
export interface ShareEvent {
  readonly atMs: number;
  readonly kind: 'created' | 'updated' | 'deleted';
  readonly by: 'request' | 'demo';
  readonly before: DemoShare | null;
  readonly after: DemoShare | null;
}
export type ShareStore = ReturnType<typeof createShareStore>;

const EMPTY = {
  active: true,
  startDate: null,
  endDate: null,
  startTime: null,
  endTime: null,
  description: null,
  iddesc: null,
  notificationEnabled: false,
  schedule: [],
} as const;

export function createShareStore(seed: TheKeysSeed, doors: DemoDoors, nowMs: () => number) {
  const locks = new Map(seed.locks.map((lock) => [lock.id, lock]));
  const shares = new Map<number, DemoShare>();
  const events: ShareEvent[] = [];
  let nextId = FIRST_SHARE_ID;

  const madeAtMs = new Map<number, number>();

  const ofLock = (lockId: number): readonly DemoShare[] => [...shares.values()].filter((share) => share.lockId === lockId);
  const save = (after: DemoShare, by: ShareEvent['by']): DemoShare => {
    const before = shares.get(after.id) ?? null;
    shares.set(after.id, after);
    if (before === null && by === 'request') madeAtMs.set(after.id, nowMs());
    events.push({ atMs: nowMs(), kind: before === null ? 'created' : 'updated', by, before, after });
    return after;
  };
  const zoneOf = (lockId: number): string => locks.get(lockId)?.timeZone ?? 'Europe/Paris';
  const freshId = (): number => {
    nextId += 1;
    return nextId - 1;
  };
  const hasLearned = (lock: DemoLock, event: ShareEvent, atMs: number, switches: TheKeysSwitches): boolean =>
    (doors.learnsAtMs(lock, event.atMs, switches) ?? Infinity) <= atMs;
  /** The shares of a lock, by the changes that it has learned of until then. */
  const knownAt = (lock: DemoLock, atMs: number, switches: TheKeysSwitches): readonly DemoShare[] => {
    const known = new Map(seeded.flatMap((share) => (share.lockId === lock.id ? [[share.id, share] as const] : [])));
    for (const event of events) {
      const { id, lockId } = event.after ?? event.before ?? {};
      if (id === undefined || lockId !== lock.id || !hasLearned(lock, event, atMs, switches)) continue;
      if (event.after === null) known.delete(id);
      else known.set(id, event.after);
    }
    return [...known.values()];
  };
  const build = ({ keypadId, ...input }: ShareInput): DemoShare => {
    const accessory = locks.get(input.lockId)?.accessories.find((one) => one.stringId === keypadId);
    if (accessory === undefined) throw new Error(`lock ${input.lockId} has no accessory ${keypadId}`);
    const id = input.id ?? freshId();
    nextId = Math.max(nextId, id + 1);
    return { ...EMPTY, ...input, id, accessory };
  };
  /** Or the errors of the form. */
  const submit = (
    place: Pick<DemoShare, 'id' | 'lockId' | 'accessory'>,
    form: ShareForm,
    switches: TheKeysSwitches,
  ): Result<DemoShare, readonly string[]> => {
    const wanted = withCode({ ...EMPTY, active: false, name: '', code: '', ...place, ...form });
    const reasons = [
      ...checkShare(wanted, ofLock(place.lockId), switches),
      ...refusals(wanted, ofLock(place.lockId), switches, localNow(zoneOf(place.lockId), nowMs())),
    ];
    const errors = switches.clearMessages || reasons.length === 0 ? reasons : ['Formulaire invalide'];
    return errors.length > 0 ? err(errors) : ok(save({ ...wanted, ...keptTexts(wanted, switches) }, 'request'));
  };

  for (const input of seed.shares) {
    const share = build(input);
    if (shares.has(share.id)) throw new Error(`share ${share.id} exists already`);
    shares.set(share.id, share);
  }
  const seeded = [...shares.values()];

  return {
    lock: (id: number) => locks.get(id) ?? null,
    locks: (): readonly DemoLock[] => [...locks.values()],
    share: (id: number) => shares.get(id) ?? null,
    /** Every share of a lock, including those of gateways and remotes. */
    shares: ofLock,
    /** Those that the list of a lock shows by now. */
    listed: (lockId: number, { listDelayMs }: TheKeysSwitches) =>
      ofLock(lockId).filter(({ id }) => {
        const made = madeAtMs.get(id);
        // Without a delay also when the clock was set back meanwhile.
        return made === undefined || listDelayMs === 0 || (listDelayMs !== null && nowMs() - made >= listDelayMs);
      }),
    create: (lock: DemoLock, accessory: DemoAccessory, form: ShareForm, switches: TheKeysSwitches) =>
      submit({ id: freshId(), lockId: lock.id, accessory }, form, switches),
    update: (before: DemoShare, form: ShareForm, switches: TheKeysSwitches) => {
      const { id, lockId, accessory } = before;
      const kept = switches.switchingOff === 'ignored' ? { active: before.active } : {};
      return submit(switches.clearing ? { id, lockId, accessory, ...kept } : before, form, switches);
    },
    remove(id: number, by: ShareEvent['by']) {
      const before = shares.get(id);
      if (before === undefined) return;
      shares.delete(id);
      events.push({ atMs: nowMs(), kind: 'deleted', by, before, after: null });
    },
    /** Adds a share past the API. Throws when lock or accessory are unknown. */
    put: (input: ShareInput) => save(build(input), 'demo'),
    change: (id: number, changes: Partial<Omit<DemoShare, 'id' | 'lockId'>>) => {
      const before = shares.get(id);
      if (before === undefined) throw new Error(`there is no share ${id}`);
      return save({ ...before, ...changes, id }, 'demo');
    },
    setForeign: (lockId: number, foreign: boolean) => {
      const lock = locks.get(lockId);
      if (lock !== undefined) locks.set(lockId, { ...lock, foreign });
    },
    events: (): readonly ShareEvent[] => events,
    /** How many changes the lock has learned of. */
    learned: (lock: DemoLock, switches: TheKeysSwitches): number =>
      events.filter((event) => (event.after ?? event.before)?.lockId === lock.id && hasLearned(lock, event, nowMs(), switches)).length,
    /** The share whose PIN (without prefix) opens at that moment, by the changes that the lock has learned of until then. */
    opener(lockId: number, keypadId: string, pin: string, atMs: number, switches: TheKeysSwitches): DemoShare | null {
      const lock = locks.get(lockId);
      if (lock === undefined) return null;
      const opens = ({ accessory, code, active }: DemoShare): boolean =>
        accessory.stringId === keypadId && accessory.type === KEYPAD && code === pin && active;
      const now = localNow(lock.timeZone, atMs);
      return knownAt(lock, atMs, switches).find((share) => opens(share) && isWithinDates(share, now)) ?? null;
    },
  };
}

/** Dates and times are the ends of one interval, in the lock's time zone (cloud-facts K19). Without one of them, that end is open. */
function isWithinDates({ startDate, startTime, endDate, endTime }: DemoShare, now: string): boolean {
  const start = startDate === null ? null : `${startDate}T${startTime ?? '00:00'}`;
  const end = endDate === null ? null : `${endDate}T${endTime ?? '23:59'}`;
  return (start === null || start <= now) && (end === null || now < end);
}

/** What a cloud may refuse beyond its form, by the switches. Errors never contain values. */
function refusals(share: DemoShare, ofLock: readonly DemoShare[], switches: TheKeysSwitches, now: string): string[] {
  if (share.accessory.type !== KEYPAD) return [];
  const { refusedPins, missingDigits, refusedNames, pastStarts, refuseWith } = switches;
  const others = ofLock.filter(({ accessory, id }) => accessory.stringId === share.accessory.stringId && id !== share.id);
  const errors: string[] = [];
  if (refuseWith !== '') errors.push(refuseWith);
  if (refusedPins.split(',').includes(share.code)) errors.push('Ce code existe déjà');
  if ([...share.code].some((digit) => missingDigits.includes(digit))) errors.push('Le code contient un chiffre que ce clavier n’a pas');
  if (refusedNames === 'long' && Array.from(share.name).length > 20) errors.push('Le nom est trop long');
  if (refusedNames === 'characters' && !/^[a-z0-9 ]+$/i.test(share.name)) errors.push('Le nom contient des caractères non valides');
  if (refusedNames === 'repeated' && others.some(({ name }) => name === share.name)) errors.push('Ce nom est déjà utilisé');
  if (pastStarts === 'refuse' && share.startDate !== null && `${share.startDate}T${share.startTime ?? '00:00'}` < now)
    errors.push('La date de début est dans le passé');
  return errors;
}

function keptTexts({ name, description }: DemoShare, switches: TheKeysSwitches): Pick<DemoShare, 'name' | 'description'> {
  return { name: keptName(name, switches), description: switches.keptNotes === 'cut' ? (description?.slice(0, 60) ?? null) : description };
}

function keptName(name: string, { keptNames }: Pick<TheKeysSwitches, 'keptNames'>): string {
  switch (keptNames) {
    case 'as-sent':
      return name;
    case 'cut':
      return Array.from(name).slice(0, 20).join('');
    case 'fold':
      return name.normalize('NFD').replaceAll(/\p{M}/gu, '');
    case 'escape':
      return name.replaceAll(/[^ -%(-;=?-~]/gu, (character) => `&#${String(character.codePointAt(0))};`);
    case 'decompose':
      return name.normalize('NFD');
    case 'upper':
      return name.toUpperCase();
    case 'question-marks':
      return name.replaceAll(/[^ -~]/gu, '?');
  }
}

/** A share without a code gets one from the server: a PIN on a keypad, a secret elsewhere. */
function withCode(share: DemoShare): DemoShare {
  if (share.code !== '') return share;
  const digits = String((share.id * 7919) % 10_000).padStart(4, '0');
  return { ...share, code: share.accessory.type === KEYPAD ? digits : `DemoSecret${digits}${digits}`.slice(0, 16) };
}

const FULL = { english: 'the keypad is full', french: 'Nombre maximum de codes atteint', none: 'Formulaire invalide' } as const;

/** Errors name fields, never values. */
function checkShare(share: DemoShare, ofLock: readonly DemoShare[], switches: TheKeysSwitches): string[] {
  const errors: string[] = [];
  if (share.name === '') errors.push('nom: must not be blank');
  if (share.accessory.type !== KEYPAD) return errors;
  const { min, max } = switches.pinLengths;
  if (!/^[0-9]+$/.test(share.code)) errors.push('code: digits only');
  else if (share.code.length < min || share.code.length > max) errors.push('code: wrong length');
  const others = ofLock.filter((other) => other.accessory.stringId === share.accessory.stringId && other.id !== share.id);
  if (switches.duplicatePins === 'refuse' && others.some((other) => other.code === share.code)) errors.push('code: already in use');
  const isNew = !ofLock.some((other) => other.id === share.id);
  if (isNew && switches.codesPerKeypad !== null && others.length >= switches.codesPerKeypad) errors.push(FULL[switches.fullMessage]);
  return errors;
}
