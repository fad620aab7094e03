/** The demo command's story at any time of day, and the faults it is given. */
import { describe, expect, it } from 'vitest';
import { makeStyle } from '../../electron/cli/render/style.ts';
import { openDemoWorld } from '../../electron/compose/demo-world.ts';
import { story } from '../../electron/demo/command/story.ts';
import { parseFault } from '../../electron/demo/parse-fault.ts';
import { createToldCheck } from '../../electron/demo/told-check.ts';
import type { BookingId } from '../../shared/domain/ids.ts';
import { Secret } from '../../shared/secret.ts';
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
  it.each(['2026-11-23T10:30:00Z', '2026-03-28T22:45:00Z', '2026-10-25T00:30:00Z', '2027-12-31T22:59:30Z'])(
    'opens every door and tells guests at %s',
    async (now) => {
      const { exitCode, text } = await tell(now);
      expect(text).toContain('✓ Tried 35 doors for 21 stays');
      expect(text).toContain('✓ Each message had the digits');
      expect(exitCode).toBe(0);
    },
  );

  it('is the same at any hour of a day', async () => {
    const told = async (now: string): Promise<string> => (await tell(now)).text.replace(/^[^]*\nBookings/, '');
    expect(await told('2026-11-23T21:40:00Z')).toBe(await told('2026-11-23T05:05:00Z'));
  });

  it('prints what each run did and never a PIN', async () => {
    const { text } = await tell('2026-11-23T10:30:00Z');
    expect(text).toContain('1 linked, 1 moved');
    expect(text).toContain('Third run');
    // PINs that the demo's doors have from the start.
    for (const pin of ['4719', '8264', '6185', '2708', '1793']) expect(text).not.toMatch(new RegExp(`\\b\\d*${pin}\\b`));
  });

  it('shows who would be told, tells two guests, corrects one, and finds what the host wrote wrongly', async () => {
    const { text } = await tell('2026-11-23T10:30:00Z');
    const [, start = '', second = '', third = '', counts = ''] = text.split(
      /^(?:Start sending|Second run|Third run|What guests were told)/m,
    );
    expect(start).toContain('2 guests are told with the next sync, 13 later; 6 count as told.');
    expect(second.match(/✓ sent: .*/g)).toEqual(['✓ sent: message of booking 90010', '✓ sent: message of booking 90014']);
    expect(second).toContain('latchkey answer told:90018 send-right-one|ignore');
    expect(third.match(/✓ sent: .*/g)).toEqual(['✓ sent: message (correction) of booking 90010']);
    expect(counts.match(/900\d\d .*│ +\d/g)).toEqual([expect.stringMatching(/^90010 .*2$/), expect.stringMatching(/^90014 .*1$/)]);
  });

  it('shows a gateway that falls silent, a low battery, and codes that reach their doors late', async () => {
    const { text } = await tell('2026-11-23T10:30:00Z');
    const [, silent = '', back = ''] = text.split('Gateways and batteries');
    expect(silent).toContain('Montmartre, porte: gateway silent for 15 min');
    expect(silent).toContain('Vieux Lyon, porte: battery 6.45 V: low');
    expect(silent).toMatch(/\d+ of \d+ codes are on their way to their doors/);
    expect(back).not.toContain('silent');
    expect(back).toContain('Every code has reached its door.');
  });

  it('fails when a door would not open for a guest', async () => {
    const { exitCode, text } = await tell('2026-11-23T10:30:00Z', ['the-keys:writes=server-error']);
    expect(text).toContain('did not open for a guest: booking 90010');
    expect(exitCode).toBe(1);
  });

  it('starts nothing where it cannot show to whom, and fails', async () => {
    const { exitCode, text } = await tell('2026-11-23T10:30:00Z', ['smoobu=server-error']);
    expect(text).toContain('So nothing is started.');
    expect(text).toContain('the wrong PIN that Kwame Asante-Boadu was told by hand was not found');
    expect(exitCode).toBe(1);
  });
});

describe('what guests were told', () => {
  it('is checked against the locks', async () => {
    const world = await openDemoWorld({ version: 'test', clock: createVirtualClock({ nowMs: Date.parse('2026-11-23T10:30:00Z') }) });
    try {
      const { check } = createToldCheck(world.clouds);
      const { stays } = await world.run();
      const { bookings } = await world.ready();
      const told = async (id: number, text: string) => {
        await bookings.guests?.sendToGuest(id as BookingId, new Secret(text), { signal: new AbortController().signal });
        const { guests, untrue, twice } = check(stays);
        return [guests.find(({ bookingId }) => bookingId === id)?.messages, untrue, twice];
      };
      expect(await told(90_021, 'Gate 522708, door 2708.')).toEqual([1, [], []]);
      expect(await told(90_021, 'Gate 522708, door 2708.')).toEqual([2, [], ['booking 90021']]);
      expect(await told(90_001, 'Door 184719.')).toEqual([1, [], ['booking 90021']]);
      // Without the digits before the PIN.
      expect(await told(90_001, 'Door 4719.')).toEqual([2, ['booking 90001'], ['booking 90021']]);
    } finally {
      await world.close();
    }
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
