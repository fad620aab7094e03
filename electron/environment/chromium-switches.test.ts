import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwantedSwitches } from './chromium-switches.ts';

describe('unwantedSwitches', () => {
  const DEBUGGING = unwantedSwitches([]);
  const more = (...argv: string[]) => unwantedSwitches(argv).filter((name) => !DEBUGGING.includes(name));

  it('always has those that let another program into the window', () => {
    expect(DEBUGGING).toEqual(expect.arrayContaining(['remote-debugging-port', 'remote-debugging-pipe']));
  });
  it('keeps what a computer may need to draw the window, and what is no switch', () => {
    expect(more('--no-sandbox', '--ozone-platform=x11', '--force-device-scale-factor=1.5', '--lang=fr', 'file', '', '-', '--')).toEqual([]);
  });
  it('has everything else, in each notation that Chromium takes', () => {
    expect(more('--renderer-cmd-prefix=x', '-js-flags=--log', '/Host-Rules=MAP * 127.0.0.1', ' --proxy-server=x')).toEqual([
      'renderer-cmd-prefix',
      'js-flags',
      'host-rules',
      'proxy-server',
    ]);
  });
  it('has the debugging switches whatever else is given', () => {
    fc.assert(fc.property(fc.array(fc.string()), (argv) => DEBUGGING.every((name) => unwantedSwitches(argv).includes(name))));
  });
});
