/** The window's calls about past runs. */
import type { CallHandlers } from '../../shared/ipc/contract.ts';
import { err, ok } from '../../shared/result.ts';
import type { DesktopPorts } from './desktop-ports.ts';

type Names = 'history.runs' | 'history.run' | 'history.export' | 'history.copy-report';

export function historyCalls({ history }: DesktopPorts): Pick<CallHandlers, Names> {
  return {
    'history.runs': ({ limit, beforeRunId }) =>
      ok({ runs: [...history.listRuns(beforeRunId === undefined ? { limit } : { limit, beforeRunId })] }),
    'history.run': ({ id }) => {
      const run = history.readRun(id);
      return ok(run === null ? null : { ...run, operations: [...run.operations], problems: [...run.problems] });
    },
    'history.export': () => err({ detail: 'unavailable', message: '' }),
    'history.copy-report': () => err({ detail: 'unavailable', message: '' }),
  };
}
