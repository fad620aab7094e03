import { expect, it } from 'vitest';
import { branded } from '../../../tests/support/ids.ts';
import { groupsOf, isRemovable, isStrangers } from './door-model.ts';
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
it('tells of a code that opens now, or may, and that nobody known here has', () => {
  const kinds = (['by-hand', 'outdated', 'unknown-person', 'guest', 'person'] as const).flatMap((owner) =>
    (['now', 'maybe', 'later', 'over', 'off'] as const).map((opens) => ({ owner, opens, isNext: false })),
  );
  expect(kinds.filter(isStrangers).map(({ owner, opens }) => `${owner} ${opens}`)).toEqual([
    'by-hand now',
    'by-hand maybe',
    'outdated now',
    'outdated maybe',
    'unknown-person now',
    'unknown-person maybe',
  ]);
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
