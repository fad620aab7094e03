/** A run in one line of the list: for whom, what was done, on which doors, and what else there was. Pure. */
import type { LockId } from '../../../shared/domain/ids.ts';
import type { RunChange, ShownRunRow } from '../../../shared/domain/run.ts';
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

export function rowText(app: Context, run: ShownRunRow): RowText {
  const { lead, problem, act } = run;
  const isWell = outcomeText(app.t, run, false).tone === 'good';
  // A sync that did not end well although all it changed was done says why instead.
  if (lead !== null && (lead.status !== 'done' || isWell || problem === null)) {
    const what = act === null ? whatText(app, lead) : cameText(app, lead, app.t(`history.act.${act.what}`));
    return { who: whoText(app, lead), what, where: doorsText(app, lead.lockIds), rest: restText(app, run) };
  }
  if (act !== null && problem === null)
    return { who: act.name === '' ? null : act.name, what: app.t(`history.act.${act.what}`), where: null, rest: null };
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
function whatText(app: Context, change: RunChange): string {
  const { t, formats } = app;
  const { kind, status, fields } = change;
  const form = status === 'done' ? 'did' : 'todo';
  const text =
    kind !== 'update'
      ? t(`history.${form}.${kind}`)
      : fields.length === 0
        ? t(`history.${form}.update-pin`)
        : t(`history.${form}.update`, { fields: formats.list(fields.map((field) => t(`operations.in-list.${field}`))) });
  return cameText(app, change, text);
}

function cameText({ t }: Context, { status }: RunChange, text: string): string {
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

/** "also 2 new codes, 1 removed". */
function restText({ t }: Context, { more }: ShownRunRow): string | null {
  return Object.values(more).every((count) => count === 0)
    ? null
    : t('history.also', { what: countsText(t, { counts: more, problemCount: 0 }) });
}

/** "Siobhán, open longer": what Undo would take back. */
export function actText({ t }: Pick<Context, 't'>, { what, name }: NonNullable<ShownRunRow['act']>): string {
  return [...(name === '' ? [] : [name]), t(`history.act.${what}`)].join(', ');
}
