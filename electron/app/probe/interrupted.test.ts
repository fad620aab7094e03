/** The probe is interrupted at every request and every step: nothing stays behind that the next doctor does not remove, or name. */
import { describe, expect, it } from 'vitest';
import { Killed, killable } from '../../../tests/engine/killable.ts';
import { KEYPAD_ID, LOCK, tinySeed, withClouds } from '../../../tests/support/demo-requests.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { memoryMarks, openProbe } from '../../../tests/support/probe-world.ts';
import type { VirtualClock } from '../../../tests/support/virtual-clock.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import type { DemoClouds } from '../../demo/clouds.ts';
import type { FaultKind } from '../../demo/http/faults.ts';
import type { TheKeysSwitches } from '../../demo/the-keys/switches.ts';
import type { ProbeMarkStore } from '../ports/probe.ts';
import { StorageFailure } from '../ports/storage.ts';

const WITH_PLACEHOLDER = { placeholdersOf: bookingId(90_001) };
const SLOW = 120_000;

const testCodes = ({ theKeys }: DemoClouds) =>
  theKeys.codes().filter(({ description }) => description?.startsWith('Latchkey-probe#') === true);

/** What may never be: a code that opens a door, or one that nobody remembers. */
function expectHarmless(clouds: DemoClouds, clock: VirtualClock, marks: ProbeMarkStore): void {
  const tags = marks.read().flatMap((mark) => (mark.kind === 'codes' ? [mark.tag] : []));
  for (const { code, description } of testCodes(clouds)) {
    expect(tags).toContain(description?.split(' ')[0]);
    for (const hours of [0, 1, 12, 24 * 30])
      expect(clouds.theKeys.opens(LOCK, KEYPAD_ID, code, clock.nowMs() + hours * HOUR_MS)).toBe(false);
  }
  const keys = marks.read().flatMap((mark) => (mark.kind === 'placeholder' ? [mark.key] : []));
  for (const { key } of clouds.smoobu.placeholders()) expect(keys).toContain(key);
  expect(JSON.stringify(marks.read())).not.toMatch(/"pin"|"code"/);
}

/** The next doctors, until nothing is remembered. */
async function expectCleaned(clouds: DemoClouds, clock: VirtualClock, marks: ProbeMarkStore): Promise<void> {
  clouds.theKeys.faults.clear();
  clouds.smoobu.faults.clear();
  const { left } = await (await openProbe(clouds, clock, marks)).clean();
  expectHarmless(clouds, clock, marks);
  expect(testCodes(clouds)).toEqual([]);
  // Only what may never have been is waited for.
  for (const { because } of left) expect(because).toBe('maybe');
  expect(left.length).toBe(marks.read().length);
  clock.advance(16 * MINUTE_MS);
  expect((await (await openProbe(clouds, clock, marks)).clean()).left).toEqual([]);
  expect([testCodes(clouds), clouds.smoobu.placeholders(), marks.read()]).toEqual([[], [], []]);
}

interface Rounds {
  /** Every n-th request from the first, where every one takes too long: kinds of one group begin at different ones. */
  readonly first?: number;
  readonly stride?: number;
  readonly theKeysSwitches?: Partial<TheKeysSwitches>;
}

async function everyRequest(
  interrupt: (index: number, clouds: DemoClouds, clock: VirtualClock, marks: ProbeMarkStore) => Promise<boolean>,
  { first = 1, stride = 1, theKeysSwitches = {} }: Rounds = {},
): Promise<number> {
  for (let index = first; ; index += stride) {
    const wasReached = await withClouds(
      async (clouds, clock) => {
        const marks = memoryMarks();
        const before = clouds.theKeys.codes();
        const reached = await interrupt(index, clouds, clock, marks);
        expectHarmless(clouds, clock, marks);
        await expectCleaned(clouds, clock, marks);
        expect(clouds.theKeys.codes()).toEqual(before);
        return reached;
      },
      { seed: tinySeed(), theKeysSwitches },
    );
    if (!wasReached) return index - 1;
  }
}

describe('killed', () => {
  it.each([
    ['before', {}],
    ['after', {}],
    ['after', { createData: 'null' }],
    ['after', { listDelayMs: 8_000 }],
  ] as const)('%s any request (%j)', { timeout: SLOW }, async (time, switches) => {
    const requests = await everyRequest(
      async (index, clouds, clock, marks) => {
        let sent = 0;
        let isKilled = false;
        const next = (): 'before' | 'after' | null => {
          sent += 1;
          if (sent !== index) return null;
          isKilled = true;
          return time;
        };
        const untilKilled: ProbeMarkStore = {
          isDamaged: false,
          read: () => marks.read(),
          write: (next_) => {
            if (isKilled) throw new Killed();
            marks.write(next_);
          },
        };
        const probe = await openProbe(clouds, clock, untilKilled, (_cloud, transport) => killable(transport, next));
        const end = await probe.run(WITH_PLACEHOLDER).catch((error: unknown) => {
          if (error instanceof Killed) return null;
          throw error;
        });
        return end === null;
      },
      { theKeysSwitches: switches, ...(Object.keys(switches).length === 0 ? {} : { stride: 3 }) },
    );
    expect(requests).toBeGreaterThan(30);
  });
});

