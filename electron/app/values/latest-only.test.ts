import { expect, it } from 'vitest';
import { createLatestOnly } from './latest-only.ts';

function controlledWork() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const superseded = new Map<string, () => boolean>();
  const ask = createLatestOnly<string, string>(
    async (request, isSuperseded) => {
      started.push(request);
      superseded.set(request, isSuperseded);
      await new Promise<void>((resolve) => ends.set(request, resolve));
      if (request === 'bug') throw new Error('a bug');
      return `${request} done`;
    },
    () => 'superseded',
  );
  return { ask, started, end: (request: string) => ends.get(request)?.(), isSuperseded: (request: string) => superseded.get(request)?.() };
}

it('handles only the latest pending request and answers the others at once', async () => {
  const { ask, started, end, isSuperseded } = controlledWork();
  const first = ask('a');
  expect(isSuperseded('a')).toBe(false);
  const second = ask('b');
  const third = ask('c');
  expect(await second).toBe('superseded');
  expect(isSuperseded('a')).toBe(true);
  expect(started).toEqual(['a']);
  end('a');
  expect(await first).toBe('a done');
  end('c');
  expect(await third).toBe('c done');
  expect(started).toEqual(['a', 'c']);
});

it('continues after a request that threw', async () => {
  const { ask, end } = controlledWork();
  const first = ask('bug');
  const second = ask('b');
  end('bug');
  await expect(first).rejects.toThrow('a bug');
  end('b');
  expect(await second).toBe('b done');
});
