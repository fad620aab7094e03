import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePrivateFolder } from './private-files.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'latchkey-private-'));
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

describe('makePrivateFolder', () => {
  it('creates every missing level for its owner only, and accepts existing ones', () => {
    const folder = join(parent, 'one', 'two', 'three');
    makePrivateFolder(folder);
    makePrivateFolder(folder);
    if (process.platform !== 'win32') expect(statSync(join(parent, 'one')).mode & 0o777).toBe(0o700);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it('throws where a file is in the way', () => {
    writeFileSync(join(parent, 'file'), '');
    expect(() => makePrivateFolder(join(parent, 'file', 'folder'))).toThrow();
  });

  // The recursive mkdir of Node goes round for ever here.
  it.runIf(existsSync('/proc/self'))('throws where the system makes no folders', () => {
    expect(() => makePrivateFolder('/proc/latchkey/home')).toThrow();
  });
});
