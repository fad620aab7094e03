import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Secret } from '../secret.ts';
import { MINUTE_MS } from '../time.ts';
import { isCertainlyAfter, isCertainlyBefore, messageThatTells, namesReference, textThatSays } from './evidence.ts';

const NONE = { keyed: true, digestPin: () => null, digestText: () => null };

it.each(['DEMO-002', 'HM-4AB2/7', 'a.b', '(1)', '$&', 'Überweg', '[x]', '😀1', '90014'])(
  'finds the reference %s where it stands alone',
  (reference) => {
    expect(namesReference(`Ref. ${reference}.`, reference)).toBe(true);
    expect(namesReference(`Ref. 9${reference}`, reference)).toBe(false);
    expect(namesReference('Ref. something else', reference)).toBe(false);
  },
);

it('takes any text for a reference', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (reference) => namesReference(`(${reference})`, reference)),
    { numRuns: 25 },
  );
});

it('knows a message of another installation by a reference with a hyphen and the digits', () => {
  const message = { id: 7, from: 'host', text: new Secret('Your code: 184711. DEMO-002'), hasSubject: false } as const;
  const looked = { digest: 'none', text: null, digits: [new Secret('184711')], reference: 'DEMO-002', after: null };
  expect(messageThatTells([message], looked, NONE)).toBe(message);
  expect(messageThatTells([message], { ...looked, reference: 'DEMO-003' }, NONE)).toBeNull();
});

it.each<[string, string, boolean]>([
  ['line by line', 'Front: 5870\nGate: 185870\nUntil Monday, 12:00\nRef. 90001', true],
  ['without line breaks', 'Front: 5870 Gate: 185870 Until Monday, 12:00 Ref. 90001', true],
  ['with other spaces', 'Front : 58 70\u00a0Gate:185870 Until Monday, 12:00 Ref. 90001', true],
  ['with a longer number', 'Front: 58701\nGate: 185870\nUntil Monday, 12:00\nRef. 90001', false],
  ['with another prefix', 'Front: 5870\nGate: 5870\nUntil Monday, 12:00\nRef. 90001', false],
  ['with another time', 'Front: 5870\nGate: 185870\nUntil Monday, 12:30\nRef. 90001', false],
  ['about another booking', 'Front: 5870\nGate: 185870\nUntil Monday, 12:00\nRef. 90002', false],
])('a text in other words says the same of each door, %s: %s', (_how, text, isSaid) => {
  const message = { id: 7, from: 'host', text: new Secret(text), hasSubject: false } as const;
  const says = ['Front: 5870', 'Gate: 185870', 'Monday, 12:00'].map((part) => new Secret(part));
  expect(textThatSays([message], { says, reference: '90001', after: null })).toBe(isSaid ? message : null);
});

it('orders a message and a moment where neither the zone of its time nor the clocks leave a doubt', () => {
  const minutes = [-126, -125, -60, 0, 5, 6].map((minute) => ({ writtenMs: minute * MINUTE_MS }));
  expect(minutes.map((message) => [isCertainlyBefore(message, 0), isCertainlyAfter(message, 0)])).toEqual([
    [true, false],
    ...Array.from({ length: 4 }, () => [false, false]),
    [false, true],
  ]);
  expect([isCertainlyBefore({ writtenMs: null }, 0), isCertainlyAfter({ writtenMs: null }, 0)]).toEqual([false, false]);
});
