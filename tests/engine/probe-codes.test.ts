/** What a sync makes of the codes of a probe: nothing, whatever they look like. */
import { afterEach, expect, it } from 'vitest';
import fc from 'fast-check';
import { claimantOf } from '../../shared/doors/code-owner.ts';
import { hasProbeTag, newProbeTag, PROBE_NAMES } from '../../shared/probe/tag.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import { code } from '../reconcile/fixtures.ts';
import { twoDoors } from './small-world.ts';
import type { World } from './world.ts';

let world: World | null = null;
afterEach(async () => world?.close());

it('leaves a probe code alone on the keypad of a guest of the same name, and makes that guest a code', async () => {
  world = await twoDoors([PROBE_NAMES.plain]);
  const [lock] = world.clouds.theKeys.locks();
  const keypadId = lock!.accessories.find(({ type }) => type === 2)!.stringId;
  const left = world.clouds.theKeys.addForeignCode({
    ...{ lockId: lock!.id, keypadId, name: PROBE_NAMES.plain, code: '0739', active: true },
    ...{ startDate: '2027-12-28', startTime: '09:05', endDate: '2027-12-28', endTime: '10:35' },
    description: 'Latchkey-probe#abcdefgh A test of Latchkey.',
  });
  const installation = world.install();
  for (let sync = 0; sync < 3; sync += 1) {
    const report = await installation.run();
    expect(report.operations.filter(({ codeId }) => codeId === left.id)).toEqual([]);
    expect(world.clouds.theKeys.share(left.id)).toEqual(left);
  }
  const guests = world.clouds.theKeys.codes(lock!.id).filter(({ description }) => description?.startsWith('Smoobu#') === true);
  expect(guests).toHaveLength(1);
  expect(guests[0]?.code).not.toBe('0739');
});

it('reads no booking and no person out of any probe tag', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(25), { minLength: 8, maxLength: 8 }), fc.string(), (letters, note) => {
      const draws = [...letters];
      const tag = newProbeTag(() => draws.shift() ?? 0);
      expect(readTag(tag)).toEqual({ kind: 'none' });
      expect(claimantOf(code({ description: tag }))).toBeNull();
      expect(hasProbeTag(`${tag} ${note}`)).toBe(readTag(note).kind === 'none');
    }),
  );
});
