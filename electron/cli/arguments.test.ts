import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const read = (line: string) =>
  readArguments(
    line.split(' ').filter((word) => word !== ''),
    100,
  );

describe('readArguments', () => {
  it.each([
    ['sync', { command: 'sync' }],
    ['sync --dry-run --apply-held --config a.yaml', { command: 'sync', dryRun: true, applyHeld: true, config: 'a.yaml' }],
    ['watch --cron x', { command: 'watch', cron: 'x' }],
    ['status', { command: 'status' }],
    ['history', { command: 'history', limit: 20 }],
    ['history --booking 90001 --limit 5', { command: 'history', limit: 5, booking: 90001 }],
    ['history --run abc', { command: 'history', limit: 20, run: 'abc' }],
    ['discover', { command: 'discover' }],
    ['codes list --lock 3705 --reveal', { command: 'codes list', lock: 3705, reveal: true }],
    ['codes delete 684000 --lock 3705', { command: 'codes delete', lock: 3705, code: 684000 }],
    ['import old.yaml --dry-run', { command: 'import', file: 'old.yaml', dryRun: true }],
    ['credentials test the-keys', { command: 'credentials', action: 'test', cloud: 'the-keys' }],
    ['credentials set watchdog', { command: 'credentials', action: 'set', cloud: 'watchdog' }],
    ['doctor', { command: 'doctor' }],
  ])('understands %s', (line, request) => {
    expect(read(line)).toStrictEqual({ kind: 'request', globals: {}, request });
  });

  it('takes global options before and after the command', () => {
    const globals = { home: '/x', json: true, verbose: true };
    expect(read('--home /x --json --verbose status')).toMatchObject({ kind: 'request', globals });
    expect(read('codes list --lock 1 --home /x --json --verbose')).toMatchObject({ kind: 'request', globals });
  });

  it('distinguishes what an update does not name from what it empties', () => {
    expect(readArguments(['codes', 'update', '7', '--lock', '1', '--description', '', '--check-in', '9:05'], 100)).toStrictEqual({
      kind: 'request',
      globals: {},
      request: { command: 'codes update', lock: 1, code: 7, description: '', checkIn: '09:05' },
    });
  });

  it.each([
    ['', 'Name a command, for instance: latchkey status. All commands: latchkey --help'],
    ['syncc', "Unknown command 'syncc'\n(Did you mean sync?)"],
    ['codes', 'Something is missing. Usage: latchkey codes [options] [command]'],
    ['sync --nope', "Unknown option '--nope'\n(Did you mean --home?)"],
    ['sync extra', "Too many arguments for 'sync'. Expected 0 arguments but got 1."],
    ['codes list', "Required option '--lock <id>' not specified"],
    ['codes list --lock 0', "Option '--lock <id>' argument '0' is invalid. It must be a number."],
    ['history --limit 1001', "Option '--limit <n>' argument '1001' is invalid. It must be 1000 at most."],
    ['history --run a --booking 1', "Option '--booking <id>' cannot be used with option '--run <id>'"],
    [
      'codes update 1 --lock 1 --from 2026-02-29',
      "Option '--from <date>' argument '2026-02-29' is invalid. It must be a date such as 2026-11-23.",
    ],
    [
      'credentials set other',
      "Command-argument value 'other' is invalid for argument 'account'. Allowed choices are smoobu, the-keys, watchdog.",
    ],
  ])('refuses “%s”', (line, message) => {
    expect(read(line)).toEqual({ kind: 'usage', message });
  });

  it('quotes no PIN, wherever it was typed', () => {
    for (const line of ['codes update 1 --lock 1 --pni=4711', 'codes delete 1 4711 --lock 1']) {
      expect(JSON.stringify(read(line))).not.toContain('4711');
    }
  });

  it('answers --help and --version everywhere', () => {
    expect(read('--help')).toMatchObject({ kind: 'help' });
    expect(read('codes create --help')).toMatchObject({ kind: 'help' });
    expect(read('codes list --version')).toEqual({ kind: 'version', json: false });
    expect(read('--version --json')).toEqual({ kind: 'version', json: true });
  });
});
