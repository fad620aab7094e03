/** What would be remembered, kept for as long as the user looks at it. */
import type { MemoryKind } from '../../../shared/domain/memory.ts';
import type { PlanMemory } from '../../../shared/domain/plan.ts';
import type { HistoryStore } from '../ports/storage.ts';

export function rememberedHere(start: PlanMemory): Pick<HistoryStore, 'memory' | 'remember'> {
  let memory = start;
  return {
    memory: () => memory,
    remember(changes) {
      for (const { kind, key, value } of changes) {
        const values = new Map<string, unknown>(memory.remembered[kind satisfies MemoryKind]);
        if (value === null) values.delete(key);
        else values.set(key, value);
        memory = { ...memory, remembered: { ...memory.remembered, [kind]: values } };
      }
    },
  };
}
