import { describe, expect, it } from 'vitest';
import { desktopEntry } from './desktop-entry.ts';

const entry = (command: readonly string[], name = 'Latchkey'): string =>
  desktopEntry({ name, comment: 'Codes', command, icon: 'latchkey' });
const exec = (...command: readonly string[]): string => /^Exec=(.*)$/m.exec(entry(command))?.[1] ?? '';

/** Parses Exec as a desktop does: escapes of the value, then quotes, then field codes. */
function readBack(line: string): string[] {
  const value = line.replace(/\\([\\snrt])/g, (_whole, sign: string) => ({ s: ' ', n: '\n', r: '\r', t: '\t' })[sign] ?? sign);
  return [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, quoted = '']) => quoted.replace(/\\(["`$\\])/g, '$1').replaceAll('%%', '%'));
}

describe('desktopEntry', () => {
  it('writes a desktop file', () => {
    expect(entry(['/opt/Latchkey/latchkey', '--hidden'])).toBe(
      '[Desktop Entry]\nType=Application\nVersion=1.5\nName=Latchkey\nComment=Codes\nExec="/opt/Latchkey/latchkey" "--hidden"\n' +
        'Icon=latchkey\nTerminal=false\nX-GNOME-Autostart-enabled=true\n',
    );
  });

  it('quotes and then escapes, as the specification requires', () => {
    expect(exec('/a b')).toBe('"/a b"');
    expect(exec('/a"b')).toBe(String.raw`"/a\\"b"`);
    expect(exec('/a$b')).toBe(String.raw`"/a\\$b"`);
    expect(exec('/a\\b')).toBe(String.raw`"/a\\\\b"`);
    expect(exec('/100%f')).toBe('"/100%%f"');
  });

  it.each(['/home/ann/My Apps/Latchkey.AppImage', '/o"dd/$HOME/`x`/back\\slash/100%u', "/it's/a;b&c|d<e>f*?#(g)~", '/tab\there', '/clé'])(
    'can be parsed back: %s',
    (path) => expect(readBack(exec(path, '--hidden'))).toEqual([path, '--hidden']),
  );

  it('rejects line breaks and empty commands', () => {
    expect(() => entry(['/a\nExec=/bin/other'])).toThrow(TypeError);
    expect(() => entry(['/a'], 'Latch\rkey')).toThrow(TypeError);
    expect(() => entry([])).toThrow(TypeError);
  });
});
