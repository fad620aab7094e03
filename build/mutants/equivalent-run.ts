/** The equivalent mutants of the run, each with its reason. */
import type { Equivalent } from './equivalent.ts';

export const EQUIVALENT_RUN: readonly Equivalent[] = [
  {
    file: 'electron/app/run/write/created-codes.ts',
    line: 'if (value === null) known.delete(key);',
    replacement: 'false',
    because: 'What is null is as good as none: only the type has no null.',
  },
  {
    file: 'electron/app/run/store-wishes.ts',
    line: 'return guests.size === 0 ? input : { ...input, wishes: { ...input.wishes, stays: new Map(stays) } };',
    replacement: 'false',
    because: 'Only saves time: without guests the wishes are the same.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: '#newlyOn: readonly UpdateOperation[] = [];',
    replacement: '["Stryker was here"]',
    because: 'Each round sets it before it is asked for.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: 'const isFirst = this.#operations.size === 0;',
    replacement: 'false',
    because: 'Only saves time: a plan writes once for a claim on a keypad.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: 'if (!isFirst)',
    replacement: 'true',
    because: 'Only saves time: a plan writes once for a claim on a keypad.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: "if (operation !== undefined && status === 'done') this.#succeed(operation);",
    replacement: 'true',
    because: 'Every status is that of an operation: only the type allows that it is not.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: "if (!stays.has(claimFromKey(key.split('@')[0] ?? ''))) changes.push({ kind: 'refusal', key, value: null });",
    replacement: '"Stryker was here!"',
    because: 'Every key has a first part: only the type allows that it has none.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: 'if (claims.size + this.#newlyOn.length === 0) return [];',
    replacement: 'false',
    because: 'Only saves a plan: nothing of it would be sent.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: 'holdOf(operation) === null &&',
    replacement: 'true',
    because: 'What was sent in one round is not held in the next.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: "if (operation.next?.pin !== true || this.#remembered['open-pin'].has(key)) return;",
    replacement: 'operation.next.pin',
    because: 'What has a draw has what may be tried next: only the type allows that it has none.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: "(operation.kind !== 'delete' && places.has(refusalKey(claimOf(operation), operation)))),",
    replacement: 'true',
    because: 'Without a whole list of bookings, nothing is deleted.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: "(operation.kind !== 'delete' && places.has(refusalKey(claimOf(operation), operation)))),",
    replacement: '""',
    because: 'Without a whole list of bookings, nothing is deleted.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: 'const doors = stay?.doors ?? [];',
    replacement: '["Stryker was here"]',
    because: 'It is no door that has a code.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: 'if (value === null) values.delete(key);',
    replacement: 'false',
    because: 'Nothing is forgotten before the last round is over, and then nothing is looked up.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: 'if (value === null) values.delete(key);',
    replacement: ';',
    because: 'Nothing is forgotten before the last round is over, and then nothing is looked up.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: "return key !== null && this.#statuses.get(key) === 'done';",
    replacement: 'true',
    because: 'No operation has the key null: only the type asks for it.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: "return operation.kind === 'adopt' ? null : (operation.pinDraw ?? null);",
    replacement: 'false',
    because: 'What is adopted has no draw: only the type asks for it.',
  },
  {
    file: 'electron/app/run/write/apply-rounds.ts',
    line: "return operation.kind === 'adopt' ? null : (operation.pinDraw ?? null);",
    replacement: '""',
    because: 'What is adopted has no draw: only the type asks for it.',
  },
  {
    file: 'electron/app/run/write/full-keypads.ts',
    line: 'if (isDelete) this.#deleted.add(operation.codeId);',
    replacement: 'true',
    because: 'What makes a code has none that could be missing.',
  },
  {
    file: 'electron/app/run/write/full-keypads.ts',
    line: "const isFull = field === 'full' || (field === null && limit !== undefined && codes >= limit);",
    replacement: 'true',
    because: 'Nothing is as much as undefined: only the type asks for it.',
  },
  {
    file: 'electron/app/run/write/full-keypads.ts',
    line: "const busy = new Set(this.#planned.operations.flatMap((planned) => ('codeId' in planned ? [planned.codeId] : [])));",
    replacement: '["Stryker was here"]',
    because: 'No code has that number.',
  },
  {
    file: 'electron/app/run/reading/plan-over-lists.ts',
    line: 'notRead.size === 0 ? [] : [...locksConcerned(planned, input, claims)].filter((lockId) => notRead.has(lockId));',
    replacement: 'false',
    because: 'Only saves time: of no lock, none is concerned.',
  },
  {
    file: 'electron/app/run/retired-locks.ts',
    line: 'const isRecent = readAtMs !== null && readAtMs <= nowMs && nowMs - readAtMs < HOUR_MS;',
    replacement: 'true',
    because: 'Null is long ago: only the type asks for it.',
  },
  {
    file: 'electron/app/run/reading/plan-over-lists.ts',
    line: 'const missing = new Set([...ofSpares, ...about(whole, notRead.size === 0 ? [] : ports.toTell(whole, followed.input))]);',
    replacement: '["Stryker was here"]',
    because: 'Where everything was read, nobody is asked about.',
  },
];
