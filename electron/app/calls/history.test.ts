import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { namesOf } from '../status/names.ts';
import { noWishes } from '../../../shared/domain/wishes.ts';
import type { FileToSave } from '../ports/files.ts';
import { historyCalls } from './history.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { OperationReport, RunFilter } from '../../../shared/domain/run.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { openHistoryStore } from '../../storage/history/history-store.ts';
import { createVirtualClock } from '../../../tests/support/virtual-clock.ts';
import { operation, report, snapshot, state, status, LOCALIZATION } from '../../../tests/support/app/state-fixtures.ts';
import { DOOR, NOW_MS, settings } from '../../../tests/reconcile/fixtures.ts';
import { bookingId, lockId, unitId } from '../../../tests/support/ids.ts';
import { englishSentence, problemText, recordedText } from '../../../shared/i18n/problem-text.ts';

const GUEST = 'Anna Müller';
const UNIT = 'Mill House';
const LOCK = 'Front gate';

let history: HistoryStore;
let copied: string[];
let saved: FileToSave[];
let saving: Result<{ readonly savedAs: string | null }, { readonly message: string }>;
beforeEach(() => {
  history = openHistoryStore({ file: ':memory:', clock: createVirtualClock({ nowMs: NOW_MS }) });
  copied = [];
  saved = [];
  saving = ok({ savedAs: 'chosen.csv' });
});
afterEach(() => {
  history.close();
});

function calls() {
  const mine = settings({ unit: { name: UNIT }, locks: [{ lockId: DOOR.lockId, name: LOCK }] });
  const unused = (): never => {
    throw new Error('not to be called');
  };
  return historyCalls(
    {
      snapshot: () => snapshot(state(), NOW_MS, { names: namesOf(mine.mapping), stays: [status(12, NOW_MS, true)] }),
      localization: () => LOCALIZATION,
      text: LOCALIZATION.text,
    },
    {
      history,
      clock: createVirtualClock({ nowMs: NOW_MS }),
      settings: { read: () => mine, write: unused, recovered: null },
      wishes: { read: noWishes, change: unused, recovered: null },
      timers: {
        after: (_, onDue) => {
          queueMicrotask(onDue);
          return () => undefined;
        },
      },
      screen: {
        showTray: unused,
        showNotices: unused,
        publish: unused,
        openWindow: unused,
        openLogFolder: unused,
        setTheme: unused,
        setLanguage: unused,
        ask: unused,
        savePdf: unused,
        copy: (text) => copied.push(text),
        copyBriefly: unused,
        protect: unused,
        saveFile: (file) => {
          saved.push(file);
          return Promise.resolve(saving);
        },
      },
      zone: 'Europe/Paris',
      version: '0.1.0',
      isDemo: false,
    },
  );
}

function finish(id: string, minute: number, operations: readonly OperationReport[], problems: readonly Problem[] = []): void {
  const whole = report({ operations, problems });
  const at = (second: number): string => `2026-11-23T09:${String(minute).padStart(2, '0')}:0${String(second)}Z`;
  history.finishRun({ ...whole, run: { ...whole.run, id, startedAt: at(0), finishedAt: at(4) } });
}
const made = operation('create:12', 'done', {
  codeId: 901,
  changes: { name: { from: null, to: GUEST }, start: { from: null, to: '2026-11-24T15:00' }, end: { from: null, to: '2026-11-27T12:00' } },
});
const removed = operation('delete:13', 'held', {
  kind: 'delete',
  bookingId: 13,
  unitId: null,
  codeId: 902,
  evidence: 'cancelled',
  hold: 'too-many-deletes',
});

describe('history.runs', () => {
  it('passes the filter and the cursor on', async () => {
    finish('run-1', 1, [made]);
    finish('run-2', 2, [removed]);
    finish('run-3', 3, [made]);
    const list = calls()['history.runs'];
    expect(await list({ limit: 10, filter: { bookingId: bookingId(12) } })).toMatchObject(ok({ runs: [{ id: 'run-3' }, { id: 'run-1' }] }));
    expect(await list({ limit: 10, filter: { kind: 'create' }, beforeRunId: 'run-3' })).toMatchObject(ok({ runs: [{ id: 'run-1' }] }));
  });
});

