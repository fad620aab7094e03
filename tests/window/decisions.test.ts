/** What the user decides in the list of what needs them, in the built window: whose account it is, and removals of one cause together. */
import { expect, it } from 'vitest';
import type { AttentionItem } from '../../shared/domain/app-state.ts';
import { sampleSnapshot } from '../support/snapshot.ts';
import { smallHost } from './data.ts';
import { LIGHT, withScene } from './gallery.ts';
import type { OpenScene } from './gallery.ts';

const inArrivals = (use: (open: OpenScene) => Promise<void>): Promise<void> =>
  withScene({ name: 'decisions', host: smallHost, goto: { view: 'today', bookingId: null } }, LIGHT, use);
const payloads = ({ calls }: OpenScene, name: string): readonly unknown[] =>
  calls.filter((call) => call.name === name).map(({ payload }) => payload);

const ITEM: AttentionItem = {
  ...({ key: 'other-account:smoobu', kind: 'other-account', severity: 'urgent', cloud: 'smoobu' } as const),
  ...{ bookingId: null, unitId: null, lockId: null, target: { view: 'accounts', cloud: 'smoobu' } as const },
  message: 'These bookings belong to another account.',
  question: { key: 'account:smoobu:2', choices: ['approve', 'keep'] },
};

it.each([
  ['It is mine now', 'approve'],
  ['It is not mine', 'keep'],
])('another account: “%s” answers %s', (label, choice) =>
  inArrivals(async (open) => {
    await open.change({ attention: [ITEM] });
    await open.page.getByRole('button', { name: label }).click();
    await expect.poll(() => payloads(open, 'question.answer')).toEqual([{ key: 'account:smoobu:2', choice }]);
    await open.settled();
  }),
);

it('removals of one cause are applied together, after one question', () =>
  inArrivals(async (open) => {
    const [first] = sampleSnapshot().holds;
    if (first === undefined) throw new Error('The sample has a hold.');
    const hold = { ...first, hold: 'someone-may-be-inside' as const };
    await open.change({ holds: [hold, { ...hold, key: 'other-door' }] });
    await open.page.getByRole('button', { name: 'Apply all 2' }).click();
    expect(payloads(open, 'holds.apply')).toEqual([]);
    await open.page.getByRole('dialog').getByRole('button', { name: 'Remove 2' }).click();
    await expect.poll(() => payloads(open, 'holds.apply')).toEqual([{ keys: [hold.key, 'other-door'] }]);
    await open.settled();
  }));
