/** What the user decides in the list of what there is to do, in the built window: whose account it is, and removals of one cause together. */
import { expect, it } from 'vitest';
import type { AttentionItem } from '../../shared/domain/app-state.ts';
import { sampleSnapshot } from '../support/snapshot.ts';
import { smallHost } from './data.ts';
import { LIGHT, withScene } from './gallery.ts';
import type { OpenScene } from './gallery.ts';

const onToday = (use: (open: OpenScene) => Promise<void>): Promise<void> =>
  withScene({ name: 'decisions', host: smallHost, goto: { view: 'today', bookingId: null } }, LIGHT, use);
const payloads = ({ calls }: OpenScene, name: string): readonly unknown[] =>
  calls.filter((call) => call.name === name).map(({ payload }) => payload);

function sampleHold() {
  const [first] = sampleSnapshot().holds;
  if (first === undefined) throw new Error('The sample has a hold.');
  return first;
}

const ITEM: AttentionItem = {
  ...({ key: 'other-account:smoobu', kind: 'other-account', severity: 'urgent', cloud: 'smoobu' } as const),
  ...{ bookingId: null, unitId: null, lockId: null, target: { view: 'accounts', cloud: 'smoobu' } as const },
  title: 'These bookings belong to another account',
  message: '',
  question: { key: 'account:smoobu:2', choices: ['approve', 'keep'] },
};

it.each([
  ['It is mine now', 'approve'],
  ['It is not mine', 'keep'],
])('another account: “%s” answers %s', (label, choice) =>
  onToday(async (open) => {
    await open.change({ attention: [ITEM] });
    await open.page.getByRole('button', { name: label }).click();
    await expect.poll(() => payloads(open, 'question.answer')).toEqual([{ key: 'account:smoobu:2', choice }]);
    await open.settled();
  }),
);

it.each([
  ['It is the same guest', 'same'],
  ['It is another guest', 'other'],
])('booked again: “%s” answers %s', (label, choice) =>
  onToday(async (open) => {
    const question = { key: 'guest:2:1', choices: ['same', 'other'] };
    await open.change({ attention: [{ ...ITEM, key: 'booked-again:2', kind: 'problem', title: 'Is it the same guest?', question }] });
    await open.page.getByRole('button', { name: label }).click();
    await expect.poll(() => payloads(open, 'question.answer')).toEqual([{ key: question.key, choice }]);
    await open.settled();
  }),
);

const hold = { ...sampleHold(), hold: 'someone-may-be-inside' as const };
const REMOVAL: AttentionItem = {
  ...ITEM,
  ...{ key: 'held:1', kind: 'held', cloud: null, bookingId: hold.bookingId, target: { view: 'today', bookingId: hold.bookingId } },
  ...{ title: 'Remove Rosalind Achterberg’s code from 2 doors?', message: 'Someone may be inside.', question: null },
  holds: [hold.key, 'other-door'],
};
const withRemoval = async (open: OpenScene): Promise<void> =>
  open.change({ holds: [hold, { ...hold, key: 'other-door' }], attention: [REMOVAL] });

it('removes the codes of one guest from all doors together, after one question', () =>
  onToday(async (open) => {
    await withRemoval(open);
    await open.page.getByRole('button', { name: 'Remove code: Remove Rosalind Achterberg’s code from 2 doors?' }).click();
    expect(payloads(open, 'holds.apply')).toEqual([]);
    await open.page.getByRole('dialog').getByRole('button', { name: 'Remove code' }).click();
    await expect.poll(() => payloads(open, 'holds.apply')).toEqual([{ keys: [hold.key, 'other-door'] }]);
    await open.settled();
    await open.page.getByText('The sync is doing this').waitFor();
  }));

it('removes nothing when the question is answered with no, and keeps all doors of a guest with one click', () =>
  onToday(async (open) => {
    await withRemoval(open);
    await open.page.getByRole('button', { name: /^Remove code: / }).click();
    await open.page.getByRole('dialog').waitFor();
    await open.page.keyboard.press('Escape');
    await open.settled();
    expect(payloads(open, 'holds.apply')).toEqual([]);
    await open.page.getByRole('button', { name: /^Keep code: / }).click();
    await expect.poll(() => payloads(open, 'holds.dismiss')).toEqual([{ key: hold.key }, { key: 'other-door' }]);
    await open.settled();
  }));
