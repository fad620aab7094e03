import { describe, expect, it } from 'vitest';
import { readDemoArguments } from '../demo/demo-arguments.ts';
import { AFTER_CRASH_ARGUMENT, relaunchCommand, startsHidden } from './launch-arguments.ts';

const PACKAGED = ['/opt/latchkey/latchkey'];
const UNPACKAGED = ['/usr/lib/electron', '/home/someone/latchkey/out/main.js'];

describe('startsHidden', () => {
  it('is decided by the argument, or by macOS', () => {
    expect(startsHidden(['latchkey'], false)).toBe(false);
    expect(startsHidden(['latchkey', '--hidden'], false)).toBe(true);
    expect(startsHidden(['latchkey'], true)).toBe(true);
  });
});

describe('relaunchCommand', () => {
  it.each([
    ['packaged, into the demo', PACKAGED, true, ['--demo']],
    ['packaged, at login', [...PACKAGED, '--hidden'], true, ['--demo']],
    ['packaged, out of the demo', [...PACKAGED, '--demo'], false, ['--window']],
    ['unpackaged, into the demo', UNPACKAGED, true, [UNPACKAGED[1], '--demo']],
    [
      'unpackaged, out of a demo with faults',
      [...UNPACKAGED, '--demo=large', '--demo-faults=smoobu=html'],
      false,
      [UNPACKAGED[1], '--window'],
    ],
    ['with other arguments', [...PACKAGED, '--no-sandbox', '--lang=fr'], false, ['--no-sandbox', '--lang=fr', '--window']],
  ] as const)('%s', (_, argv, isDemo, args) => {
    expect(relaunchCommand({ isDemo }, { argv, started: null })).toEqual({ args });
  });

  it('switches to the demo and back any number of times', () => {
    let argv: readonly string[] = [...UNPACKAGED, '--hidden', '--demo=empty', '--demo-faults=smoobu=html', '--democracy'];
    for (const isDemo of [false, true, true, false]) {
      argv = [UNPACKAGED[0] ?? '', ...relaunchCommand({ isDemo }, { argv, started: null }).args];
      expect([readDemoArguments(argv) !== null, startsHidden(argv, false)]).toEqual([isDemo, false]);
      expect(argv.slice(0, 3)).toEqual([...UNPACKAGED, '--democracy']);
      expect(argv).toHaveLength(4);
    }
  });

  it('keeps all arguments after a crash, starts in the tray, and adds its argument only once', () => {
    const after = relaunchCommand('after-crash', { argv: [...UNPACKAGED, '--demo=large', '--window'], started: null });
    expect(after.args).toEqual([UNPACKAGED[1], '--demo=large', '--hidden', AFTER_CRASH_ARGUMENT]);
    const again = [UNPACKAGED[0] ?? '', ...after.args];
    expect(relaunchCommand('after-crash', { argv: again, started: null })).toEqual(after);
    expect(relaunchCommand({ isDemo: false }, { argv: again, started: null }).args).toEqual([UNPACKAGED[1], '--window']);
  });

  it('starts the AppImage itself when the program runs from one', () => {
    const started = '/home/someone/Latchkey.AppImage';
    expect(relaunchCommand({ isDemo: true }, { argv: ['/tmp/.mount_x/latchkey'], started })).toEqual({
      args: ['--demo'],
      execPath: started,
    });
  });
});
