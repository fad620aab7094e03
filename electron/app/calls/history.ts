/** The window's calls about past runs. */
import type { RunFilter } from '../../../shared/domain/run.ts';
import type { CallHandlers } from '../../../shared/ipc/contract.ts';
import { err, ok } from '../../../shared/result.ts';
import { dateOf, localNow } from '../../../shared/time.ts';
import { csv, csvLines } from '../reports/csv.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { historyHeadings, historyRows } from '../reports/history-csv.ts';
import { privateNames, supportReport } from '../reports/history-report.ts';
import { problemLocaliser } from '../status/localise.ts';
import { namesOf } from '../status/names.ts';
import type { RunListQuery } from '../ports/storage.ts';

type Names = 'history.runs' | 'history.run' | 'history.export' | 'history.copy-report';
type Ports = Pick<DesktopPorts, 'history' | 'settings' | 'screen' | 'clock' | 'timers' | 'zone' | 'version' | 'isDemo'>;

/** Runs written down at a time: tens of milliseconds, so that tray and window answer in between. */
const EXPORT_SLICE = 100;

export function historyCalls(desktop: Pick<Desktop, 'snapshot' | 'localization'>, ports: Ports): Pick<CallHandlers, Names> {
  const { history, screen, clock, zone } = ports;
  return {
    'history.runs': (query) => ok({ runs: [...history.listRuns(query)] }),
    'history.run': ({ id }) => {
      const run = history.readRun(id);
      if (run === null) return ok(null);
      const localise = problemLocaliser(desktop.localization(), desktop.snapshot().names);
      return ok({ ...run, operations: [...run.operations], problems: run.problems.map(localise) });
    },
    'history.export': async ({ filter }) => {
      const content = await exported(filter, ports);
      const suggestedName = `latchkey-history-${dateOf(localNow(zone, clock.nowMs()))}.csv`;
      const saved = await screen.saveFile({ suggestedName, content, extension: 'csv' });
      return saved.ok
        ? ok({ savedAs: saved.value.savedAs })
        : err({ detail: 'save-failed', message: desktop.localization().text('refusal.notSaved') });
    },
    'history.copy-report': ({ id }) => {
      const run = history.readRun(id);
      if (run === null) return err({ detail: 'gone', message: desktop.localization().text('refusal.noRun') });
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
  let query: RunListQuery = { limit: EXPORT_SLICE, filter };
  for (;;) {
    const runs = history.listRuns(query);
    for (const { id } of runs) {
      const run = history.readRun(id);
      if (run !== null) parts.push(csvLines(historyRows(run, filter, names, zone)));
    }
    const last = runs.at(-1);
    if (last === undefined) return parts.join('');
    query = { limit: EXPORT_SLICE, filter, beforeRunId: last.id };
    await new Promise<void>((resolve) => {
      timers.after(0, resolve);
    });
  }
}
