import { expect, it } from 'vitest';
import { BriefCopy, COPIED_FOR_MS } from './brief-copy.ts';

function copying() {
  const clipboard = { text: '', readText: async () => clipboard.text, writeText: async (text: string) => void (clipboard.text = text) };
  const due: { readonly delayMs: number; readonly onDue: () => void }[] = [];
  const timers = {
    after: (delayMs: number, onDue: () => void) => {
      const entry = { delayMs, onDue };
      due.push(entry);
      return () => void due.splice(due.indexOf(entry), 1);
    },
  };
  const minuteLater = async (): Promise<void> => {
    for (const { onDue } of due.splice(0)) onDue();
    await new Promise((done) => setImmediate(done));
  };
  return { clipboard, due, minuteLater, brief: new BriefCopy({ clipboard, timers, log: { log: () => {} } }) };
}

it('empties the clipboard after a minute', async () => {
  const { brief, clipboard, due, minuteLater } = copying();
  brief.copy('331793');
  expect([clipboard.text, due.map(({ delayMs }) => delayMs)]).toEqual(['331793', [COPIED_FOR_MS]]);
  await minuteLater();
  expect(clipboard.text).toBe('');
});

it('leaves what was copied since alone', async () => {
  const { brief, clipboard, minuteLater } = copying();
  brief.copy('331793');
  clipboard.text = 'an address';
  await minuteLater();
  expect(clipboard.text).toBe('an address');
});

it('counts from the last copy', () => {
  const { brief, due } = copying();
  brief.copy('331793');
  brief.copy('331793');
  expect(due).toHaveLength(1);
});
