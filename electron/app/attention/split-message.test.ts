import { expect, it } from 'vitest';
import { splitMessage } from './split-message.ts';

it.each([
  ['The keypad is full. Remove codes.', ['The keypad is full', 'Remove codes.']],
  ['Smoobu cannot be reached', ['Smoobu cannot be reached', '']],
  ['The code of St. John is off. Let him in.', ['The code of St. John is off', 'Let him in.']],
  ['Its code works until 15:00. Say which night.', ['Its code works until 15:00', 'Say which night.']],
  ['Ist das Konto Ihres? Bitte antworten.', ['Ist das Konto Ihres?', 'Bitte antworten.']],
])('splits “%s”', (message, parts) => {
  expect(splitMessage(message)).toEqual(parts);
});
