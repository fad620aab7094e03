import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMistake, readConfig } from './read-config.ts';

const PHP = `<?php
// Configuration
return [
    'thekeys' => [
        'username' => '+33600000000', # the account
        'password' => 'it\\'s "p4ss"',
    ],
    'smoobu' => ['api_key' => 'key-x'],
    /* one lock for each
       apartment */
    'apartment_locks' => [
        '500037' => 3705,
        '500038' => 3706,
    ],
    'lock_accessoires' => [3705 => 'Kp7Qm2Xa', 3706 => "Kp7Qm2Xb"],
    'digicode_prefixes' => [3705 => '18'],
    'default_times' => ['check_in_hour' => '15', 'check_in_minute' => '0', 'check_out_hour' => '12', 'check_out_minute' => '0'],
    'code_settings' => ['length' => 4],
    'logging' => ['file' => __DIR__ . '/logs/app.log', 'level' => 'INFO', 'console' => true],
    'sms_provider' => 'budgetsms',
    'budgetsms' => ['userid' => 'secret-user', 'handle' => null],
    'database' => array('port' => -1, 'ratio' => 1.5),
];
`;
const TOML = `name = "thekeys"
main = "src/index.js"
compatibility_date = 2025-01-01

[vars]
APARTMENT_LOCKS = '{"500037":3705,"500038":[3706]}'
LOCK_ACCESSOIRES = '{"3705":"Kp7Qm2Xa","3706":"Kp7Qm2Xb"}'
DIGICODE_PREFIXES = '{"3705":"18"}'
DEFAULT_TIMES = '{"check_in_hour":"15","check_in_minute":"0","check_out_hour":"12","check_out_minute":"0"}'
PIN_LENGTH = "4"
SMS_PROVIDER = "budgetsms"

[[kv_namespaces]]
binding = "TOKENS"
id = "abc"
`;
const read = (text: string) => readConfig(text, { apiSecret: 'optional' });
const valid = (text: string) => {
  const config = read(text);
  if (!config.ok) throw new Error(config.error.map(formatMistake).join('\n'));
  return config.value;
};
const errors = (text: string): readonly string[] => {
  const config = read(text);
  return config.ok ? [] : config.error.map(formatMistake);
};

