/** An operation in the user's words: what is done to a code, why, from what to what, and what became of it. Never a PIN. */
import type { AppSnapshot } from '../../shared/domain/app-state.ts';
import { UNKNOWN } from '../../shared/domain/code.ts';
import type { ChangeField, FieldChange } from '../../shared/domain/plan.ts';
import type { OperationReport, OperationStatus } from '../../shared/domain/run.ts';
import { changedFields } from '../../shared/reconcile/diff.ts';
import type { LocalDate, LocalDateTime } from '../../shared/time.ts';
import type { Formats } from './format.ts';
import { doorName, lockName } from './names.ts';
import type { WindowTranslate } from './texts.ts';

/** What `useApp()` gives has all of it. */
export interface Words {
  readonly snapshot: Pick<AppSnapshot, 'names'>;
  readonly t: WindowTranslate;
  readonly formats: Formats;
}

/** "New code on Mill House": fits before it is done and afterwards. */
export function operationTitle({ snapshot, t }: Words, operation: OperationReport): string {
  return t(`operations.${operation.kind}`, { door: doorName(snapshot, t, operation) });
}

/** One or two sentences: why, and where it is held, what it waits for. */
export function operationReason(app: Words, operation: OperationReport): string {
  const why = whyOf(app, operation);
  return operation.hold === null ? why : `${why} ${app.t(`operations.hold.${operation.hold}`)}`;
}

function whyOf({ t, formats }: Words, { kind, evidence, changes, reason }: OperationReport): string {
  switch (kind) {
    case 'create':
      return t('operations.why.create');
    case 'adopt':
      return t('operations.why.adopt');
    case 'move':
      return t('operations.why.move');
    case 'update': {
      const fields = changedFields(changes).map((field) => t(`operations.in-list.${field}`));
      return fields.length === 0 ? t('operations.why.update-plain') : t('operations.why.update', { fields: formats.list(fields) });
    }
    case 'delete':
      // Every removal has its evidence; should an old record lack it, what it says itself is better than nothing.
      return evidence === null ? reason : t(`operations.why.${evidence}`);
  }
}

export interface ChangeWords {
  readonly key: ChangeField;
  /** "Start", "End", "Name". */
  readonly field: string;
  /** null where there was nothing before: a new code. */
  readonly from: string | null;
  readonly to: string;
}
/** Field by field, in the order they are told. Window times are those of the door. */
export function operationChanges(app: Words, { kind, changes }: OperationReport): readonly ChangeWords[] {
  return changedFields(changes).map((field) => {
    const { from, to } = changes[field] ?? { from: null, to: null };
    return {
      key: field,
      field: app.t(`operations.field.${field}`),
      from: kind === 'create' ? null : valueWords(app, field, from),
      to: valueWords(app, field, to),
    };
  });
}

function valueWords({ snapshot, t, formats }: Words, field: ChangeField, value: FieldChange['from']): string {
  if (value === UNKNOWN && field !== 'name' && field !== 'description') return t('operations.value.unreadable');
  if (typeof value === 'boolean') return t(value ? 'operations.value.on' : 'operations.value.off');
  switch (field) {
    case 'start':
    case 'end':
      if (value === null) return t('operations.value.open');
      return value.includes('T') ? formats.moment(value as LocalDateTime) : formats.day(value as LocalDate);
    case 'lockId':
      return value === null ? t('operations.value.none') : lockName(snapshot, t, Number(value));
    case 'keypadId': {
      if (value === null) return t('operations.value.none');
      const name = snapshot.names.doors.find((door) => door.keypadId === value)?.keypadName.trim() ?? '';
      return name === '' ? value : name;
    }
    case 'name':
    case 'description':
    case 'active':
      return value === null || value.trim() === '' ? t('operations.value.none') : value.trim();
  }
}

export interface StatusWords {
  readonly text: string;
  readonly tone: 'good' | 'neutral' | 'warning' | 'urgent';
  readonly icon?: 'hand';
}
/** What became of it, for a badge. */
export function operationStatus({ t }: Pick<Words, 't'>, status: OperationStatus): StatusWords {
  const text = t(`operations.status.${status}`);
  switch (status) {
    case 'done':
      return { text, tone: 'good' };
    case 'planned':
      return { text, tone: 'neutral' };
    case 'held':
      return { text, tone: 'warning', icon: 'hand' };
    case 'failed':
    case 'unverified':
      return { text, tone: 'urgent' };
  }
}
