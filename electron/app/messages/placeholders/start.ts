/** Switching placeholders on: what would be set for whom. The list is read once, since a key may be taken; nothing is set before the user agrees. */
import type { CloudFailure } from '../../../../shared/errors.ts';
import type { MemoryChange } from '../../../../shared/domain/memory.ts';
import type { PlanInput } from '../../../../shared/domain/plan.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import { placeholderKey } from '../../../../shared/domain/told.ts';
import type { Telling } from '../../../../shared/domain/told.ts';
import { placeholderLine, placeholderProblems } from '../../../../shared/messages/placeholders/lines.ts';
import { keptAfter, stepFor, targetsOf } from '../../../../shared/messages/placeholders/steps.ts';
import { placeholderFacts, wantedPlaceholders } from '../../../../shared/messages/placeholders/wanted.ts';
import type { Digests } from '../../../../shared/messages/shown.ts';
import type { StayToTell } from '../../../../shared/messages/stay-to-tell.ts';
import { ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import type { BookingPlaceholders, CallOptions } from '../../ports/clouds.ts';

export interface PlaceholderStart {
  /** For each stay: `due` is set with the next sync, `scheduled` later. */
  readonly lines: readonly Telling[];
  /** What the user has to change for some of them. */
  readonly problems: readonly Problem[];
  /** When the user agrees. The way itself is switched on in the settings. */
  readonly remember: readonly MemoryChange[];
}

export async function startOfPlaceholders(
  guests: BookingPlaceholders,
  input: PlanInput,
  stays: readonly StayToTell[],
  digests: Digests,
  options: CallOptions = {},
): Promise<Result<PlaceholderStart, CloudFailure>> {
  const listed = await guests.listPlaceholders(options);
  if (!listed.ok) return listed;
  const { settings, memory, nowMs } = input;
  const started = { kind: 'way-started', key: 'placeholder', value: { sinceMs: Math.round(nowMs) } } as const;
  const before = { ...memory.remembered, 'way-started': new Map([...memory.remembered['way-started'], [started.key, started.value]]) };
  const facts = placeholderFacts(
    { ...input, settings: { ...settings, sending: { ...settings.sending, placeholder: true } }, memory: { ...memory, remembered: before } },
    digests,
  );
  const wanted = wantedPlaceholders(stays, facts);
  const scope = { claim: null, bookings: new Map(), hasCode: () => true, isComplete: false };
  const taken = targetsOf(wanted, facts, scope).flatMap((target) => {
    const step = stepFor(target, listed.value, facts);
    const kept = step.kind === 'taken' || step.kind === 'translated' ? keptAfter(target, step, facts.nowMs) : null;
    return kept === null ? [] : [[placeholderKey(target), kept] as const];
  });
  const after = { ...before, placeholder: new Map([...before.placeholder, ...taken]) };
  return ok({
    lines: wanted.map((one) => placeholderLine(one, after)),
    problems: placeholderProblems(wanted, after, facts.nowMs),
    remember: [started],
  });
}
