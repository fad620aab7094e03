/** The Keys' JSON to domain values. Pure. null means that the answer has an unknown shape, which is a failure and never an empty list. */
import type { Code, KeypadSummary, LockListing, LockSummary, UnreadShare } from '../../../shared/domain/code.ts';
import type { CodeId, LockId } from '../../../shared/domain/ids.ts';
import { isTimeZone } from '../../../shared/time.ts';
import { mapGateways } from './gateways.ts';
import {
  mapDate,
  mapDescription,
  mapCount,
  mapMillivolts,
  mapName,
  mapPastInstant,
  mapPin,
  mapSwitch,
  mapTime,
  hasSchedule,
} from './values.ts';
import {
  KEYPAD_TYPE,
  wireAccessoryKind,
  wireAccount,
  wireAnyShare,
  wireCreated,
  wireKeypad,
  wireKeypadShare,
  wireLock,
  wireLogin,
  wireShareList,
  wireUnreadShare,
  wireUser,
  type WireKeypadShare,
} from './wire.ts';

/** The lifetime of a token whose answer does not state one (cloud-facts K4). */
const DEFAULT_TOKEN_LIFETIME_SECONDS = 3600;

export interface LoginAnswer {
  readonly token: string;
  readonly lifetimeMs: number;
}

/** The answer to signing in, or null without a usable token. */
export function mapLogin(json: unknown): LoginAnswer | null {
  const login = wireLogin.safeParse(json);
  if (!login.success) return null;
  const token = login.data.access_token ?? login.data.token;
  if (token === undefined) return null;
  const statedSeconds = login.data.expires_in ?? 0;
  return { token, lifetimeMs: (statedSeconds > 0 ? statedSeconds : DEFAULT_TOKEN_LIFETIME_SECONDS) * 1000 };
}

/**
 * The keypad codes in the data of `partage/all/serrure/{lockId}`, without shares of gateways and remotes. null when the list is missing. A share
 * that lacks its accessory's type, or a keypad share that lacks an id, a keypad id or a readable description, is listed as unread: it may be a
 * code, and one that is overlooked would be created a second time.
 */
export function mapListing(lockId: LockId, data: unknown): LockListing | null {
  const list = wireShareList.safeParse(data);
  if (!list.success) return null;
  const codes: Code[] = [];
  const unread: UnreadShare[] = [];
  for (const item of list.data.partages_accessoire) {
    const share = wireAnyShare.safeParse(item);
    if (share.success && share.data.accessoire.type !== KEYPAD_TYPE) continue;
    const keypadShare = wireKeypadShare.safeParse(item);
    if (share.success && keypadShare.success) codes.push(mapCode(lockId, keypadShare.data));
    else unread.push(mapUnread(item));
  }
  return { lockId, codes, ...(unread.length === 0 ? {} : { unread }) };
}

function mapUnread(item: unknown): UnreadShare {
  const { id, description, accessoire } = wireUnreadShare.parse(item);
  return {
    codeId: id ?? null,
    keypadId: accessoire?.id_accessoire ?? null,
    description: description === undefined ? null : mapDescription(description),
  };
}

/** The keypads in the data of a share list, each once. null as in `mapListing`. */
export function mapKeypadsOfShares(data: unknown): readonly KeypadSummary[] | null {
  const list = wireShareList.safeParse(data);
  if (!list.success) return null;
  return mapKeypads(list.data.partages_accessoire);
}

/** The account's id in the data of `utilisateur/get/{username}`, or null. */
export function mapAccountId(data: unknown): number | null {
  const user = wireUser.safeParse(data);
  return user.success ? user.data.id : null;
}

/**
 * The locks in the data of `utilisateur/get/{username}`. null when the list is missing or a lock has no id. Unreadable accessories are left
 * out: the caller looks elsewhere for the keypads of a lock that has none here.
 */
export function mapLocks(data: unknown, nowMs: number): readonly LockSummary[] | null {
  const account = wireAccount.safeParse(data);
  if (!account.success) return null;
  const locks: LockSummary[] = [];
  for (const item of account.data.serrures) {
    const lock = wireLock.safeParse(item);
    if (!lock.success) return null;
    const { id, nom, timezone, battery, battery_date: measured, accessoires } = lock.data;
    const batteryAtMs = mapPastInstant(measured, nowMs);
    const logSequence = mapCount(lock.data.logSequence);
    const gateway = mapGateways(accessoires, nowMs);
    locks.push({
      id,
      name: mapName(nom),
      timeZone: typeof timezone === 'string' && isTimeZone(timezone) ? timezone : null,
      batteryMillivolts: mapMillivolts(battery),
      ...(batteryAtMs === null ? {} : { batteryAtMs }),
      ...(logSequence === null ? {} : { logSequence }),
      keypads: Array.isArray(accessoires) ? mapKeypads(accessoires) : [],
      ...(gateway === undefined ? {} : { gateway }),
    });
  }
  return locks;
}

/** The new code's id in the data of a create; null without one. */
export function mapCreatedId(data: unknown): CodeId | null {
  const created = wireCreated.safeParse(data);
  return created.success ? created.data.id : null;
}

function mapCode(lockId: LockId, share: WireKeypadShare): Code {
  return {
    id: share.id,
    lockId,
    keypadId: share.accessoire.id_accessoire,
    name: mapName(share.nom),
    ...mapPin(share.code),
    active: mapSwitch(share.actif),
    startDate: mapDate(share.date_debut),
    startTime: mapTime(share.heure_debut),
    endDate: mapDate(share.date_fin),
    endTime: mapTime(share.heure_fin),
    description: mapDescription(share.description),
    hasSchedule: hasSchedule(share.horaires),
    notificationEnabled: mapSwitch(share.notification_enabled) === true,
  };
}

/** From items that contain an `accessoire`, or that are one. */
function mapKeypads(items: readonly unknown[]): readonly KeypadSummary[] {
  const keypads = new Map<string, KeypadSummary>();
  for (const item of items) {
    const nested = wireAnyShare.safeParse(item);
    const accessory: unknown = nested.success ? nested.data.accessoire : item;
    const kind = wireAccessoryKind.safeParse(accessory);
    const keypad = wireKeypad.safeParse(accessory);
    if (!kind.success || kind.data.type !== KEYPAD_TYPE || !keypad.success) continue;
    const keypadId = keypad.data.id_accessoire;
    if (!keypads.has(keypadId)) keypads.set(keypadId, { keypadId, name: mapName(keypad.data.nom) });
  }
  return [...keypads.values()];
}
