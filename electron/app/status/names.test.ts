import { expect, it } from 'vitest';
import { LOCALIZATION } from '../../../tests/support/app/state-fixtures.ts';
import { unitLabel } from './names.ts';

it('a unit without a name has a label as well, and a long name is cut', () => {
  const { text } = LOCALIZATION;
  expect([null, ' ', 'Flat 1', 'x'.repeat(25)].map((name) => unitLabel(name, text))).toEqual([
    text('tray.some-unit'),
    text('tray.some-unit'),
    'Flat 1',
    `${'x'.repeat(23)}…`,
  ]);
});
