import { expect, it } from 'vitest';
import { bookingId } from '../../../tests/support/ids.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import { withAccess } from '../../../shared/domain/wishes.ts';
import { err } from '../../../shared/result.ts';
import { memoryWishes } from '../../storage/wishes/wishes-in-memory.ts';
import { carryOut, previewAct } from './stay-acts.ts';
import type { ActPorts, PreparedAct } from './stay-acts.ts';

const ID = bookingId(12);
const MS = 5_000;

/** What is remembered when another run goes on. */
async function noted(action: PreparedAct['action'], change: PreparedAct['change'], wishes = memoryWishes()) {
  const remembered: MemoryChange[] = [];
  const ports = {
    wishes,
    history: { remember: (changes: readonly MemoryChange[]) => void remembered.push(...changes) },
    clock: { nowMs: () => MS },
    newRunId: () => 'run-1',
    run: async () => err('busy' as const),
  } as unknown as ActPorts;
  const ran = await carryOut(ports, { claim: ID, action, asks: [], change, formerPin: null, remember: [] });
  expect(ran).toEqual(err('busy'));
  return { remembered, wishes };
}

it('notes that somebody is to be let in, so that the next sync does it whenever it runs', async () => {
  const { remembered, wishes } = await noted('unblock', (known) => withAccess(known, ID, 'let-in', MS));
  expect(remembered.map(({ kind, key }) => [kind, key])).toEqual([
    ['act', 'run-1'],
    ['let-in', '12'],
  ]);
  expect(remembered[1]?.value).toEqual({ claimId: ID, sinceMs: MS, isDone: false });
  const next = await noted('block', (known) => withAccess(known, ID, 'blocked', MS), wishes);
  expect(next.remembered.map(({ kind }) => kind)).toEqual(['act']);
});

it('notes nothing of an earlier wish that an act does not change', async () => {
  const before = memoryWishes();
  before.change((known) => withAccess(known, ID, 'let-in', MS - 1));
  const { remembered } = await noted('no-code', (known) => known, before);
  expect(remembered.map(({ kind }) => kind)).toEqual(['act']);
});

it('shows what it would do with the same notes: where memory is lost, an own PIN counts for who has acted since', async () => {
  const change: PreparedAct['change'] = (known) => withAccess(known, ID, 'let-in', MS);
  const { remembered } = await noted('unblock', change);
  const looks: unknown[] = [];
  const ports = {
    wishes: memoryWishes(),
    clock: { nowMs: () => MS },
    look: async (...asked: unknown[]) => (looks.push(asked), err('offline')),
  } as unknown as ActPorts;
  await previewAct(ports, { claim: ID, action: 'unblock', asks: [], change, formerPin: null, remember: [] });
  const changes = remembered.map((one) => (one.kind === 'act' ? { ...one, key: 'dry-run' } : one));
  expect(looks).toEqual([[ID, change(memoryWishes().read()), changes]]);
});
