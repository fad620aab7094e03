/** Keeps or removes codes whose removal needs the user's approval, where they are shown by themselves: the same questions as on Today. */
import type { OperationReport } from '../../../shared/domain/run.ts';
import { Decision } from './removal-card.tsx';
import { RemovalFailures } from './removal-failures.tsx';
import { useRemovals } from './use-removals.ts';

/** `title`: whose code. */
export function HeldRemovals({ holds, title }: { readonly holds: readonly OperationReport[]; readonly title: string }) {
  const removals = useRemovals();
  if (holds.length === 0 && !removals.hasFailed) return null;
  return (
    <div class="panel-part stack">
      <RemovalFailures removals={removals} />
      {holds.length > 0 && <Decision holds={holds} title={title} removals={removals} />}
    </div>
  );
}
