import fc from 'fast-check';
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noStayWish, noWishes, wishesSchema } from '../../../shared/domain/wishes.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { filesBelow, found } from '../../../tests/e2e/search.ts';
import { pin } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { createVirtualClock } from '../../../tests/support/virtual-clock.ts';
import { StorageFailure } from '../../app/ports/storage.ts';
import { checkedText } from '../checked-text.ts';
import { createPinVault } from '../keychain/pin-vault.ts';
import { acquireLock } from '../process-lock.ts';
import { openWishStore } from './wish-store.ts';

let folder: string;
let file: string;
let copyFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-wishes-'));
  file = join(folder, 'wishes.json');
  copyFile = join(folder, 'wishes.last-good.json');
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

const clock = createVirtualClock({ nowMs: Date.parse('2026-11-23T14:53:00Z') });
const open = (beforeWrite?: (path: string) => void) =>
  openWishStore({ folder, clock, ...(beforeWrite === undefined ? {} : { beforeWrite }) });
const noted =
  (id: number, note: string) =>
  (wishes: Wishes): Wishes => ({
    ...wishes,
    stays: [...wishes.stays.filter(({ bookingId: other }) => other !== id), { bookingId: bookingId(id), wish: { ...noStayWish(), note } }],
  });
const notes = ({ stays }: Wishes): readonly string[] => stays.map(({ wish }) => wish.note);
const diskError = (code: string): Error => Object.assign(new Error(code), { code });
const cannotBeUnreadable = process.platform === 'win32' || process.getuid?.() === 0;

describe('wishes', () => {
  it('are none at first, without writing anything', () => {
    const store = open();
    expect(store.read()).toEqual(noWishes());
    expect(store.change((wishes) => wishes)).toEqual(noWishes());
    expect(store.recovered).toBeNull();
    expect(existsSync(file)).toBe(false);
  });

  it('are what the last change returned, also for other instances', () => {
    const [one, other] = [open(), open()];
    one.change(noted(1, 'a'));
    const stored = other.change(noted(2, 'b'));
    expect(notes(stored)).toEqual(['a', 'b']);
    expect(one.read()).toEqual(stored);
    expect(readFileSync(copyFile, 'utf8')).toBe(readFileSync(file, 'utf8'));
  });

  it.skipIf(process.platform === 'win32')('are readable for their owner only', () => {
    open().change(noted(1, 'a'));
    for (const name of readdirSync(folder)) expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  });

  it('leave file and lock as they were when the change throws or does not fit', () => {
    const store = open();
    store.change(noted(1, 'a'));
    const before = readFileSync(file, 'utf8');
    const failing = (): Wishes => {
      throw new Error('no');
    };
    expect(() => store.change(failing)).toThrow('no');
    expect(() => store.change(noted(2, 'x'.repeat(501)))).toThrow();
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(notes(store.change(noted(2, 'b')))).toEqual(['a', 'b']);
  });

  it('wait for another process, and are refused where none lets go', () => {
    const held = acquireLock(join(folder, 'wishes.lock'), 0);
    expect(held).not.toBeNull();
    const store = open();
    expect(() => store.change(noted(1, 'a'))).toThrow(StorageFailure);
    expect(store.read()).toEqual(noWishes());
    held?.release();
    expect(notes(store.change(noted(1, 'a')))).toEqual(['a']);
  }, 20_000);

  it('lose no change of any process, whichever change at the same time', async () => {
    const program = `
      import { openWishStore } from ${JSON.stringify(new URL('wish-store.ts', import.meta.url).href)};
      import { noStayWish } from ${JSON.stringify(new URL('../../../shared/domain/wishes.ts', import.meta.url).href)};
      const store = openWishStore({ folder: process.argv[1], clock: { nowMs: () => 0 } });
      const first = Number(process.argv[2]);
      for (let id = first; id < first + 15; id += 1)
        store.change((wishes) => ({ ...wishes, stays: [...wishes.stays, { bookingId: id, wish: noStayWish() }] }));`;
    const start = (first: number) =>
      promisify(execFile)(process.execPath, [
        '--disable-warning=ExperimentalWarning',
        '--import',
        './build/without-electron.ts',
        '--input-type=module',
        '--eval',
        program,
        folder,
        String(first),
      ]);
    await Promise.all([start(100), start(200), start(300)]);
    const ids = open()
      .read()
      .stays.map(({ bookingId: id }) => Number(id));
    expect(ids.toSorted((one, other) => one - other)).toEqual(
      [100, 200, 300].flatMap((first) => Array.from({ length: 15 }, (_, at) => first + at)),
    );
  }, 60_000);
});

it('a typed PIN is readable in no file of the folder', () => {
  const typed = createPinVault(new Uint8Array(32).fill(3)).seal('wish-pin', bookingId(1), pin('90571846'));
  open().change((wishes) => ({
    ...wishes,
    stays: [{ bookingId: bookingId(1), wish: { ...noStayWish(), note: 'harmless words', pin: { typed, retired: [] } } }],
  }));
  writeFileSync(file, 'broken');
  open().read();
  open().change((wishes) => ({ ...wishes, recovery: 'none' }));
  const files = filesBelow(folder);
  expect(found([{ name: 'words', text: 'harmless words' }], files)).toEqual(['words: wishes.json', 'words: wishes.last-good.json']);
  expect(found([{ name: 'typed PIN', text: '90571846' }], files)).toEqual([]);
});

