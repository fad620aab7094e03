/** The demo command's story at any time of day, and the faults it is given. */
import { describe, expect, it } from 'vitest';
import { makeStyle } from '../../electron/cli/render/style.ts';
import { story } from '../../electron/demo/command/story.ts';
import { parseFault } from '../../electron/demo/parse-fault.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

async function tell(now: string, faults: readonly string[] = []) {
  const printed: string[] = [];
  const exitCode = await story({
    style: makeStyle(100, false),
    print: (text) => void printed.push(text),
    version: 'test',
    faults: faults.flatMap((text) => {
      const fault = parseFault(text);
      return fault.ok ? [fault.value] : [];
    }),
    latencyMs: 0,
    clock: createVirtualClock({ nowMs: Date.parse(now) }),
  });
  return { exitCode, text: printed.join('\n') };
}

describe('the demo', () => {
  it.each([
    '2026-11-23T00:05:00Z',
    '2026-11-23T10:30:00Z',
    '2026-11-23T14:10:00Z',
    '2026-03-28T22:45:00Z',
    '2026-10-25T00:30:00Z',
    '2027-12-31T22:59:30Z',
  ])('opens every door at %s', async (now) => {
    const { exitCode, text } = await tell(now);
    expect(text).toMatch(/✓ Tried \d\d doors for \d\d stays/);
    expect(exitCode).toBe(0);
  });

  it('prints what each run did and never a PIN', async () => {
    const { text } = await tell('2026-11-23T10:30:00Z');
    expect(text).toContain('1 linked, 1 moved');
    expect(text).toContain('Second run');
    // PINs that the demo's doors have from the start.
    for (const pin of ['4719', '8264', '6185']) expect(text).not.toMatch(new RegExp(`\\b${pin}\\b`));
  });

  it('fails when a door would not open for a guest', async () => {
    const { exitCode, text } = await tell('2026-11-23T10:30:00Z', ['the-keys:writes=server-error']);
    expect(text).toContain('did not open for a guest: booking 90010');
    expect(exitCode).toBe(1);
  });
});

describe('parseFault', () => {
  it.each([
    ['smoobu=server-error', { cloud: 'smoobu', faults: { all: { kind: 'server-error' } } }],
    ['the-keys:writes=drop-after', { cloud: 'the-keys', faults: { writes: { kind: 'drop-after' } } }],
    ['the-keys:sign-in=hang', { cloud: 'the-keys', faults: { signIn: { kind: 'hang' } } }],
    ['the-keys:list-3701=html', { cloud: 'the-keys', faults: { lists: { 3701: { kind: 'html' } } } }],
    ['the-keys:list-3701=off', { cloud: 'the-keys', faults: { lists: {} } }],
    [' smoobu=off ', { cloud: 'smoobu', faults: { all: null } }],
  ])('%s', (text, change) => {
    expect(parseFault(text)).toEqual({ ok: true, value: change });
  });

  it.each(['', 'smoobu', 'smoobu=', 'other=hang', 'smoobu=odd', 'smoobu:odd=hang', 'smoobu:list-x=hang'])('%j is none', (text) => {
    expect(parseFault(text)).toMatchObject({ ok: false });
  });
});
