/** Reads the account's placeholders, writes what differs, and reads them again: only the list says whether a request did anything. */
import type { CloudFailure } from '../../../../shared/errors.ts';
import type { Digests } from '../../../../shared/messages/shown.ts';
import { stepFor } from '../../../../shared/messages/placeholders/steps.ts';
import type { Step, Target } from '../../../../shared/messages/placeholders/steps.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import type { BookingPlaceholders, Placeholder } from '../../ports/clouds.ts';
import { isWrite, writeStep } from './write.ts';

export interface CarryOutOptions {
  readonly digests: Digests;
  readonly signal: AbortSignal;
  /** Before the first write. Those that it does not return are not carried out. */
  readonly onSteps: (steps: readonly TargetStep[]) => readonly TargetStep[];
  /** `failures`: an answered success counts. */
  readonly readsBack: 'always' | 'failures';
}
interface TargetStep {
  readonly target: Target;
  readonly step: Step<Placeholder>;
}
export interface Carried {
  readonly target: Target;
  /** What was to be done, by the first list. */
  readonly step: Step<Placeholder>;
  /** What is left to be done. */
  readonly now: Step<Placeholder>;
}

export async function carryOut(
  guests: BookingPlaceholders,
  targets: readonly Target[],
  { digests, signal, onSteps, readsBack }: CarryOutOptions,
): Promise<Result<readonly Carried[], CloudFailure>> {
  const listed = await guests.listPlaceholders({ signal });
  if (!listed.ok) return err(listed.error);
  const steps = targets.map((target): TargetStep => ({ target, step: stepFor(target, listed.value, { digests }) }));
  const answered = new Set<Target>();
  const writes = onSteps(steps).filter(({ step }) => isWrite(step));
  for (const { target, step } of writes) {
    if (signal.aborted) break;
    if (await writeStep(guests, step, { ...target, signal })) answered.add(target);
  }
  const needsList = readsBack === 'always' ? writes.length > 0 : answered.size < writes.length;
  const after = needsList ? await guests.listPlaceholders({ signal }) : null;
  return ok(
    steps.map(({ target, step }) => {
      if (after?.ok === true) {
        // Beside what was to go there may be somebody else's, which the register names now that ours is gone.
        const isLeft = ({ id }: Placeholder): boolean =>
          target.want !== null || ('clear' in step && step.clear.some((one) => one.id === id));
        return { target, step, now: stepFor(target, after.value.filter(isLeft), { digests }) };
      }
      // Without a list, what was answered counts as deleted, but nothing as set.
      return { target, step, now: answered.has(target) && step.kind === 'clear' && target.want === null ? { kind: 'done' } : step };
    }),
  );
}