describe('a damaged file', () => {
  it('is set aside, and the last good copy is in use until the user has confirmed it', () => {
    const good = open().change(noted(1, 'a'));
    writeFileSync(file, readFileSync(file, 'utf8').replace('"a"', '"b"'));
    const store = open();
    expect(store.read()).toEqual({ ...good, recovery: 'copy' });
    expect(store.recovered).toMatchObject({ usesCopy: true, because: expect.stringContaining('checksum') as string });
    expect(readFileSync(store.recovered?.setAsideAs ?? '', 'utf8')).toContain('"b"');
    // A later change says nothing about the rest.
    expect(open().change(noted(2, 'c')).recovery).toBe('copy');
    open().change((wishes) => ({ ...wishes, recovery: 'none' }));
    expect(open().read().recovery).toBe('none');
    expect(notes(open().read())).toEqual(['a', 'c']);
  });

  it('without a copy means that they are lost', () => {
    open().change(noted(1, 'a'));
    writeFileSync(file, '');
    rmSync(copyFile);
    const store = open();
    expect(store.read()).toEqual({ ...noWishes(), recovery: 'lost' });
    expect(store.recovered?.usesCopy).toBe(false);
    expect(open().read().recovery).toBe('lost');
  });

  it('that is missing is known by its copy', () => {
    open().change(noted(1, 'a'));
    rmSync(file);
    expect(open().read()).toMatchObject({ recovery: 'copy', stays: [{ bookingId: 1 }] });
  });

  it('never becomes other wishes, whatever is damaged', () => {
    const good = open().change(noted(1, 'a note to keep'));
    const bytes = readFileSync(file);
    const damage = fc.oneof(
      fc.record({ at: fc.nat({ max: bytes.length - 1 }), byte: fc.nat({ max: 255 }) }).map(({ at, byte }) => {
        const changed = Buffer.from(bytes);
        changed[at] = byte;
        return changed;
      }),
      fc.nat({ max: bytes.length - 1 }).map((length) => bytes.subarray(0, length)),
    );
    fc.assert(
      fc.property(damage, fc.option(damage, { nil: bytes }), (main, copy) => {
        for (const name of readdirSync(folder)) rmSync(join(folder, name));
        writeFileSync(file, main);
        writeFileSync(copyFile, copy);
        const { recovery, ...read } = open().read();
        if (recovery === 'lost') expect(read.stays).toEqual([]);
        else expect(read.stays).toEqual(good.stays);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the file of a newer version', () => {
  it.each([
    ['and its copy', '{"schemaVersion":99,"stays":"in a new shape"}', '{"schemaVersion":99,"check":"another","people":1}'],
    ['that is damaged', 'broken', checkedText({ schemaVersion: 99, stays: 'in a new shape' }, (raw) => raw)],
  ])('%s are never overwritten', (_, main, copy) => {
    writeFileSync(file, main);
    writeFileSync(copyFile, copy);
    expect(open().read().recovery).toBe('lost');
    open().change(noted(1, 'a'));
    expect(notes(open().read())).toEqual(['a']);
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(texts).toEqual(expect.arrayContaining([main, copy]));
  });
});

describe('a disk that takes nothing', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EROFS', 'read-only'],
    ['EIO', 'failing'],
  ])('%s: a change is refused as %s, and nothing is lost', (code, kind) => {
    open().change(noted(1, 'a'));
    const before = readFileSync(file, 'utf8');
    const store = open(() => {
      throw diskError(code);
    });
    expect(() => store.change(noted(2, 'b'))).toThrow(expect.objectContaining({ kind }) as Error);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(notes(open().read())).toEqual(['a']);
  });

  it('does not keep a damaged file from being answered by its copy', () => {
    open().change(noted(1, 'a'));
    writeFileSync(file, 'broken');
    const store = open(() => {
      throw diskError('ENOSPC');
    });
    expect(store.read()).toMatchObject({ recovery: 'copy', stays: [{ bookingId: 1 }] });
  });

  it.skipIf(cannotBeUnreadable)('a file that cannot be read, without a copy, is left alone: the wishes count as lost meanwhile', () => {
    open().change(noted(1, 'a'));
    rmSync(copyFile);
    chmodSync(file, 0o000);
    const store = open();
    expect(store.read()).toEqual({ ...noWishes(), recovery: 'lost' });
    expect(() => store.change(noted(2, 'b'))).toThrow(StorageFailure);
    chmodSync(file, 0o600);
    expect(notes(open().read())).toEqual(['a']);
  });
});

it('what a file holds fits the schema, with all that may be left out', () => {
  expect(wishesSchema.parse({})).toEqual(noWishes());
});
