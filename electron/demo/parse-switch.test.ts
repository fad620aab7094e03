import { expect, it } from 'vitest';
import { DEMO_HELP } from './command/main.ts';
import { FAULT_KINDS } from './http/faults.ts';
import { parseSwitch, switchNames } from './parse-switch.ts';
import { DEFAULT_SMOOBU_SWITCHES } from './smoobu/switches.ts';
import { DEFAULT_THE_KEYS_SWITCHES } from './the-keys/switches.ts';

it.each([
  ['the-keys:missingDigits=0', { cloud: 'the-keys', name: 'missingDigits', value: '0' }],
  ['the-keys:refuseWith=Le clavier est plein', { cloud: 'the-keys', name: 'refuseWith', value: 'Le clavier est plein' }],
  ['the-keys:clearMessages=false', { cloud: 'the-keys', name: 'clearMessages', value: false }],
  ['the-keys:codesPerKeypad=40', { cloud: 'the-keys', name: 'codesPerKeypad', value: 40 }],
  ['smoobu:rowOrder=reverse', { cloud: 'smoobu', name: 'rowOrder', value: 'reverse' }],
])('reads %s', (text, expected) => {
  expect(parseSwitch(text)).toEqual({ ok: true, value: expected });
});

it.each([
  '',
  'the-keys:nothing=1',
  'smoobu:missingDigits=0',
  'the-keys=off',
  'the-keys:pinLengths=4',
  'other:rowOrder=id',
  'smoobu:rowOrder=upside-down',
  'the-keys:clearMessages=perhaps',
  'the-keys:syncDelayMs=soon',
])('refuses %j', (text) => {
  expect(parseSwitch(text).ok).toBe(false);
});

it.each(['listDelayMs', 'codesPerKeypad', 'textLimit'])('%s may have no limit', (name) => {
  expect(parseSwitch(`the-keys:${name}=null`)).toMatchObject({ value: { value: null } });
});

it('names each switch and fault in the help of the demo', () => {
  const listed = (word: string): boolean => new RegExp(`[ ,]${word}(,|$)`, 'm').test(DEMO_HELP);
  const switches = [DEFAULT_SMOOBU_SWITCHES, DEFAULT_THE_KEYS_SWITCHES].flatMap((defaults) => Object.keys(defaults));
  expect(switches.filter((name) => !listed(name))).toEqual(['pinLengths']);
  expect(FAULT_KINDS.filter((kind) => !listed(kind))).toEqual([]);
});

it('names each switch that can be typed', () => {
  expect(switchNames('the-keys')).toContain('refusedPins');
  expect(switchNames('the-keys')).not.toContain('pinLengths');
});
