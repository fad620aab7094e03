/** The window's calls about past runs. */
import type { RunFilter } from '../../../shared/domain/run.ts';
import type { CallHandlers } from '../../../shared/ipc/contract.ts';
import { ok } from '../../../shared/result.ts';
import { dateOf, localNow } from '../../../shared/time.ts';
import { csv, csvLines } from '../reports/csv.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { historyHeadings, historyRows } from '../reports/history-csv.ts';
import { privateNames, supportReport } from '../reports/history-report.ts';
import { shownRuns } from '../reports/shown-runs.ts';
import { snapshotLocaliser } from '../status/localise.ts';
import { guestNames, namesOf } from '../status/names.ts';
import type { RunListQuery } from '../ports/storage.ts';
import { refusal } from './refusal.ts';

type Names = 'history.runs' | 'history.run' | 'history.export' | 'history.copy-report';
type Ports = Pick<DesktopPorts, 'history' | 'settings' | 'wishes' | 'screen' | 'clock' | 'timers' | 'zone' | 'version' | 'isDemo'>;

/** Takes some tens of milliseconds; tray and window can respond in between. */
const RUNS_AT_ONCE = 100;

export function historyCalls(desktop: Pick<Desktop, 'snapshot' | 'localization' | 'text'>, ports: Ports): Pick<CallHandlers, Names> {
  const { history, wishes, screen, clock, zone } = ports;
  return {
    'history.runs': (query) => {
      const { stays, others, holds } = desktop.snapshot();
      const guests = guestNames({ stays: stays.map(({ stay }) => stay), others, holds });
      const people = new Map(wishes.read().people.map(({ id, name }) => [id, name]));
      const localise = snapshotLocaliser(desktop.localization(), desktop.snapshot());
      return ok({ runs: shownRuns(query, history, { guests, people, sentence: (problem) => localise(problem).message }, clock.nowMs()) });
    },
    'history.run': ({ id }) => {
      const run = history.readRun(id);
      if (run === null) return ok(null);
      const localise = snapshotLocaliser(desktop.localization(), desktop.snapshot());
      return ok({ ...run, operations: [...run.operations], problems: run.problems.map(localise) });
    },
    'history.export': async ({ filter }) => {
      const content = await exported(filter, ports);
      const suggestedName = `latchkey-history-${dateOf(localNow(zone, clock.nowMs()))}.csv`;
      const saved = await screen.saveFile({ suggestedName, content, extension: 'csv' });
      return saved.ok ? ok({ savedAs: saved.value.savedAs }) : refusal(desktop.text, 'save-failed');
    },
    'history.copy-report': ({ id }) => {
      const run = history.readRun(id);
      if (run === null) return refusal(desktop.text, 'no-run');
      const { version, isDemo } = ports;
      const text = supportReport(run, { version, isDemo, privateNames: privateNames(desktop.snapshot()) });
      screen.copy(text);
      return ok({ text });
    },
  };
}

async function exported(filter: RunFilter, { history, settings, timers, zone }: Ports): Promise<string> {
  const names = namesOf(settings.read().mapping);
  const parts = [csv([historyHeadings(zone)])];
  let query: RunListQuery = { limit: RUNS_AT_ONCE, filter };
  for (;;) {
    const runs = history.listRuns(query);
    for (const { id } of runs) {
      const run = history.readRun(id);
      if (run !== null) parts.push(csvLines(historyRows(run, filter, names, zone)));
    }
    const last = runs.at(-1);
    if (last === undefined) return parts.join('');
    query = { limit: RUNS_AT_ONCE, filter, beforeRunId: last.id };
    await new Promise<void>((resolve) => {
      timers.after(0, resolve);
    });
  }
}
