import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Secret } from '../secret.ts';
import { messageThatTells, namesReference } from './evidence.ts';

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
