import { expect, it } from 'vitest';
import type { PlanMemory } from '../../../shared/domain/plan.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { rememberedActs } from './undoable.ts';

const NOW_MS = 1_800_000_000_000;
function memory(acts: Readonly<Record<string, object>>, doorActs: Readonly<Record<string, object>> = {}): PlanMemory {
  return { remembered: { act: new Map(Object.entries(acts)), 'door-act': new Map(Object.entries(doorActs)) } } as unknown as PlanMemory;
}

const undoable = (acts: ReturnType<typeof rememberedActs>): readonly string[] =>
  [...acts].filter(([, { canUndo }]) => canUndo).map(([runId]) => runId);

it('are the acts that can be taken back, for thirty days', () => {
  const at = (action: string, atMs = NOW_MS) => ({ action, atMs });
  const runs = rememberedActs(
    memory({
      blocked: at('block'),
      linked: at('person-linked'),
      note: at('note'),
      drawn: at('new-pin'),
      edited: at('person-edited'),
      old: at('block', NOW_MS - 30 * DAY_MS - 1),
      last: at('block', NOW_MS - 30 * DAY_MS),
    }),
    NOW_MS,
  );
  expect(undoable(runs)).toEqual(['blocked', 'linked', 'last']);
  expect([runs.get('note')?.what, runs.get('old')?.what]).toEqual(['note', 'block']);
});

it('are removed codes whose digits are kept, and replaced doors', () => {
  const removed = (pin: string | null) => ({ act: 'removed', atMs: NOW_MS, pin, hasNote: false });
  const runs = rememberedActs(
    memory({}, { back: removed('sealed'), gone: removed(null), door: { act: 'replaced', atMs: NOW_MS } }),
    NOW_MS,
  );
  expect(undoable(runs)).toEqual(['back', 'door']);
  expect([...runs.values()].map(({ what }) => what)).toEqual(['code-removed', 'code-removed', 'door-replaced']);
});
