/** What needs the user: every matter there is, and the list the window shows of them. Pure. */
import type { AttentionItem } from '../../../shared/domain/app-state.ts';
import type { Facts } from '../status/facts.ts';
import type { Matter, MatterProvider } from './matter.ts';
import { arrival, NO_SYNCS } from './matters/arrival.ts';
import { doorHealth } from './matters/door-health.ts';
import { afterSleep } from './stays/after-sleep.ts';
import { bookedAgain } from './stays/booked-again.ts';
import { clock } from './matters/clock.ts';
import { credentials } from './matters/credentials.ts';
import { held } from './matters/held.ts';
import { historyRecovered } from './matters/history-recovered.ts';
import { keychain } from './matters/keychain.ts';
import { leftOut } from './matters/left-out.ts';
import { noSync } from './matters/no-sync.ts';
import { otherAccount } from './matters/other-account.ts';
import { otherProblem } from './matters/other-problem.ts';
import { refused } from './matters/refused.ts';
import { settingsRecovered } from './matters/settings-recovered.ts';
import { setup } from './matters/setup.ts';
import { byHand } from './stays/by-hand.ts';
import { placeholderStays } from './stays/placeholder-stays.ts';
import { unreachable } from './matters/unreachable.ts';
import { splitMessage } from './split-message.ts';
import { wishesRecovered } from './matters/wishes-recovered.ts';

/** In the order in which matters of the same severity are listed. */
export const MATTERS: readonly MatterProvider[] = [
  arrival,
  setup,
  credentials,
  keychain,
  held,
  otherAccount,
  bookedAgain,
  byHand,
  placeholderStays,
  unreachable,
  refused,
  clock,
  doorHealth,
  noSync,
  otherProblem,
  leftOut,
  settingsRecovered,
  wishesRecovered,
  historyRecovered,
  afterSleep,
];

/** Why no sync works. Where a guest is hindered by that, the guest is what is urgent. */
const STOPS_SYNCS: ReadonlySet<string> = new Set(['credentials', 'keychain', 'unreachable', 'refused', 'no-sync']);
function as(severity: AttentionItem['severity'], matter: Matter): Matter {
  return matter.item === null ? matter : { ...matter, item: { ...matter.item, severity } };
}
/**
 * The list of guests shows such a stay as urgent, whatever is wrong with it: so does the first of what there is to do about it. One urgent
 * matter is enough for a guest.
 */
function withGuestsInTrouble(matters: readonly Matter[], { stays }: Facts): readonly Matter[] {
  const inTrouble = new Set(stays.flatMap(({ stay, verdict }) => (verdict === 'action-needed' ? [stay.booking.id] : [])));
  for (const { item } of matters) if (item?.severity === 'urgent' && item.bookingId != null) inTrouble.delete(item.bookingId);
  return matters.map((matter) => {
    const bookingId = matter.item?.bookingId ?? null;
    return bookingId !== null && inTrouble.delete(bookingId) ? as('urgent', matter) : matter;
  });
}

/** Most pressing first: urgent, then warnings, then what is not listed and has a notification only. Each key once. */
export function mattersOf(facts: Facts, providers: readonly MatterProvider[] = MATTERS): readonly Matter[] {
  const claimed = new Set(providers.flatMap(({ problemKinds = [] }) => problemKinds));
  const unclaimed = facts.problems.filter(({ kind }) => !claimed.has(kind));
  const byKey = new Map<string, Matter>();
  for (const matter of providers.flatMap((provider) => provider.find(facts, unclaimed))) {
    if (!byKey.has(matter.key)) byKey.set(matter.key, matter);
  }
  const isGuestHindered = byKey.get(NO_SYNCS)?.item != null;
  const matters = [...byKey.values()].map((matter) => (isGuestHindered && STOPS_SYNCS.has(matter.kind) ? as('warning', matter) : matter));
  const bySeverity = Map.groupBy(withGuestsInTrouble(matters, facts), ({ item }) => item?.severity ?? 'unlisted');
  return (['urgent', 'warning', 'unlisted'] as const).flatMap((severity) => bySeverity.get(severity) ?? []);
}

export function attentionItems(matters: readonly Matter[]): readonly AttentionItem[] {
  return matters.flatMap(({ key, kind, target, item }): readonly AttentionItem[] => {
    if (item === null) return [];
    const [title, message] = item.title === undefined ? splitMessage(item.message) : [item.title, item.message];
    const { severity, cloud = null, bookingId = null, unitId = null, lockId = null, question = null, holds, bookings } = item;
    const more = { ...(holds !== undefined && { holds }), ...(bookings !== undefined && { bookings }) };
    return [{ key, kind, severity, cloud, bookingId, unitId, lockId, title, message, target, question, ...more }];
  });
}
