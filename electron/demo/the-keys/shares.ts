/** The locks and shares The Keys demo cloud keeps, in memory: rules of creating and changing, and what the doors know of it. */
import type { CodeId, KeypadId, LockId } from '../../../shared/domain/ids.ts';
import { KEYPAD } from '../seed.ts';
import type { DemoAccessory, DemoLock, DemoShare, ShareInput, TheKeysSeed } from '../seed.ts';
import { windowOpens } from './door.ts';
import type { ShareForm } from './form.ts';
import type { TheKeysSwitches } from './switches.ts';

const FIRST_SHARE_ID = 684_000;

export type ShareEventKind = 'created' | 'updated' | 'deleted';
/** Every change of a share, oldest first. `by` tells requests from changes made past the API. */
export interface ShareEvent {
  readonly atMs: number;
  readonly kind: ShareEventKind;
  readonly by: 'request' | 'demo';
  readonly before: DemoShare | null;
  readonly after: DemoShare | null;
}
export type ShareOutcome =
  | { readonly kind: 'done'; readonly share: DemoShare }
  | { readonly kind: 'missing' }
  | { readonly kind: 'form-error'; readonly errors: readonly string[] };

export interface ShareStore {
  lock(id: LockId): DemoLock | null;
  locks(): readonly DemoLock[];
  share(id: CodeId): DemoShare | null;
  /** Every share of a lock, gateway and remote ones included. */
  shares(lockId: LockId): readonly DemoShare[];
  create(lock: DemoLock, accessory: DemoAccessory, form: ShareForm, switches: TheKeysSwitches): ShareOutcome;
  update(id: CodeId, form: ShareForm, switches: TheKeysSwitches): ShareOutcome;
  remove(id: CodeId, by: ShareEvent['by']): DemoShare | null;
  /** Puts a share in past the API. Throws when lock or accessory are unknown. */
  put(input: ShareInput): DemoShare;
  change(id: CodeId, changes: Partial<Omit<DemoShare, 'id' | 'lockId'>>): DemoShare;
  setForeign(lockId: LockId, foreign: boolean): void;
  events(): readonly ShareEvent[];
  /** Whether the PIN (without prefix) opens at that moment, given when the door learnt of changes. */
  opens(lockId: LockId, keypadId: KeypadId, pin: string, atMs: number, switches: TheKeysSwitches): boolean;
}

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

export function createShareStore(seed: TheKeysSeed, nowMs: () => number): ShareStore {
  const locks = new Map<LockId, DemoLock>(seed.locks.map((lock) => [lock.id, lock]));
  const shares = new Map<CodeId, DemoShare>();
  const events: ShareEvent[] = [];
  let nextId = FIRST_SHARE_ID;

  const ofLock = (lockId: LockId): DemoShare[] => [...shares.values()].filter((share) => share.lockId === lockId);
  const save = (after: DemoShare, by: ShareEvent['by']): DemoShare => {
    const before = shares.get(after.id) ?? null;
    shares.set(after.id, after);
    events.push({ atMs: nowMs(), kind: before === null ? 'created' : 'updated', by, before, after });
    return after;
  };
  const freshId = (): CodeId => {
    nextId += 1;
    return nextId - 1;
  };
  const build = (input: ShareInput): DemoShare => {
    const { keypadId, ...rest } = input;
    const accessory = locks.get(input.lockId)?.accessories.find((one) => one.stringId === keypadId);
    if (accessory === undefined) throw new Error(`lock ${input.lockId} has no accessory ${keypadId}`);
    const id = input.id ?? freshId();
    nextId = Math.max(nextId, id + 1);
    return { ...EMPTY, ...rest, id, accessory };
  };

  for (const input of seed.shares) {
    const share = build(input);
    if (shares.has(share.id)) throw new Error(`share ${share.id} exists already`);
    shares.set(share.id, share);
  }
  const seeded = [...shares.values()];

  return {
    lock: (id) => locks.get(id) ?? null,
    locks: () => [...locks.values()],
    share: (id) => shares.get(id) ?? null,
    shares: ofLock,
    create(lock, accessory, form, switches) {
      const id = freshId();
      const wanted = applyForm({ ...EMPTY, active: false, id, lockId: lock.id, accessory, name: '', code: '', ...given(form) }, id);
      const errors = checkShare(wanted, ofLock(lock.id), switches);
      if (errors.length > 0) return { kind: 'form-error', errors };
      return { kind: 'done', share: save(wanted, 'request') };
    },
    update(id, form, switches) {
      const before = shares.get(id);
      if (before === undefined) return { kind: 'missing' };
      const cleared = { ...EMPTY, active: false, id, lockId: before.lockId, accessory: before.accessory, name: '', code: '' };
      const wanted = applyForm({ ...(switches.clearing ? cleared : before), ...given(form) }, id);
      const errors = checkShare(wanted, ofLock(before.lockId), switches);
      if (errors.length > 0) return { kind: 'form-error', errors };
      return { kind: 'done', share: save(wanted, 'request') };
    },
    remove(id, by) {
      const before = shares.get(id) ?? null;
      if (before === null) return null;
      shares.delete(id);
      events.push({ atMs: nowMs(), kind: 'deleted', by, before, after: null });
      return before;
    },
    put: (input) => save(build(input), 'demo'),
    change(id, changes) {
      const before = shares.get(id);
      if (before === undefined) throw new Error(`there is no share ${id}`);
      return save({ ...before, ...changes, id }, 'demo');
    },
    setForeign(lockId, foreign) {
      const lock = locks.get(lockId);
      if (lock !== undefined) locks.set(lockId, { ...lock, foreign });
    },
    events: () => events,
    opens(lockId, keypadId, pin, atMs, switches) {
      const zone = locks.get(lockId)?.timeZone;
      if (zone === undefined) return false;
      const known = new Map(seeded.map((share) => [share.id, share]));
      for (const event of events) {
        const learnt = !switches.gatewayOffline && event.atMs + switches.syncDelayMs <= atMs;
        const id = (event.after ?? event.before)?.id;
        if (!learnt || id === undefined) continue;
        if (event.after === null) known.delete(id);
        else known.set(id, event.after);
      }
      return [...known.values()].some(
        (share) =>
          share.lockId === lockId &&
          share.accessory.stringId === keypadId &&
          share.accessory.type === KEYPAD &&
          share.code === pin &&
          share.active &&
          windowOpens(share, zone, atMs),
      );
    },
  };
}

/** The form's fields without its nulls for texts that a share always has. */
function given(form: ShareForm): Partial<DemoShare> {
  const { name, code, ...rest } = form;
  return { ...rest, ...(name === undefined ? {} : { name: name ?? '' }), ...(code === undefined ? {} : { code: code ?? '' }) };
}

/** A share without a code gets one from the server: a PIN on a keypad, a secret elsewhere. */
function applyForm(share: DemoShare, id: CodeId): DemoShare {
  if (share.code !== '') return share;
  const digits = String((id * 7919) % 10_000).padStart(4, '0');
  return { ...share, code: share.accessory.type === KEYPAD ? digits : `DemoSecret${digits}${digits}`.slice(0, 16) };
}

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
  if (isNew && switches.codesPerKeypad !== null && others.length >= switches.codesPerKeypad) errors.push('the keypad is full');
  return errors;
}
