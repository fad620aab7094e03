/** A run that an error ended says so wherever it still can. */
import { describe, expect, it } from 'vitest';
import type { HistoryStore } from '../ports/storage.ts';
import { crashedRun, recordCrash } from './crashed-run.ts';

const ERROR = new Error('defect');

/** `fails`: what of the history throws. */
function ports(fails: readonly string[] = []) {
  const log: (readonly unknown[])[] = [];
  const call =
    (name: string) =>
    (...given: readonly unknown[]): void => {
      log.push([name, ...given]);
      if (fails.includes(name)) throw new Error(`no ${name}`);
    };
  const history = { beginRun: call('beginRun'), finishRun: call('finishRun') } as unknown as HistoryStore;
  return { log, ports: { history, clock: { nowMs: () => 1_000 }, log: { log: call('log') } } };
}

describe('a run that did not begin', () => {
  it('is reported and recorded as failed', () => {
    const { log, ports: given } = ports();
    const report = crashedRun(given, { mode: 'live', trigger: 'schedule' }, ERROR);
    expect(report).toMatchObject({
      run: {
        id: 'crash-1000',
        mode: 'live',
        trigger: 'schedule',
        outcome: 'failed',
        startedAt: '1970-01-01T00:00:01Z',
        finishedAt: '1970-01-01T00:00:01Z',
      },
      ...{ operations: [], stays: [], requests: { smoobu: 0, theKeys: 0 } },
    });
    expect(report.problems).toEqual([{ kind: 'sync-crashed', text: { key: 'problem.sync-crashed', parameters: {} }, retryable: true }]);
    expect(log).toEqual([
      ['log', 'error', 'sync ended by an error', { runId: 'crash-1000', error: ERROR }],
      ['beginRun', { id: 'crash-1000', mode: 'live', trigger: 'schedule', startedAtMs: 1_000 }],
      ['finishRun', report],
    ]);
  });
  it.each(['beginRun', 'finishRun'])('is reported and logged where the history fails: %s', (name) => {
    const { log, ports: given } = ports([name]);
    expect(crashedRun(given, { mode: 'live', trigger: 'schedule' }, ERROR).run.outcome).toBe('failed');
    expect(log.at(-1)).toEqual(['log', 'error', 'failed sync not recorded', { runId: 'crash-1000', error: new Error(`no ${name}`) }]);
  });
});

it('a run that had begun is finished, and not begun again', () => {
  const { log, ports: given } = ports();
  const report = crashedRun(given, { mode: 'live', trigger: 'schedule' }, ERROR);
  log.length = 0;
  recordCrash(given, report, ERROR);
  expect(log.map(([name]) => name)).toEqual(['log', 'finishRun']);
});
