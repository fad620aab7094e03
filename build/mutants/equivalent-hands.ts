/** Equivalent mutants of `shared/reconcile/hands` (see equivalent.ts). */
import type { Equivalent } from './equivalent.ts';

export const EQUIVALENT_HANDS: readonly Equivalent[] = [
  {
    file: 'shared/reconcile/hands/hand-window.ts',
    line: 'const others = stays.filter(({ id, unitId }) => unitId === claim.unitId && id !== claim.id).map((stay) => stay.window);',
    replacement: 'true',
    because: 'Its own window, which begins and ends at the same moments, limits nothing.',
  },
  {
    file: 'shared/reconcile/hands/hand-window.ts',
    line: 'return other !== undefined && other < one ? other : one;',
    replacement: 'true',
    because: 'Nothing sorts before what is missing.',
  },
  {
    file: 'shared/reconcile/hands/hand-window.ts',
    line: 'return other !== undefined && other < one ? other : one;',
    replacement: 'other <= one',
    because: 'Of two equal moments, either is the same.',
  },
  {
    file: 'shared/reconcile/hands/hand-window.ts',
    line: 'return other !== undefined && other > one ? other : one;',
    replacement: 'true',
    because: 'Nothing sorts after what is missing.',
  },
  {
    file: 'shared/reconcile/hands/hand-window.ts',
    line: 'return other !== undefined && other > one ? other : one;',
    replacement: 'other >= one',
    because: 'Of two equal moments, either is the same.',
  },
  {
    file: 'shared/reconcile/hands/seen-off.ts',
    line: '[...wishes.stays].flatMap(([id, { blockedSinceMs, guest }]) => (blockedSinceMs === null || guest.length > 0 ? [] : [id])),',
    replacement: '["Stryker was here"]',
    because: 'No booking has that id.',
  },
  {
    file: 'shared/reconcile/hands/seen-off.ts',
    line: 'const found = unknown.size === 0 ? [] : knownBookings(bookings, lookups).filter(({ id }) => unknown.has(id));',
    replacement: 'false',
    because: 'Only saves time: without any such wish, no booking is found.',
  },
  {
    file: 'shared/reconcile/hands/seen-off.ts',
    line: 'const found = unknown.size === 0 ? [] : knownBookings(bookings, lookups).filter(({ id }) => unknown.has(id));',
    replacement: '["Stryker was here"]',
    because: 'A booking without a contact has no digests.',
  },
  {
    file: 'shared/reconcile/hands/seen-off.ts',
    line: 'const guest = off.length > 0 && off.length === claim.managed.length ? digestsOf(claim, input) : [];',
    replacement: 'true',
    because: 'Only saves time: where no code is off, no guest is remembered.',
  },
  {
    file: 'shared/reconcile/hands/seen-off.ts',
    line: 'const guest = off.length > 0 && off.length === claim.managed.length ? digestsOf(claim, input) : [];',
    replacement: 'off.length >= 0',
    because: 'Only saves time: where no code is off, no guest is remembered.',
  },
  {
    file: 'shared/reconcile/hands/seen-off.ts',
    line: "return value === before || JSON.stringify(value) === JSON.stringify(before) ? [] : [{ kind: 'seen-off', key: String(code.id), value }];",
    replacement: 'false',
    because: 'Only saves time: what is the same has the same text.',
  },
  {
    file: 'shared/reconcile/hands/sent-codes.ts',
    line: 'const changes = differences(code, { name: code.name, active: true, description: code.description, notificationEnabled: false, ...as });',
    replacement: 'false',
    because: 'Only what differs in the times is looked at.',
  },
  {
    file: 'shared/reconcile/hands/sent-codes.ts',
    line: 'const changes = differences(code, { name: code.name, active: true, description: code.description, notificationEnabled: false, ...as });',
    replacement: 'true',
    because: 'Only what differs in the times is looked at.',
  },
  {
    file: 'shared/reconcile/hands/sent-codes.ts',
    line: "const time = (moment: LocalDateTime) => moment.slice(11) as CodeRecord['startTime'];",
    replacement: '() => undefined',
    because: 'The moments are compared as well.',
  },
  {
    file: 'shared/reconcile/hands/changed-codes.ts',
    line: 'if (change.pin && code.pin !== null && retiredPins(claim, input)(code.pin)) {',
    replacement: 'true',
    because: 'A PIN that differs is known: only the type asks.',
  },
  {
    file: 'shared/reconcile/hands/changed-codes.ts',
    line: 'if (pin === null) return;',
    replacement: 'false',
    because: 'The PIN differs from a known one: only the type asks.',
  },
  {
    file: 'shared/reconcile/hands/changed-codes.ts',
    line: 'if (booking === null || wish === undefined || (wish.from === null && wish.until === null)) return window;',
    replacement: 'false',
    because: 'A person has no wish for a stay: only the type asks.',
  },
  {
    file: 'shared/reconcile/hands/blocked-guests.ts',
    line: '...[...out].flatMap(([id, guest]) => (claims.some((claim) => claim.id === id && !isOut(claim)) ? [] : guest)),',
    replacement: '["Stryker was here"]',
    because: 'No guest has that digest.',
  },
  {
    file: 'shared/reconcile/hands/blocked-guests.ts',
    line: 'const isBlocked = (): boolean => blocked.size > 0 && digestsOf(claim, input).some((digest) => blocked.has(digest) && !isShared(digest));',
    replacement: 'true',
    because: 'Only saves time: where nobody is blocked, no digest is.',
  },
  {
    file: 'shared/reconcile/hands/blocked-guests.ts',
    line: 'const isBlocked = (): boolean => blocked.size > 0 && digestsOf(claim, input).some((digest) => blocked.has(digest) && !isShared(digest));',
    replacement: 'blocked.size >= 0',
    because: 'Only saves time: where nobody is blocked, no digest is.',
  },
  {
    file: 'shared/reconcile/hands/blocks.ts',
    line: 'if (letIn !== undefined && isPending && (isOverruled || (off.length === 0 && isAllRead())))',
    replacement: 'true',
    because: 'One that is pending is known: only the type asks.',
  },
  {
    file: 'shared/reconcile/hands/deleted-codes.ts',
    line: "if (remember.some((change) => change.kind === 'deleted-by-hand' && change.key === key)) continue;",
    replacement: 'true',
    because: 'No other kind that is changed here has the key of a place.',
  },
  {
    file: 'shared/reconcile/hands/deleted-codes.ts',
    line: 'const isLetIn = letInSinceMs !== null && letInSinceMs >= known.atMs;',
    replacement: 'true',
    because: 'null is before every moment.',
  },
];
