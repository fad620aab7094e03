/** Mutants that change nothing that could be observed, each with its reason. `npm run mutants` fails for any other that survives. */

export interface Equivalent {
  readonly file: string;
  /** The line as it is in the source, without the spaces around it. */
  readonly line: string;
  /** What the mutant has instead of a part of the line. */
  readonly replacement: string;
  readonly because: string;
}

const BOOKINGS = 'shared/reconcile/bookings.ts';
const PLAN = 'shared/reconcile/plan.ts';

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: 'shared/reconcile/removals/inside.ts',
    line: 'if (unitId === null || since === null) return false;',
    replacement: 'false',
    because: 'Nothing sorts after null, so no stay has begun since then.',
  },
  {
    file: 'shared/reconcile/removals/day-ledger.ts',
    line: "return this.#input.memory.remembered['live-codes'].get(SAMPLES_KEY)?.samples ?? [];",
    replacement: '["Stryker was here"]',
    because: 'A sample without a time is neither a day old nor kept.',
  },
  {
    file: 'shared/reconcile/removals/unmapped-codes.ts',
    line: 'if (onlyExtends(input) && lastDay < record.oldDay) continue;',
    replacement: 'lastDay <= record.oldDay',
    because: 'A code that ends on that day has been left alone before.',
  },
  {
    file: BOOKINGS,
    line: 'arrival: one.arrival < other.arrival ? one.arrival : other.arrival,',
    replacement: 'one.arrival <= other.arrival',
    because: 'Of two equal days, either is the same.',
  },
  {
    file: BOOKINGS,
    line: 'departure: one.departure > other.departure ? one.departure : other.departure,',
    replacement: 'one.departure >= other.departure',
    because: 'Of two equal days, either is the same.',
  },
  {
    file: PLAN,
    line: "if (operation.kind !== 'create') busy.add(operation.kind === 'move' ? operation.from.codeId : operation.codeId);",
    replacement: 'true',
    because: 'A create has no code: no code is missing from the others.',
  },
  {
    file: PLAN,
    line: "if (operation.kind !== 'create') busy.add(operation.kind === 'move' ? operation.from.codeId : operation.codeId);",
    replacement: '""',
    because: 'A create has no code: no code is missing from the others.',
  },
  {
    file: PLAN,
    line: "stays.push({ booking: shownBooking(booking), unitName: unit?.name ?? '', times: { start, end }, doors });",
    replacement: 'unit.name',
    because: 'A stay has a unit: only the type of claims allows none.',
  },
  {
    file: PLAN,
    line: "stays.push({ booking: shownBooking(booking), unitName: unit?.name ?? '', times: { start, end }, doors });",
    replacement: '"Stryker was here!"',
    because: 'A stay has a unit: only the type of claims allows none.',
  },
  {
    file: PLAN,
    line: 'if (open.length === 0) continue;',
    replacement: 'false',
    because: 'Only saves a draw: without a door the PIN is kept nowhere.',
  },
  {
    file: PLAN,
    line: 'if (pin !== null) for (const door of open) register.keepFor(id, door, pin);',
    replacement: 'true',
    because: 'Nobody draws a PIN that is null.',
  },
  {
    file: 'shared/reconcile/scope.ts',
    line: "return tag.kind === 'tagged' && tag.claimId === claim;",
    replacement: 'true',
    because: 'Only a tag has a claim: only the type asks what it is.',
  },
  {
    file: 'shared/reconcile/stay-window.ts',
    line: 'const widened = drafts.some(({ start, end }) => start.wanted !== undefined || end.wanted !== undefined)',
    replacement: 'true',
    because: 'Only saves time: nothing is widened where no booking asks for it.',
  },
  {
    file: 'shared/reconcile/stay-window.ts',
    line: "if (at(arrival, says) >= usualStart) return { ...usual, overruled: says < rules.checkIn ? null : overruled(says, 'later-than-usual') };",
    replacement: 'says <= rules.checkIn',
    because: 'A time that is as usual has been left alone before.',
  },
  {
    file: 'shared/reconcile/stay-window.ts',
    line: "if (at(departure, says) <= usualEnd) return { ...usual, overruled: says > rules.checkOut ? null : overruled(says, 'earlier-than-usual') };",
    replacement: 'says >= rules.checkOut',
    because: 'A time that is as usual has been left alone before.',
  },
  {
    file: 'shared/reconcile/verify.ts',
    line: "return tag.kind === 'tagged' && tag.claimId === wanted.claimId && (wanted.codeId === null || code.id === wanted.codeId);",
    replacement: 'true',
    because: 'Only a tag has a claim: only the type asks what it is.',
  },
  {
    file: 'shared/reconcile/stay-windows.ts',
    line: 'const neighbours = unitId === null ? [] : (byUnit.get(unitId) ?? []).filter((other) => other.id !== id);',
    replacement: '["Stryker was here"]',
    because: 'Every booking that is asked about is one of its unit: only the type allows that there are none.',
  },
  {
    file: 'shared/reconcile/continuity/follow-wishes.ts',
    line: 'if (![...stays.values()].some(carriesWishes)) return { input, wishes: new Map(), remember: [] };',
    replacement: 'false',
    because: 'Only saves time: nothing follows from wishes that say nothing.',
  },
  {
    file: 'shared/reconcile/removals/past-wishes.ts',
    line: 'if (old.length === 0) return { ids: [], remember };',
    replacement: 'false',
    because: 'Only saves time: of no wish that is old, none goes.',
  },
  {
    file: 'shared/reconcile/removals/guard.ts',
    line: "if (operation.kind === 'delete' && ASKED_FOR.has(operation.evidence)) return true;",
    replacement: 'true',
    because: 'Only a delete has evidence: only the type asks what it is.',
  },
  {
    file: 'shared/reconcile/trust/reading-order.ts',
    line: 'if (arrival < (nearest.get(lockId) ?? NO_ARRIVAL)) nearest.set(lockId, arrival);',
    replacement: 'arrival <= (nearest.get(lockId) ?? NO_ARRIVAL)',
    because: 'Of two equal days, either is the same.',
  },
  {
    file: 'shared/reconcile/refusals/created-codes.ts',
    line: 'pinMayLackZeros: false,',
    replacement: 'true',
    because: 'It has no PIN.',
  },
  {
    file: 'shared/reconcile/refusals/created-codes.ts',
    line: 'hasSchedule: false,',
    replacement: 'true',
    because: 'A code that no list shows is only deleted or moved, which a schedule does not prevent.',
  },
  {
    file: 'shared/reconcile/free-unit.ts',
    line: 'const edge = firstStarts[firstIndex(byEnd.length, (index) => (byEnd[index]?.end ?? from) > from)] ?? null;',
    replacement: 'byEnd[index].end',
    because: 'The place is one of the list: only the type allows that it is not.',
  },
  {
    file: 'shared/reconcile/free-unit.ts',
    line: 'lastEnds: (at) => lastEnds[firstIndex(byStart.length, (index) => (byStart[index]?.start ?? at) >= at) - 1] ?? null,',
    replacement: 'byStart[index].start',
    because: 'The place is one of the list: only the type allows that it is not.',
  },
  {
    file: 'shared/reconcile/continuity/same-guest.ts',
    line: 'if (!isCounted) for (const { guestName, contact } of all) count(names, guestName, contact);',
    replacement: 'true',
    because: 'Only saves time: counted again, names are the same.',
  },
  {
    file: 'shared/reconcile/continuity/same-guest.ts',
    line: 'isCounted = true;',
    replacement: 'false',
    because: 'Only saves time: counted again, names are the same.',
  },
  {
    file: 'shared/reconcile/continuity/blocked-periods.ts',
    line: "if (state !== 'blocked' || unitId === null || door === undefined || !isInWindow(booking, unit)) return [];",
    replacement: 'false',
    because: 'Without a unit there is no door: only the type needs both.',
  },
  {
    file: 'shared/reconcile/continuity/continuity.ts',
    line: 'const again = owners.size === 0 ? sorted : sortBookings(input, after, clock);',
    replacement: 'false',
    because: 'Only saves time: the same codes are sorted in the same way again.',
  },
  {
    file: 'shared/reconcile/hands/blocked-elsewhere.ts',
    line: 'const window = { start: EVER, end: NEVER };',
    replacement: '{}',
    because: 'Every other PIN of the plan is drawn by then: nobody asks which PINs are like this one.',
  },
  {
    file: 'shared/reconcile/hands/changed-codes.ts',
    line: 'if (pin === null) return;',
    replacement: 'false',
    because: 'Only a PIN that was sent can have changed: only the type allows that there was none.',
  },
  {
    file: 'shared/reconcile/hands/shared-pins.ts',
    line: 'if (shared.size === 0) return [];',
    replacement: 'false',
    because: 'Only saves time: of no shared PIN, none is told.',
  },
  {
    file: 'shared/reconcile/plan.ts',
    line: 'else if (isDue && booking !== null && times !== undefined) {',
    replacement: 'true',
    because: 'A stay has both: only the type of claims allows none.',
  },
  {
    file: 'shared/reconcile/plan.ts',
    line: 'const mayRunOut = pins !== undefined || observation.all.length >= PinRegister.runningOutFrom(pinLength);',
    replacement: 'true',
    because: 'Only saves time: with fewer codes and none created, no PINs run out.',
  },
  {
    file: 'shared/reconcile/stay-windows.ts',
    line: 'const unit = unitId === null ? null : (units.get(unitId) ?? null);',
    replacement: 'false',
    because: 'No unit has no number either: only the type asks.',
  },
  {
    file: 'shared/reconcile/stay-windows.ts',
    line: 'const neighbours = unitId === null ? [] : (byUnit.get(unitId) ?? []).filter((other) => other.id !== id);',
    replacement: 'byUnit.get(unitId) ?? []',
    because: 'A stay keeps clear of other stays only, so it is its own neighbour without effect.',
  },
  {
    file: 'shared/reconcile/stay-windows.ts',
    line: 'const neighbours = unitId === null ? [] : (byUnit.get(unitId) ?? []).filter((other) => other.id !== id);',
    replacement: 'true',
    because: 'A stay keeps clear of other stays only, so it is its own neighbour without effect.',
  },
  {
    file: 'shared/reconcile/observe.ts',
    line: 'if (hidden.size === 0) return managed;',
    replacement: 'false',
    because: 'Only saves time: with nothing hidden, the copy is the same.',
  },
  {
    file: 'shared/reconcile/stay-window.ts',
    line: 'function isPlain({ arrival, departure, checkIn, checkOut }: Booking): boolean {',
    replacement: '{}',
    because: 'Only saves time: the usual window is also what the whole computation finds.',
  },
  {
    file: 'shared/reconcile/stay-window.ts',
    line: 'return checkIn === null && checkOut === null && arrival !== departure;',
    replacement: 'false',
    because: 'Only saves time: the usual window is also what the whole computation finds.',
  },
  {
    file: 'shared/reconcile/windows.ts',
    line: 'return end !== null && end <= now;',
    replacement: 'true',
    because: 'null sorts neither before nor after a time.',
  },
  {
    file: 'shared/reconcile/continuity/other-stays.ts',
    line: "guestName: cutText(booking?.guestName ?? codes[0]?.name ?? '', MAX_NAME),",
    replacement: 'codes[0].name',
    because: 'Without a booking there is a code: only the type allows none.',
  },
  {
    file: 'shared/reconcile/continuity/other-stays.ts',
    line: "guestName: cutText(booking?.guestName ?? codes[0]?.name ?? '', MAX_NAME),",
    replacement: '"Stryker was here!"',
    because: 'Without a booking there is a code: only the type allows none.',
  },
];
