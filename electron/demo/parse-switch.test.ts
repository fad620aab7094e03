import { expect, it } from 'vitest';
import { parseSwitch, switchNames } from './parse-switch.ts';

it.each([
  ['the-keys:missingDigits=0', { cloud: 'the-keys', name: 'missingDigits', value: '0' }],
  ['the-keys:refuseWith=Le clavier est plein', { cloud: 'the-keys', name: 'refuseWith', value: 'Le clavier est plein' }],
  ['the-keys:clearMessages=false', { cloud: 'the-keys', name: 'clearMessages', value: false }],
  ['the-keys:codesPerKeypad=40', { cloud: 'the-keys', name: 'codesPerKeypad', value: 40 }],
  ['smoobu:rowOrder=reverse', { cloud: 'smoobu', name: 'rowOrder', value: 'reverse' }],
])('reads %s', (text, expected) => {
  expect(parseSwitch(text)).toEqual({ ok: true, value: expected });
});

it.each(['', 'the-keys:nothing=1', 'smoobu:missingDigits=0', 'the-keys=off', 'the-keys:pinLengths=4', 'other:rowOrder=id'])(
  'refuses %j',
  (text) => {
    expect(parseSwitch(text).ok).toBe(false);
  },
);

it('names each switch that can be typed', () => {
  expect(switchNames('the-keys')).toContain('refusedPins');
  expect(switchNames('the-keys')).not.toContain('pinLengths');
});
