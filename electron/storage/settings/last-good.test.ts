import fc from 'fast-check';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StorageFailure } from '../../app/ports/storage.ts';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { createVirtualClock } from '../../../tests/support/virtual-clock.ts';
import { openSettingsStore } from './settings-store.ts';

let folder: string;
let file: string;
let copyFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-last-good-'));
  file = join(folder, 'settings.json');
  copyFile = join(folder, 'settings.last-good.json');
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

const clock = createVirtualClock({ nowMs: Date.parse('2026-11-23T14:53:00Z') });
const open = (beforeWrite?: (path: string) => void) =>
  openSettingsStore({ folder, clock, ...(beforeWrite === undefined ? {} : { beforeWrite }) });
const mapped = (keypadId: string): Settings =>
  settingsSchema.parse({ mapping: { units: [{ unitId: 101, name: 'Flat 1', doors: [{ lockId: 3705, keypadId }] }] } });
const OLD = mapped('KpAlpha1');
/** What decides about doors. */
const pick = ({ mapping, times, codes, setup }: Omit<Settings, 'recovery'>) => ({ mapping, times, codes, setup });
const diskError = (code: string): Error => Object.assign(new Error(code), { code });

describe('the last good copy', () => {
  it('is used when the file is damaged, until the mapping is confirmed', () => {
    open().write(OLD);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 90));
    const store = open();
    expect(store.read()).toEqual({ ...OLD, recovery: 'copy' });
    expect(store.recovered).toMatchObject({ usesCopy: true, setAsideAs: expect.stringContaining('corrupt') as string });
    // Another process, later.
    expect(open().read()).toEqual({ ...OLD, recovery: 'copy' });
    open().write(mapped('KpBravo2'));
    expect(open().read()).toEqual(mapped('KpBravo2'));
  });

  it('is used when the file is missing', () => {
    open().write(OLD);
    rmSync(file);
    const store = open();
    expect(store.read()).toEqual({ ...OLD, recovery: 'copy' });
    expect(store.recovered).toMatchObject({ usesCopy: true, setAsideAs: null });
  });

  it('does not hide that the mapping was lost before', () => {
    open().write({ ...settingsSchema.parse({}), recovery: 'lost' });
    writeFileSync(file, '');
    expect(open().read().recovery).toBe('lost');
  });

  it('follows a file that was edited by hand, with its checksum removed', () => {
    open().write(OLD);
    const edited = readFileSync(file, 'utf8').replace('KpAlpha1', 'KpBravo2');
    writeFileSync(file, edited.replace(/,\s*"check": "[0-9a-f]+"/, ''));
    const store = open();
    expect(store.read()).toEqual(mapped('KpBravo2'));
    expect(store.recovered).toBeNull();
    expect(readFileSync(copyFile, 'utf8')).toBe(readFileSync(file, 'utf8'));
  });

  it('follows a change by hand that decides about no door', () => {
    open().write(OLD);
    writeFileSync(file, readFileSync(file, 'utf8').replace('*/15 * * * *', '*/30 * * * *'));
    const store = open();
    expect(store.read()).toEqual({ ...OLD, schedule: { cron: '*/30 * * * *' } });
    expect(store.recovered).toBeNull();
    writeFileSync(file, 'broken');
    expect(open().read()).toMatchObject({ schedule: { cron: '*/30 * * * *' }, recovery: 'copy' });
  });

  it('is made for the file of an earlier version when it is opened', () => {
    writeFileSync(file, JSON.stringify({ ...OLD, recovery: undefined }));
    expect(open().read()).toEqual(OLD);
    writeFileSync(file, 'broken');
    expect(open().read()).toEqual({ ...OLD, recovery: 'copy' });
  });

  it.each([
    ['huge', 'x'.repeat(4_000_001), 'it is too large'],
    ['nested without end', `{"mapping":${'['.repeat(100_000)}`, 'it is not valid JSON'],
    ['nested without end, and complete', `{"mapping":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'it is not valid JSON'],
  ])('is used in place of a file that is %s', (_, text, because) => {
    open().write(OLD);
    writeFileSync(file, text);
    const store = open();
    expect(store.read()).toEqual({ ...OLD, recovery: 'copy' });
    expect(store.recovered?.because).toBe(because);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'is used while the file cannot be read, which stays where it is',
    () => {
      open().write(OLD);
      chmodSync(file, 0o000);
      const store = open();
      expect(store.read()).toEqual({ ...OLD, recovery: 'copy' });
      expect(store.recovered).toMatchObject({ setAsideAs: null, usesCopy: true });
      chmodSync(file, 0o600);
      expect(open().read()).toEqual(OLD);
    },
  );

  it('keeps damage from ever becoming another mapping: old settings, the last good ones, or recovered', () => {
    open().write(OLD);
    const good = readFileSync(file);
    const damage = fc.oneof(
      fc.record({ at: fc.nat({ max: good.length - 1 }), byte: fc.nat({ max: 255 }) }).map(({ at, byte }) => {
        const bytes = Buffer.from(good);
        bytes[at] = byte;
        return bytes;
      }),
      fc.nat({ max: good.length - 1 }).map((length) => good.subarray(0, length)),
      fc
        .record({ from: fc.nat({ max: good.length - 1 }), length: fc.integer({ min: 1, max: 40 }) })
        .map(({ from, length }) => Buffer.concat([good.subarray(0, from), good.subarray(from + length)])),
    );
    const either = fc.record({ main: fc.option(damage, { nil: good }), copy: fc.option(damage, { nil: good }) });
    fc.assert(
      fc.property(either, ({ main, copy }) => {
        for (const name of readdirSync(folder)) rmSync(join(folder, name));
        writeFileSync(file, main);
        writeFileSync(copyFile, copy);
        const { recovery, ...read } = open().read();
        const { recovery: _, ...old } = OLD;
        if (recovery === 'lost') expect(read.mapping.units).toEqual([]);
        else expect(pick(read)).toEqual(pick(old));
        if (main === good) expect(recovery).toBe('none');
        else if (copy === good) expect(recovery).not.toBe('lost');
      }),
      { numRuns: 300 },
    );
  });
});

describe('a disk that takes nothing', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EROFS', 'read-only'],
    ['EIO', 'failing'],
  ])('%s: the settings stay as they were, and the failure is named', (code, kind) => {
    open().write(OLD);
    const before = readFileSync(file, 'utf8');
    const store = open(() => {
      throw diskError(code);
    });
    expect(() => store.write(mapped('KpBravo2'))).toThrow(expect.objectContaining({ kind }) as StorageFailure);
    expect(store.read()).toEqual(OLD);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(existsSync(`${copyFile}.${String(process.pid)}.tmp`)).toBe(false);
  });

  it('does not keep the copy from being used, nor the state from being known in this process', () => {
    open().write(OLD);
    writeFileSync(file, 'broken');
    const full = () => {
      throw diskError('ENOSPC');
    };
    const store = open(full);
    expect(store.read()).toEqual({ ...OLD, recovery: 'copy' });
    expect(store.read()).toEqual({ ...OLD, recovery: 'copy' });
    rmSync(copyFile);
    expect(store.read().recovery).toBe('lost');
    expect(open().read().recovery).toBe('none');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a folder that is read-only: nothing changes', () => {
    open().write(OLD);
    chmodSync(folder, 0o500);
    expect(() => open().write(mapped('KpBravo2'))).toThrow(StorageFailure);
    expect(open().read()).toEqual(OLD);
  });

  it('never leaves settings half-written, whichever writes fail', () => {
    const write = fc.record({ keypad: fc.constantFrom('KpAlpha1', 'KpBravo2', 'KpGate44'), main: fc.boolean(), copy: fc.boolean() });
    fc.assert(
      fc.property(fc.array(write, { minLength: 1, maxLength: 8 }), (writes) => {
        for (const name of readdirSync(folder)) rmSync(join(folder, name));
        let stored = settingsSchema.parse({});
        for (const { keypad, main, copy } of writes) {
          const store = open((path) => {
            if (path === file ? main : copy) throw diskError('ENOSPC');
          });
          try {
            store.write(mapped(keypad));
            stored = mapped(keypad);
          } catch (error) {
            expect(error).toBeInstanceOf(StorageFailure);
          }
          expect(open().read()).toEqual(stored);
        }
      }),
      { numRuns: 60 },
    );
  });
});