describe('what a run changed', () => {
  it('is in its row, for runs that found something to do', async () => {
    finish('run-1', 1, [made, removed]);
    expect(await calls()['history.runs']({ limit: 10 })).toMatchObject(
      ok({
        runs: [
          {
            act: null,
            lead: { kind: 'delete', status: 'held', bookingId: 13 },
            more: { created: 1, held: 0 },
            problem: null,
          },
        ],
      }),
    );
  });

  it('names guests as their booking does now, else as an earlier run did, and has the days of their code', async () => {
    const changed = operation('update:12', 'done', {
      kind: 'update',
      changes: { end: { from: '2026-11-27T12:00', to: '2026-11-28T12:00' } },
    });
    finish('run-1', 1, [{ ...made, bookingId: bookingId(14) }]);
    finish('run-2', 2, [{ ...changed, bookingId: bookingId(14) }]);
    finish('run-3', 3, [changed]);
    finish('run-4', 4, [{ ...changed, bookingId: bookingId(15) }]);
    expect(await calls()['history.runs']({ limit: 10 })).toMatchObject(
      ok({
        runs: [
          { lead: { name: '', unitId: 101, days: null } },
          { lead: { name: status(12, NOW_MS, true).stay.booking.guestName } },
          { lead: { name: GUEST, days: { from: '2026-11-24', to: '2026-11-28' } } },
          { lead: { name: GUEST } },
        ],
      }),
    );
  });

  it('is its first problem, in a sentence, where it has one', async () => {
    finish('run-1', 1, [], [{ kind: 'overlap', text: recordedText('Twice.'), retryable: false }]);
    expect(await calls()['history.runs']({ limit: 10 })).toMatchObject(ok({ runs: [{ lead: null, problem: 'Twice.' }] }));
  });
});

describe('history.export', () => {
  const lines = async (filter: RunFilter): Promise<readonly string[]> => {
    expect(await calls()['history.export']({ filter })).toEqual(ok({ savedAs: 'chosen.csv' }));
    return (saved.at(-1)?.content ?? '').split('\r\n');
  };

  it('writes a row per operation, in wall time and with names, and one for a run that did nothing', async () => {
    finish('run-1', 1, [made, removed]);
    finish('run-2', 2, []);
    const [head, ...rows] = await lines({});
    expect(saved.map(({ suggestedName, extension }) => [suggestedName, extension])).toEqual([['latchkey-history-2026-11-23.csv', 'csv']]);
    expect(head).toMatch(/^\uFEFFrun,started \(Europe\/Paris\),.*,reason$/);
    const reason = 'The booking has no code on this door yet (from 2026-11-24 15:00).';
    expect(rows).toEqual([
      'run-2,2026-11-23 10:02:00,2026-11-23 10:02:04,ok,schedule,0,,,,,,,,,,,,,,,,',
      `run-1,2026-11-23 10:01:00,2026-11-23 10:01:04,ok,schedule,0,create,done,12,101,${UNIT},11,${LOCK},KpAlpha1,901,,2026-11-24 15:00,,2026-11-27 12:00,,${GUEST},${reason}`,
      `run-1,2026-11-23 10:01:00,2026-11-23 10:01:04,ok,schedule,0,delete,held,13,,,11,${LOCK},KpAlpha1,902,,,,,,,The booking was cancelled. Needs your approval: unusually many codes would be removed at once.`,
      '',
    ]);
    expect(new Set([head, ...rows.slice(0, -1)].map((line) => line?.split(',').length))).toEqual(new Set([22]));
  });

  it('applies the filter to runs and to operations', async () => {
    finish('run-1', 1, [made, removed]);
    finish('run-2', 2, [], [{ kind: 'overlap', text: recordedText('Twice.'), retryable: false, bookingId: bookingId(13) }]);
    finish('run-3', 3, [made]);
    const rows = (await lines({ bookingId: bookingId(13) })).slice(1, -1);
    expect(rows.map((row) => row.split(',').filter((_, index) => [0, 6].includes(index)))).toEqual([
      ['run-2', ''],
      ['run-1', 'delete'],
    ]);
  });

  it('escapes names that a spreadsheet would execute as a formula', async () => {
    finish('run-1', 1, [{ ...made, changes: { name: { from: '+33', to: '=HYPERLINK("x")' } } }]);
    expect((await lines({}))[1]).toContain(`,'+33,"'=HYPERLINK(""x"")",`);
  });

  it('exports all runs, however many there are', async () => {
    for (let index = 0; index < 250; index += 1) {
      history.beginRun({ id: `run-${String(index)}`, mode: 'live', trigger: 'schedule', startedAtMs: NOW_MS + index });
    }
    expect(await lines({})).toHaveLength(252);
  });

  it('reports when the user cancels, and when the file cannot be written', async () => {
    saving = ok({ savedAs: null });
    expect(await calls()['history.export']({ filter: {} })).toEqual(ok({ savedAs: null }));
    saving = err({ message: 'The disk is full.' });
    expect(await calls()['history.export']({ filter: {} })).toEqual(
      err({ detail: 'save-failed', message: LOCALIZATION.text('refusal.save-failed') }),
    );
  });
});

