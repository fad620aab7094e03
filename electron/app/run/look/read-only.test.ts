/** A look reads what earlier runs recorded, and leaves nothing behind. */
import { expect, it } from 'vitest';
import { nothingRemembered } from '../../../../shared/domain/memory.ts';
import type { HistoryStore } from '../../ports/storage.ts';
import { readOnly } from './read-only.ts';

const READS = ['clockMark', 'listHolds', 'listEvents', 'listRuns', 'readRun', 'listOperationsOfBooking'] as const;

function looked() {
  const asked: string[] = [];
  const memory = { pinDraws: new Map(), remembered: nothingRemembered() };
  const known: Record<string, unknown> = { recovered: 'recovered', unstored: 'full', memory: () => memory };
  for (const name of READS)
    known[name] = (...given: readonly unknown[]) => {
      asked.push(`${name} ${given.join(' ')}`);
      return name;
    };
  // Whatever else is called is no function.
  const history = readOnly(known as unknown as HistoryStore, [{ kind: 'open-pin', key: '12', value: { sinceMs: 1 } }]);
  return { history: history as unknown as Record<string, (...given: readonly unknown[]) => unknown>, asked, memory, store: history };
}

it('reads all there is, with what is taken for remembered', () => {
  const { history, asked, memory, store } = looked();
  expect(READS.map((name) => history[name]?.(1, 2))).toEqual(READS);
  expect(asked).toEqual(['clockMark ', 'listHolds ', 'listEvents 1', 'listRuns 1', 'readRun 1', 'listOperationsOfBooking 1 2']);
  expect([store.recovered, store.unstored]).toEqual(['recovered', null]);
  expect(store.memory()).toEqual({ ...memory, remembered: { ...memory.remembered, 'open-pin': new Map([['12', { sinceMs: 1 }]]) } });
  const known = { memory: () => memory } as unknown as HistoryStore;
  expect(readOnly(known).memory()).toEqual(memory);
});

it('writes nothing', () => {
  const { history, asked, store } = looked();
  const writes = Object.keys(store).filter(
    (name) => !(READS as readonly string[]).includes(name) && typeof history[name] === 'function' && name !== 'memory',
  );
  expect(writes).toContain('finishRun');
  for (const name of writes) expect([name, history[name]?.()]).toEqual([name, name === 'closeInterrupted' ? 0 : undefined]);
  expect(asked).toEqual([]);
});
