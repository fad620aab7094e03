/** A run in one line of the list: for whom, what was done, on which doors, and what else there was. Pure. */
import type { LockId } from '../../../shared/domain/ids.ts';
import type { OperationStatus, RunChange, ShownRunRow } from '../../../shared/domain/run.ts';
import { lockName, unitName } from '../../lib/names.ts';
import type { TextContext } from '../../lib/text-context.ts';
import { countsText, isRunning, outcomeText } from './run-text.ts';

type Context = Pick<TextContext, 'snapshot' | 't' | 'formats'>;

export interface RowText {
  /** null: the line is about no guest or person, and `what` is a whole sentence. */
  readonly who: string | null;
  readonly what: string;
  readonly where: string | null;
  readonly rest: string | null;
}

const WORST_FIRST: readonly OperationStatus[] = ['failed', 'unverified', 'held', 'done', 'planned'];

export function rowText(app: Context, run: ShownRunRow): RowText {
  const { lead, problem } = run;
  const isWell = outcomeText(app.t, run, false).tone === 'good';
  // A sync that did not end well although all it changed was done says why instead.
  if (lead !== null && (lead.status !== 'done' || isWell || problem === null)) {
    return { who: whoText(app, lead), what: whatText(app, lead), where: doorsText(app, lead.lockIds), rest: restText(app, run, lead) };
  }
  return { who: null, where: null, ...sentence(app, run, isWell) };
}

function sentence({ t, snapshot }: Context, run: ShownRunRow, isWell: boolean): Pick<RowText, 'what' | 'rest'> {
  const { lead, problem, problemCount } = run;
  if (isRunning(run, snapshot)) return { what: t('history.running'), rest: null };
  if (problem === null)
    return { what: isWell ? countsText(t, run) : `${t(`history.outcome.${run.outcome}`)} · ${countsText(t, run)}`, rest: null };
  const rest = [
    ...(lead === null ? [] : [countsText(t, { ...run, problemCount: 0 })]),
    ...(problemCount > 1 ? [t('history.more.problems', { count: problemCount - 1 })] : []),
  ];
  return { what: problem, rest: rest.length === 0 ? null : rest.join(', ') };
}

/** "New code", and where it was not carried out what was to be done and what came of it: "Remove code – needs approval". */
function whatText({ t, formats }: Context, { kind, status, fields }: RunChange): string {
  const form = status === 'done' ? 'did' : 'todo';
  const text =
    kind !== 'update'
      ? t(`history.${form}.${kind}`)
      : fields.length === 0
        ? t(`history.${form}.update-pin`)
        : t(`history.${form}.update`, { fields: formats.list(fields.map((field) => t(`operations.in-list.${field}`))) });
  return status === 'done' ? text : t(`history.came.${status}`, { text });
}

/** Where no name is known, the unit and the days; a number only where there is nothing else. */
function whoText({ snapshot, t, formats }: Context, { bookingId, personId, name, unitId, days }: RunChange): string {
  if (name !== '') return name;
  if (bookingId === null) return personId ?? t('calendar.nameless-code');
  if (unitId === null) return t('history.booking', { id: String(bookingId) });
  return [unitName(snapshot, t, unitId), ...(days === null ? [] : [formats.days(days.from, days.to)])].join(', ');
}

function doorsText({ snapshot, t, formats }: Context, lockIds: readonly LockId[]): string {
  const names = [...new Set(lockIds.map((lockId) => lockName(snapshot, t, lockId)))];
  return names.length > 2 ? t('history.doors', { count: names.length }) : formats.list(names);
}

/** The other changes, by how they ended. */
function restText({ t }: Context, { more }: ShownRunRow, lead: RunChange): string | null {
  const statuses = WORST_FIRST.filter((status) => more[status] > 0);
  const isAlike = statuses.every((status) => status === lead.status);
  const parts = statuses.map((status) => t(isAlike ? 'history.more.alike' : `history.more.${status}`, { count: more[status] }));
  return parts.length === 0 ? null : parts.join(', ');
}
