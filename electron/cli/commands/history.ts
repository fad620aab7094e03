/** `history`: past runs, one run in full, or what was done for one booking. */
import type { BookingOperationRow } from '../../app/ports/storage.ts';
import type { RunRow } from '../../../shared/domain/run.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { isoInstant } from '../../../shared/time.ts';
import { englishReason } from '../../../shared/i18n/operation-text.ts';
import { answer, failure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Backend } from '../backend.ts';
import type { CommandContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { operationDocument, runDocument, runHead } from '../render/run-json.ts';
import { renderToldEvent } from '../render/messages.ts';
import { describeCounts, renderRun } from '../render/run.ts';
import type { Style } from '../render/style.ts';
import { renderTable } from '../render/table.ts';
import { counted, stack } from '../render/text.ts';
import { OUTCOME_CELLS, showInstant, showIso, showKind, showPlace, STATUS_CELLS } from '../render/words.ts';
import type { RequestOf } from '../request.ts';

/** Events that are looked through for one booking. */
const EVENTS_SEARCHED = 10_000;

export async function history(context: CommandContext, { limit, booking, run }: RequestOf<'history'>): Promise<Answer> {
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const settings = opened.value.settings.read();
  if (run !== undefined) return oneRun(opened.value, run, settings);
  if (booking !== undefined) return oneBooking(opened.value, booking, limit, settings);
  const runs = opened.value.history.listRuns({ limit });
  return answer({ runs: runs.map((row) => ({ ...runHead(row), counts: row.counts, problems: row.problemCount })) }, (style) =>
    renderRuns(runs, settings, style),
  );
}

function oneRun(backend: Backend, id: string, settings: Settings): Answer {
  const detail = backend.history.readRun(id);
  if (detail === null) return failure(EXIT.usage, 'no-such-run', 'The history has no run with this id. `latchkey history` lists them.');
  const report = { ...detail, counts: detail.run.counts };
  return answer(
    runDocument(report),
    (style) =>
      `${style.paint('strong', `Run ${id}`)}, ${showIso(detail.run.startedAt, settings.times.timeZone)}\n${renderRun(report, settings, style)}`,
  );
}

function oneBooking(backend: Backend, bookingId: BookingId, limit: number, settings: Settings): Answer {
  const rows = backend.history.listOperationsOfBooking(bookingId, limit);
  const told = backend.history
    .listEvents(EVENTS_SEARCHED)
    .flatMap((event) => (event.kind === 'told' && event.bookingId === bookingId ? [event] : []))
    .slice(0, limit);
  return answer(
    {
      bookingId,
      operations: rows.map((row) => ({
        runId: row.runId,
        startedAt: row.startedAt,
        ...operationDocument(row, { id: row.runId, trigger: row.trigger }),
      })),
      told: told.map(({ atMs, way, what, state, by }) => ({ at: isoInstant(atMs), way, kind: what, state, by })),
    },
    (style) =>
      rows.length === 0 && told.length === 0
        ? `The history has nothing about booking ${String(bookingId)}.`
        : stack(
            ...(rows.length === 0 ? [] : [renderBooking(rows, settings, style)]),
            ...told.map((event) => `${showInstant(event.atMs, settings.times.timeZone)}  ${renderToldEvent(event, style)}`),
          ),
  );
}

function renderRuns(runs: readonly RunRow[], settings: Settings, style: Style): string {
  if (runs.length === 0) return 'There are no runs yet.';
  return renderTable(
    [{ title: 'Started, run' }, { title: 'Outcome' }, { title: 'What', flexibleFrom: 12 }],
    runs.map((run) => [
      // The id is on a line of its own so that it can be copied.
      `${showIso(run.startedAt, settings.times.timeZone)}\n${run.id}`,
      OUTCOME_CELLS[run.outcome],
      stack(
        `${run.mode === 'dry-run' ? 'dry run: ' : ''}${describeCounts(run.counts, run.mode === 'dry-run')}`,
        run.problemCount > 0 ? counted(run.problemCount, 'problem') : '',
      ),
    ]),
    style,
  );
}

function renderBooking(rows: readonly BookingOperationRow[], settings: Settings, style: Style): string {
  return renderTable(
    [
      { title: 'Run started' },
      { title: 'What' },
      { title: 'Status' },
      { title: 'Door', flexibleFrom: 16 },
      { title: 'Why', flexibleFrom: 24 },
    ],
    rows.map((row) => [
      showIso(row.startedAt, settings.times.timeZone),
      showKind(row.kind),
      STATUS_CELLS[row.status],
      showPlace(row, settings),
      englishReason(row),
    ]),
    style,
  );
}