describe.each([
  ['config.php', PHP],
  ['wrangler.toml', TOML],
])('%s', (_, text) => {
  it('is read as data', () => {
    const config = valid(text);
    expect(config.units).toEqual([
      { unitId: 500037, lockIds: [3705] },
      { unitId: 500038, lockIds: [3706] },
    ]);
    expect(Object.fromEntries(config.keypads)).toEqual({ 3705: 'Kp7Qm2Xa', 3706: 'Kp7Qm2Xb' });
    expect(Object.fromEntries(config.prefixes)).toEqual({ 3705: '18' });
    expect([config.checkIn, config.checkOut, config.pinLength]).toEqual(['15:00', '12:00', 4]);
    expect(config.leftOut).toEqual([]);
  });

  it('may have a byte order mark and Windows line ends', () => {
    expect(valid(`\u{feff}${text.replaceAll('\n', '\r\n')}`).units).toHaveLength(2);
  });

  it('never makes the reader throw, whatever is changed in it', () => {
    const piece = fc.constantFrom('[', ']', "'", '"', '$', '=>', '{', '}', '\\', '__proto__', '/*', '#', '.', '=', '\n', '\0', '');
    fc.assert(
      fc.property(fc.nat({ max: text.length }), fc.nat({ max: 5 }), piece, (at, length, put) => {
        const config = read(text.slice(0, at) + put + text.slice(at + length));
        const mistakes = config.ok ? config.value.leftOut : config.error;
        for (const { line } of mistakes) expect(line).toBeGreaterThan(0);
        expect(mistakes.map(formatMistake).join()).not.toMatch(/p4ss|key-x|secret-user/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('config.php', () => {
  it('has credentials; what is not taken over is named, without its values', () => {
    const config = valid(PHP);
    expect(config.theKeys?.username).toBe('+33600000000');
    expect(config.theKeys?.password.reveal()).toBe('it\'s "p4ss"');
    expect(config.smoobu?.apiKey.reveal()).toBe('key-x');
    expect(config.notTakenOver).toEqual(['database', 'sms_provider', 'budgetsms', 'logging']);
  });

  it.each([
    ['a call', "'password' => getenv('X')", 6],
    ['a variable', "'password' => $password", 6],
    ['a variable in a text', '\'password\' => "a$b"', 6],
    ['a constant', "'password' => PASSWORD", 6],
    ['a folder outside of logging', "'password' => __DIR__ . '/x'", 6],
    ['a calculation', "'password' => 1 + 2", 6],
    ['an unfinished text, where the next one begins', "'password' => 'abc", 8],
  ])('is an error with its line where it has %s', (_, entry, line) => {
    const [found, ...more] = errors(PHP.replace(/'password' => .*,\n/, `${entry},\n`));
    expect(found).toMatch(new RegExp(`^line ${String(line)}: `));
    expect(more).toEqual([]);
  });

  it('runs nothing: other statements are errors', () => {
    expect(errors(PHP.replace('return [', "system('x'); return ["))).toHaveLength(1);
    expect(errors(`${PHP}\nsystem('x');`)).toHaveLength(1);
    expect(valid(PHP.replace('<?php', '<?php declare(strict_types=1);')).units).toHaveLength(2);
  });
});

describe('wrangler.toml', () => {
  it('has no credentials, and names other variables', () => {
    const config = valid(TOML);
    expect([config.smoobu, config.theKeys]).toEqual([null, null]);
    expect(config.notTakenOver).toEqual(['SMS_PROVIDER']);
  });

  it('with broken JSON in one value names the key, and serves the others where that is safe', () => {
    const prefixes = valid(TOML.replace('{"3705":"18"}', '{"3705":'));
    expect(prefixes.leftOut.map(formatMistake)).toEqual(['line 8: digicode_prefixes: is not valid JSON in DIGICODE_PREFIXES']);
    expect(prefixes.units).toHaveLength(2);
    expect(valid(TOML.replace('PIN_LENGTH = "4"', 'PIN_LENGTH = "44"')).leftOut.map(({ line, key }) => [line, key])).toEqual([
      [10, 'code_settings.length'],
    ]);
    for (const name of ['APARTMENT_LOCKS', 'LOCK_ACCESSOIRES', 'DEFAULT_TIMES']) {
      expect(errors(TOML.replace(new RegExp(`${name} = '\\{`), `${name} = '`)).join('\n')).toContain(`is not valid JSON in ${name}`);
    }
  });

  it('that is no TOML is an error with its line', () => {
    expect(errors(TOML.replace('PIN_LENGTH = "4"', 'PIN_LENGTH = four'))).toEqual(['line 10: this is not valid TOML; put texts in quotes']);
  });
});

describe('one broken entry', () => {
  const yaml = (locks: string, keypads: string, rest = ''): string =>
    `apartment_locks: {${locks}}\nlock_accessoires: {${keypads}}\n${rest}`;
  it.each([
    ['a lock that is no number', yaml('1: 11, 2: front', '11: Ka'), [1]],
    ['a lock without a keypad', yaml('1: 11, 2: 12', '11: Ka'), [1]],
    ['one of two locks without a keypad', yaml('1: 11, 2: [11, 12]', '11: Ka'), [1]],
    ['a keypad that is a number', yaml('1: 11, 2: [11, 12]', '11: Ka, 12: 77'), [1]],
    ['a unit that is no number', yaml('1: 11, two: 11', '11: Ka'), [1]],
    ['a unit that appears twice', yaml('1: 11, 2: 11, 2: 12', '11: Ka, 12: Kb'), [1]],
    ['a prefix that is no digits', yaml('1: 11, 2: 11', '11: Ka', 'digicode_prefixes: {11: 1a}'), [1, 2]],
  ])('%s: the others are served, and it is named', (_, text, units) => {
    const config = valid(text);
    expect(config.units.map(({ unitId }) => Number(unitId))).toEqual(units);
    expect(config.leftOut.length).toBeGreaterThan(0);
  });

  it.each([
    ['a time', yaml('1: 11', '11: Ka', 'default_times: {check_in_hour: 99}')],
    ['credentials', yaml('1: 11', '11: Ka', 'thekeys: {username: x}')],
    ['a section', yaml('1: 11', '11: Ka', 'other: 1')],
    ['the only unit', yaml('1: front', '11: Ka')],
  ])('%s: nothing is taken over', (_, text) => {
    expect(errors(text)).toHaveLength(1);
  });
});

describe('a hostile file', () => {
  it('is not parsed beyond 64 kB', () => {
    const padded = (length: number) => 'apartment_locks: {1: 11}\nlock_accessoires: {11: Ka}\n#'.padEnd(length, '-');
    expect(errors(padded(65_537))).toEqual([expect.stringContaining('too large')]);
    expect(readConfig(padded(65_536), { apiSecret: 'optional' }).ok).toBe(true);
  });

  it.each([
    ['PHP, nested', `<?php return ${'['.repeat(60_000)}`],
    ['PHP, long list', `<?php return [${'1,'.repeat(30_000)}];`],
    ['PHP, many keys', `<?php return [${Array.from({ length: 6000 }, (_, index) => `${String(index)}=>1`).join(',')}];`],
    ['TOML, nested', `[vars]\nA = ${'['.repeat(60_000)}`],
    ['TOML, JSON nested', `[vars]\nAPARTMENT_LOCKS = '${'['.repeat(60_000)}'`],
    ['YAML, nested', `apartment_locks: ${'['.repeat(60_000)}`],
    ['YAML, blocks', Array.from({ length: 6000 }, (_, index) => `- ${String(index)}`).join('\n')],
    ['YAML, many wrong units', `apartment_locks:\n${Array.from({ length: 5000 }, (_, index) => ` ${String(index)}: x`).join('\n')}`],
    ['too large', `<?php return [${'1,'.repeat(300_000)}];`],
  ])('%s: is refused with few mistakes, in time', (_, text) => {
    const startedMs = performance.now();
    const found = errors(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(50);
    // Far above what it takes on a busy machine; unlimited, these take minutes.
    expect(performance.now() - startedMs).toBeLessThan(8000);
  });
});