describe('failed', () => {
  const once: readonly FaultKind[] = [
    'drop-before',
    'drop-after',
    'server-error-after',
    'rejected',
    'rate-limited',
    'expired-token',
    'html-after',
  ];
  it.each(once)('at a request, once: %s', { timeout: SLOW }, async (kind) => {
    await everyRequest(
      async (index, clouds, clock, marks) => {
        let count = 0;
        for (const cloud of [clouds.theKeys, clouds.smoobu]) cloud.faults.onRequest(() => ((count += 1) === index ? { kind } : null));
        await (await openProbe(clouds, clock, marks)).run(WITH_PLACEHOLDER);
        return count >= index;
      },
      { first: 1 + once.indexOf(kind), stride: once.length },
    );
  });
  it.each(['drop-before', 'drop-after', 'rejected'] as const)('from a request on: %s', { timeout: SLOW }, async (kind) => {
    await everyRequest(
      async (index, clouds, clock, marks) => {
        let count = 0;
        for (const cloud of [clouds.theKeys, clouds.smoobu]) cloud.faults.onRequest(() => ((count += 1) >= index ? { kind } : null));
        const end = await (await openProbe(clouds, clock, marks)).run(WITH_PLACEHOLDER);
        // What stays is named at once.
        expect(end.left.length).toBe(marks.read().length);
        return count >= index;
      },
      { stride: 5 },
    );
  });
});

describe('stopped by the user', () => {
  it('at any request, it cleans up by itself', { timeout: SLOW }, async () => {
    await everyRequest(async (index, clouds, clock, marks) => {
      let count = 0;
      const stop = new AbortController();
      const hook = (): null => {
        count += 1;
        if (count === index) stop.abort();
        return null;
      };
      for (const cloud of [clouds.theKeys, clouds.smoobu]) cloud.faults.onRequest(hook);
      const end = await (await openProbe(clouds, clock, marks)).run(WITH_PLACEHOLDER, stop.signal);
      expect([end.left, testCodes(clouds), clouds.smoobu.placeholders(), marks.read()]).toEqual([[], [], [], []]);
      return count >= index;
    });
  });
});

it('sends nothing that it cannot remember: the disk is full from any write on', { timeout: SLOW }, async () => {
  await everyRequest(async (index, clouds, clock, marks) => {
    let writes = 0;
    const full: ProbeMarkStore = {
      isDamaged: false,
      read: () => marks.read(),
      write: (next) => {
        writes += 1;
        if (writes >= index) throw new StorageFailure('full');
        marks.write(next);
      },
    };
    await (await openProbe(clouds, clock, full)).run(WITH_PLACEHOLDER).catch((error: unknown) => {
      expect(error).toBeInstanceOf(StorageFailure);
    });
    expect(testCodes(clouds)).toEqual([]);
    return writes >= index;
  });
});

it('makes no new code while something of an earlier probe cannot be removed', () =>
  withClouds(async (clouds, clock) => {
    const marks = memoryMarks();
    clouds.theKeys.faults.onRequest(({ path }) => (path.includes('/delete/') ? { kind: 'forbidden' } : null));
    const first = await (await openProbe(clouds, clock, marks)).run();
    expect(first.left).toMatchObject([{ because: 'refused' }]);
    const there = testCodes(clouds);
    expect(there.length).toBeGreaterThan(0);
    const second = await (await openProbe(clouds, clock, marks)).run();
    expect(testCodes(clouds)).toEqual(there);
    expect(second.left).toMatchObject([{ because: 'refused' }]);
    clouds.theKeys.faults.clear();
    const third = await (await openProbe(clouds, clock, marks)).run();
    expect([third.removedBefore, third.left, testCodes(clouds)]).toEqual([there.length, [], []]);
  }));

it('removes a code of a probe that nobody remembers, from the lock that is probed', () =>
  withClouds(async (clouds, clock) => {
    const code = {
      lockId: LOCK,
      keypadId: KEYPAD_ID,
      name: 'Latchkey probe',
      code: '0739',
      description: 'Latchkey-probe#abcdefgh A test.',
    };
    clouds.theKeys.addForeignCode(code);
    expect((await (await openProbe(clouds, clock)).run()).left).toEqual([]);
    expect(testCodes(clouds)).toEqual([]);
  }));
