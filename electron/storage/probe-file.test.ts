import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeId, place } from '../../tests/support/ids.ts';
import { afterSighting, newCodeMark } from '../../shared/probe/marks.ts';
import { openProbeFile } from './probe-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-probe-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => openProbeFile({ file: join(folder, 'probe.json'), nowMs: () => Date.UTC(2026, 10, 23) });
const MARK = afterSighting(newCodeMark(place(3705, 'Kp7Qm2Xa'), 'Latchkey-probe#abcdefgh', 1), [codeId(7)]);

it('keeps marks for another process, for their owner only, and no file without any', () => {
  open().write([MARK]);
  expect(open().read()).toEqual([MARK]);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'probe.json')).mode & 0o77).toBe(0);
  open().write([]);
  expect([readdirSync(folder), open().read()]).toEqual([[], []]);
});

it.each(['', '{}', '[{"kind":"codes"}]', '[{"kind":"codes","pin":"0739"}]'])('sets a damaged file aside and says so: %s', (text) => {
  writeFileSync(join(folder, 'probe.json'), text);
  const marks = open();
  expect([marks.isDamaged, marks.read(), marks.isDamaged]).toEqual([false, [], true]);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^probe\.corrupt-/)]);
});
