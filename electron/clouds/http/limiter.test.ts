import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConcurrencyLimiter, type LoadSign } from './limiter.ts';

describe('the limit', () => {
  const request = async (limiter: ConcurrencyLimiter, sign: LoadSign) => (await limiter.acquire())?.release(sign);

  it('stays between 1 and the maximum', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.array(fc.boolean(), { maxLength: 60 }), async (max, signs) => {
        const limiter = new ConcurrencyLimiter(4, max);
        expect(limiter.limit()).toBe(Math.min(4, max));
        for (const isGood of signs) {
          await request(limiter, isGood ? 'success' : 'throttled');
          expect(limiter.limit()).toBeGreaterThanOrEqual(1);
          expect(limiter.limit()).toBeLessThanOrEqual(max);
        }
      }),
    );
  });

  it('halves once for a burst, and grows by one a round', async () => {
    const limiter = new ConcurrencyLimiter(8, 8);
    const burst = await Promise.all([limiter.acquire(), limiter.acquire()]);
    for (const lease of burst) {
      lease?.release('throttled');
      expect(limiter.limit()).toBe(4);
    }
    for (let round = 0; round < 5; round += 1) await request(limiter, 'success');
    expect(limiter.limit()).toBe(5);
  });
});

describe('ConcurrencyLimiter', () => {
  it('admits as many as allowed, in order', async () => {
    const limiter = new ConcurrencyLimiter(2, 2);
    const order: number[] = [];
    const leases = [1, 2, 3, 4].map(async (number) => {
      const lease = await limiter.acquire();
      order.push(number);
      return lease;
    });
    const first = await leases[0];
    await leases[1];
    await Promise.resolve();
    expect(order).toEqual([1, 2]);
    first?.release('success');
    await leases[2];
    expect(order).toEqual([1, 2, 3]);
  });

  it('drops a request that stops waiting', async () => {
    const limiter = new ConcurrencyLimiter(1, 1);
    const held = await limiter.acquire();
    const stop = new AbortController();
    const waiting = limiter.acquire(stop.signal);
    const next = limiter.acquire();
    stop.abort();
    expect(await waiting).toBeNull();
    held?.release('other');
    expect(await next).not.toBeNull();
    expect(await limiter.acquire(AbortSignal.abort())).toBeNull();
  });

  it('admits fewer after throttling, and rejects a double release', async () => {
    const limiter = new ConcurrencyLimiter(4, 4);
    const leases = await Promise.all([limiter.acquire(), limiter.acquire(), limiter.acquire(), limiter.acquire()]);
    for (const lease of leases) lease?.release('throttled');
    expect(limiter.limit()).toBe(2);
    expect(() => leases[0]?.release('other')).toThrow();
  });
});
