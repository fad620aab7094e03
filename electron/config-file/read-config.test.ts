import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMistake, readConfig } from './read-config.ts';
import type { ReadOptions } from './read-config.ts';
import { lockId } from '../../tests/support/ids.ts';

const DOCUMENTED = `
thekeys: { username: "+33600000000", password: "p4ssw0rd-x" }
smoobu: { api_key: "key-x", api_secret: "secret-x" }
apartment_locks: { "500037": 3705 }          # unit: lock, or a list of locks
lock_accessoires: { 3705: "Kp7Qm2Xa" }        # lock: keypad's string id
digicode_prefixes: { 3705: "18" }             # optional
default_times: { check_in_hour: "15", check_in_minute: "0", check_out_hour: "12", check_out_minute: "0" }   # optional
code_settings: { length: 4 }                  # optional
`;

function mistakes(text: string, options: ReadOptions = { apiSecret: 'required' }): readonly string[] {
  const read = readConfig(text.trimStart(), options);
  return (read.ok ? read.value.leftOut : read.error).map(formatMistake);
}

function valid(text: string, options: ReadOptions = { apiSecret: 'required' }) {
  const read = readConfig(text, options);
  if (!read.ok) throw new Error(read.error.map(formatMistake).join('\n'));
  return read.value;
}

describe('readConfig', () => {
  it('reads the documented form', () => {
    const config = valid(DOCUMENTED);
    expect(config.units).toEqual([{ unitId: 500037, lockIds: [3705] }]);
    expect([...config.keypads]).toEqual([[3705, 'Kp7Qm2Xa']]);
    expect([...config.prefixes]).toEqual([[3705, '18']]);
    expect([config.checkIn, config.checkOut, config.pinLength]).toEqual(['15:00', '12:00', 4]);
    expect(config.smoobu?.apiKey.reveal()).toBe('key-x');
    expect(config.smoobu?.apiSecret?.reveal()).toBe('secret-x');
    expect(config.theKeys?.username).toBe('+33600000000');
    expect(config.theKeys?.password.reveal()).toBe('p4ssw0rd-x');
  });

  it('reads block style, unquoted keys and texts, lists, comments, CRLF and a byte order mark', () => {
    const config = valid(
      [
        '\u{feff}# written by hand',
        'thekeys:',
        '  username: +33600000000',
        '  password: 012345',
        'apartment_locks:',
        '  500037: [3705, 3706]',
        "  '500038':",
        '    - "3705"',
        'lock_accessoires:',
        '  3705: 1234e567',
        '  "3706": Kp7Qm2Xb',
        'digicode_prefixes:',
        '  3705: 018',
        'default_times: { check_in_hour: 16, check_out_hour: 10, check_out_minute: 30 }',
        'code_settings:',
      ].join('\r\n'),
    );
    expect(config.units).toEqual([
      { unitId: 500037, lockIds: [3705, 3706] },
      { unitId: 500038, lockIds: [3705] },
    ]);
    // A text that looks like a number is not changed.
    expect(config.keypads.get(lockId(3705))).toBe('1234e567');
    expect(config.prefixes.get(lockId(3705))).toBe('018');
    expect(config.theKeys?.password.reveal()).toBe('012345');
    expect([config.checkIn, config.checkOut, config.pinLength]).toEqual(['16:00', '10:30', null]);
    expect(config.smoobu).toBeNull();
  });

  it('follows aliases', () => {
    const config = valid('apartment_locks: { 1: &both [3705, 3706], 2: *both }\nlock_accessoires: { 3705: &pad Kp1, 3706: Kp2 }\n');
    expect(config.units[1]).toEqual({ unitId: 2, lockIds: [3705, 3706] });
  });

  it('names line and key of every mistake, sorted by line', () => {
    const text = `
thekeys: { username: "+33600000000" }
smoobu: { api_key: "key-x", api_token: "t" }
apartment_locks:
  500037: 3705
  500038: [3706, 3705, 3705]
  loft: 3705
  500039: []
  500040: { lock: 3705 }
lock_accessoires:
  3705: 12345
  3707:
digicode_prefixes: { 3799: ab }
default_times: { check_in_hour: 24, check_out_minute: 5 }
code_settings: { length: 3 }
extra: 1
`;
    expect(mistakes(text)).toMatchInlineSnapshot(`
      [
        "line 1: thekeys.password: is missing",
        "line 2: smoobu.api_token: is not a known key",
        "line 2: smoobu.api_secret: is missing; make a key with a secret in Smoobu under Settings > Advanced > API Keys",
        "line 5: apartment_locks.500038.2: names the same lock twice",
        "line 5: apartment_locks.500038: lock 3706 has no keypad in lock_accessoires",
        "line 6: apartment_locks.loft: must be a number such as 3705",
        "line 7: apartment_locks.500039: must name at least one lock",
        "line 8: apartment_locks.500040: must be the number of a lock, or a list of such numbers",
        "line 10: lock_accessoires.3705: must be the keypad's string id, not its number",
        "line 11: lock_accessoires.3707: is missing",
        "line 12: digicode_prefixes.3799: must be up to eight digits",
        "line 12: digicode_prefixes.3799: this lock has no keypad in lock_accessoires",
        "line 13: default_times.check_in_hour: must be a whole number from 0 to 23",
        "line 13: default_times.check_out_minute: is given without check_out_hour",
        "line 14: code_settings.length: must be a whole number from 4 to 8",
        "line 15: extra: is not a known key",
      ]
    `);
  });

  it('names missing sections', () => {
    expect(mistakes('code_settings: { length: 4 }')).toEqual([
      'line 1: apartment_locks: is missing',
      'line 1: lock_accessoires: is missing',
    ]);
    expect(mistakes('')).toEqual(['line 1: the file is empty']);
    expect(mistakes('just a sentence')).toEqual(['line 1: the file must consist of sections such as apartment_locks']);
    expect(mistakes('apartment_locks: {}\nlock_accessoires: {}')).toEqual(['line 1: apartment_locks: must name at least one unit']);
  });

  it('refuses a key that appears twice, whatever its quotes', () => {
    expect(mistakes('apartment_locks: { 1: 2 }\nlock_accessoires:\n  2: KpA\n  "2": KpB')).toEqual([
      'line 4: lock_accessoires.2: appears twice, first on line 3',
    ]);
  });

  it('requires the secret of a Smoobu key only where it is needed', () => {
    const text = 'smoobu: { api_key: "key-x" }\napartment_locks: { 1: 2 }\nlock_accessoires: { 2: KpA }';
    expect(mistakes(text)).toEqual([
      'line 1: smoobu.api_secret: is missing; make a key with a secret in Smoobu under Settings > Advanced > API Keys',
    ]);
    expect(valid(text, { apiSecret: 'optional' }).smoobu?.apiSecret).toBeNull();
  });

  it.each([
    ['a: [', 'line 1: the indentation or a closing bracket is wrong'],
    ['a:\n\t- x', 'line 2: indent with spaces, not with tabs'],
    ['a: 1\n---\nb: 2', 'line 2: the file must contain only one document (no second ---)'],
    ['a: *nowhere', 'line 1: a: uses an alias (*name) that was not set; put a value that begins with * in quotes'],
    ['a: !secret x', 'line 1: tags (!name) are not supported; put a value that begins with ! in quotes'],
    ['__proto__: { a: 1 }', 'line 1: __proto__: is not a known key'],
    ['? [a]\n: b', 'line 1: a key must be a plain text or number'],
    ['a: &a [*a]', 'line 1: a: contains an alias (*name) of itself'],
    ['['.repeat(5_000), 'nested too deeply'],
  ])('says what is wrong with %j', (text, message) => {
    expect(mistakes(text).join('\n')).toContain(message);
  });

  it('stops an alias bomb', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index] ?? ''},`.repeat(9)}]`),
    ];
    const startedMs = performance.now();
    expect(mistakes(bomb.join('\n')).join('\n')).toContain('too many aliases');
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });

  it('never quotes a secret', () => {
    const secretMistakes = [
      'thekeys: { username: "+33600000000", password: hunter,zebra42 }',
      'thekeys: { username: "+33600000000", password: *zebra42 }',
      'thekeys: { username: "+33600000000", password: "zebra42 }',
      'thekeys: { username: "+33600000000", password: !zebra42 x }',
      'thekeys: { username: "+33600000000", password: [zebra42] }',
      'smoobu: { api_key: { zebra42: } }',
      'smoobu: zebra42',
      'thekeys:\n  password: zebra42\n  password: zebra42',
    ];
    for (const mistake of secretMistakes) {
      const messages = mistakes(`${mistake}\napartment_locks: { 1: 2 }\nlock_accessoires: { 2: KpA }`).join('\n');
      expect(messages).not.toBe('');
      expect(messages).not.toContain('zebra42');
    }
  });
});

