/** Damaged wishes: every sync says so until the user confirms them, and codes are made as always. */
import { afterEach, describe, expect, it } from 'vitest';
import { exitCodeOfReport } from '../../electron/cli/exit-code.ts';
import { memoryWishes } from '../../electron/storage/wishes/wishes-in-memory.ts';
import { noWishes } from '../../shared/domain/wishes.ts';
import { twoDoors } from './small-world.ts';
import type { World } from './world.ts';

let world: World | null = null;
afterEach(async () => {
  await world?.close();
});

describe('a sync after the wishes were damaged', () => {
  it.each([
    ['copy', 'wishes-recovered', 5],
    ['lost', 'wishes-lost', 1],
  ] as const)('with recovery %s says %s, until the user has confirmed them', async (recovery, kind, exit) => {
    world = await twoDoors(['Ana']);
    const installation = world.install({ wishes: memoryWishes({ ...noWishes(), recovery }) });
    const first = await installation.run();
    expect(first.counts.created).toBe(2);
    expect(first.problems).toMatchObject([{ kind, question: { key: 'wishes', choices: ['confirm'] } }]);
    expect(exitCodeOfReport(await installation.run())).toBe(exit);
    expect(installation.answer('wishes', 'confirm')).toBe(true);
    expect(installation.wishes.read()).toEqual(noWishes());
    const confirmed = await installation.run();
    expect(confirmed.problems).toEqual([]);
    expect(exitCodeOfReport(confirmed)).toBe(0);
  });
});
