import { expect, it } from 'vitest';
import { branded } from '../../../tests/support/ids.ts';
import { groupsOf, isRemovable } from './door-model.ts';
import type { ShownCode } from './door-model.ts';

const code = (codeId: number, opens: ShownCode['opens'], isNext = false) =>
  branded<Pick<ShownCode, 'codeId' | 'opens' | 'isNext'>>({ codeId, opens, isNext }) as ShownCode;

it('puts first who can open the door, also who only may, then who comes next', () => {
  const groups = groupsOf([code(5, 'over'), code(1, 'now'), code(2, 'maybe'), code(3, 'later', true), code(4, 'later'), code(6, 'off')]);
  expect(groups.map(({ group, codes }) => [group, codes.map(({ codeId }) => codeId)])).toEqual([
    ['now', [1, 2]],
    ['next', [3]],
    ['later', [4]],
    ['ended', [5, 6]],
  ]);
  expect(groupsOf([])).toEqual([]);
});
it('lets the user remove only codes of nobody', () => {
  expect((['guest', 'person', 'by-hand', 'outdated', 'unknown-person'] as const).map((owner) => isRemovable({ owner }))).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});