describe('readConfig on any input', () => {
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom(...DOCUMENTED.trim().split('\n')),
      fc.constantFrom(
        'apartment_locks:',
        '  500037: 3705',
        '  - 3705',
        'lock_accessoires: &x',
        '  3705: *x',
        '---',
        '? a',
        ': b',
        '"',
        '{',
        ']',
        '\t',
        '<<: *x',
        '!!map',
        '|',
        '>',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 14 },
  );

  it('never throws, and names a line of the file with every mistake', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('required', 'optional'), (parts, apiSecret) => {
        const text = parts.join('\n');
        const read = readConfig(text, { apiSecret });
        if (read.ok) return;
        expect(read.error.length).toBeGreaterThan(0);
        for (const { line, message } of read.error) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(text.split('\n').length);
          expect(message).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('reads every configuration of the form correctly', () => {
    const id = fc.integer({ min: 1, max: 999_999 });
    const keypads = fc.dictionary(id.map(String), fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,9}$/), {
      minKeys: 1,
      maxKeys: 6,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(keypads, fc.array(id, { minLength: 1, maxLength: 5 }), fc.boolean(), (pads, unitIds, quoted) => {
        const locks = Object.keys(pads);
        const units = [...new Set(unitIds)];
        const quote = (text: string): string => (quoted ? `"${text}"` : text);
        const text = [
          'apartment_locks:',
          ...units.map((unit) => `  ${quote(String(unit))}: [${locks.map(quote).join(', ')}]`),
          'lock_accessoires:',
          ...locks.map((lock) => `  ${quote(lock)}: ${quote(pads[lock] ?? '')}`),
        ].join('\n');
        const config = valid(text);
        expect(new Map(config.units.map(({ unitId, lockIds }) => [unitId, lockIds]))).toEqual(
          new Map(units.map((unit) => [unit, locks.map(Number)])),
        );
        expect(config.keypads).toEqual(new Map(locks.map((lock) => [Number(lock), pads[lock]])));
      }),
      { numRuns: 100 },
    );
  });
});
