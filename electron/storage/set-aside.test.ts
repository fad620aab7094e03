import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setAside, setAsidePath } from './set-aside.ts';

const NOW_MS = Date.parse('2026-11-23T14:53:00.900Z');

describe('setAsidePath', () => {
  it('contains the reason and time, without characters that some systems forbid', () => {
    expect(setAsidePath('settings.json', 'corrupt', NOW_MS, () => false)).toBe('settings.corrupt-20261123T145300Z.json');
  });
  it('is never the name of an existing file', () => {
    const taken = new Set(['lock.newer-20261123T145300Z', 'lock.newer-20261123T145300Z-2']);
    expect(setAsidePath('lock', 'newer', NOW_MS, (path) => taken.has(path))).toBe('lock.newer-20261123T145300Z-3');
  });
});

describe('setAside', () => {
  it('also renames companions, so that none of them is used with the new file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-aside-'));
    try {
      for (const name of ['a.sqlite', 'a.sqlite-wal', 'b.sqlite-wal']) writeFileSync(join(folder, name), '');
      setAside(join(folder, 'a.sqlite'), 'corrupt', NOW_MS, ['-wal', '-shm']);
      const aside = 'a.corrupt-20261123T145300Z.sqlite';
      expect(readdirSync(folder).sort()).toEqual([aside, `${aside}-wal`, 'b.sqlite-wal']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
