import { expect, it } from 'vitest';
import { createLatestOnly } from './latest-only.ts';

function desk() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const overtaken = new Map<string, () => boolean>();
  const ask = createLatestOnly<string, string>(
    async (wish, isSuperseded) => {
      started.push(wish);
      overtaken.set(wish, isSuperseded);
      await new Promise<void>((resolve) => ends.set(wish, resolve));
      if (wish === 'bug') throw new Error('a bug');
      return `${wish} done`;
    },
    () => 'superseded',
  );
  return { ask, started, end: (wish: string) => ends.get(wish)?.(), isOvertaken: (wish: string) => overtaken.get(wish)?.() };
}

it('of the wishes that wait only the latest is worked off, and the others are told at once', async () => {
  const { ask, started, end, isOvertaken } = desk();
  const first = ask('a');
  expect(isOvertaken('a')).toBe(false);
  const second = ask('b');
  const third = ask('c');
  expect(await second).toBe('superseded');
  expect(isOvertaken('a')).toBe(true);
  expect(started).toEqual(['a']);
  end('a');
  expect(await first).toBe('a done');
  end('c');
  expect(await third).toBe('c done');
  expect(started).toEqual(['a', 'c']);
});

it('a bug in one does not stop the next', async () => {
  const { ask, end } = desk();
  const first = ask('bug');
  const second = ask('b');
  end('bug');
  await expect(first).rejects.toThrow('a bug');
  end('b');
  expect(await second).toBe('b done');
});