describe('history.copy-report', () => {
  const overlap = (unit: string): Problem => ({
    kind: 'overlap',
    text: problemText('problem.overlap', { booking: '12', other: '14', until: '2026-11-27T12:00', unit }),
    retryable: false,
    bookingId: bookingId(14),
    unitId: unitId(101),
  });

  it('copies the run for support, and answers with the copied text', async () => {
    finish('run-1', 1, [made, removed], [overlap(UNIT)]);
    const answer = await calls()['history.copy-report']({ id: 'run-1' });
    expect(copied).toEqual([
      `Latchkey 0.1.0
Run run-1
Outcome: ok; mode: live; trigger: schedule
Started: 2026-11-23T09:01:00Z; finished: 2026-11-23T09:01:04Z (4 s)
Counts: created 0, updated 0, adopted 0, moved 0, deleted 0, unchanged 0, held 0, skipped 0, failed 0
Requests: Smoobu 1, The Keys 1

Operations: 2
1. create, done: booking 12, unit 101, lock 11, keypad KpAlpha1, code 901
   The booking has no code on this door yet (from 2026-11-24 15:00).
   start: open to 2026-11-24T15:00
   end: open to 2026-11-27T12:00
   name: (changed)
2. delete, held: booking 13, lock 11, keypad KpAlpha1, code 902, evidence cancelled, hold too-many-deletes
   The booking was cancelled. Needs your approval: unusually many codes would be removed at once.

Problems: 1
1. overlap: booking 14, unit 101
   ${englishSentence({ ...overlap('101') })}
`,
    ]);
    expect(answer).toEqual(ok({ text: copied[0] }));
  });

  it('contains no names: guests, units, locks, free text', async () => {
    const formerUnit = 'Canary Cottage';
    const canaries = [GUEST, 'Erika Former', UNIT, LOCK, 'Flat 1', formerUnit, 'knock twice'];
    const everywhere = `${GUEST}, Erika Former in ${UNIT.toUpperCase()} behind ${LOCK} of Flat 1.`;
    finish(
      'run-1',
      1,
      [
        {
          ...made,
          changes: { name: { from: 'Erika Former', to: GUEST }, description: { from: 'knock twice', to: 'Smoobu#12 knock twice' } },
        },
      ],
      [
        overlap(formerUnit),
        { kind: 'overlap', text: recordedText(`In ${formerUnit}, two codes work at once.`), retryable: false },
        { kind: 'write-failed', text: recordedText(everywhere), retryable: true, lockId: lockId(11) },
      ],
    );
    await calls()['history.copy-report']({ id: 'run-1' });
    for (const canary of canaries) expect((copied[0] ?? canary).toLowerCase()).not.toContain(canary.toLowerCase());
    expect(copied[0]).toContain('booking 12');
  });

  it('matches whole words only, and does not treat names as patterns', async () => {
    const problem: Problem = { kind: 'write-failed', text: recordedText('A live booking (Li) on this door.'), retryable: true };
    finish('run-1', 1, [{ ...made, changes: { name: { from: '.*(', to: 'Li' } } }], [problem]);
    await calls()['history.copy-report']({ id: 'run-1' });
    expect(copied[0]).toContain('A live booking ((name)) on this door.');
  });

  it('is refused for a run that is no longer in the history', async () => {
    expect(await calls()['history.copy-report']({ id: 'run-9' })).toMatchObject(err({ detail: 'no-run' }));
    expect(copied).toEqual([]);
  });
});
