/** An operation in the user's language: what is done to a code, why, which values change, and the result. Never a PIN. */
import { UNKNOWN } from '../../shared/domain/code.ts';
import type { ChangeField } from '../../shared/domain/code.ts';
import type { LockId } from '../../shared/domain/ids.ts';
import type { FieldChange } from '../../shared/domain/plan.ts';
import type { OperationReport, OperationStatus } from '../../shared/domain/run.ts';
import { changedFields, switchedTo } from '../../shared/reconcile/diff.ts';
import type { LocalDate, LocalDateTime } from '../../shared/time.ts';
import { doorName, lockName } from './names.ts';
import type { Message, TextContext, Tone } from './text-context.ts';

/** "New code on Mill House": reads well before it is done and afterwards. */
export function operationTitle({ snapshot, t }: TextContext, operation: OperationReport): string {
  return t(`operations.${operation.kind}`, { door: doorName(snapshot, t, operation) });
}

/** One or two sentences: why, and for a held operation what it waits for. */
export function operationReason(app: TextContext, operation: OperationReport): string {
  const cause = causeOf(app, operation);
  return operation.hold === null ? cause : `${cause} ${app.t(`operations.hold.${operation.hold}`)}`;
}

/** Of whom a code is that belongs to no booking. The name where the operation has it. */
export function personText({ t }: Pick<TextContext, 't'>, { personId, changes }: Pick<OperationReport, 'personId' | 'changes'>): string {
  const { from = null, to = null } = changes.name ?? {};
  return t('operations.person', { name: String(to ?? from ?? personId ?? '') });
}

/** Said in the same words of guests and people. */
const BY_THE_USER: ReadonlySet<OperationReport['evidence']> = new Set(['person-removed', 'removed-by-user', 'door-replaced']);

function causeOf({ t, formats }: TextContext, { kind, evidence, changes, bookingId, personId }: OperationReport): string {
  if (personId === undefined && bookingId === null && kind === 'create') return t('operations.why.restored');
  if (personId !== undefined && !BY_THE_USER.has(evidence))
    return t(
      evidence === 'ended' ? 'operations.why.person-over' : kind === 'adopt' ? 'operations.why.person-link' : 'operations.why.person',
    );
  switch (kind) {
    case 'create':
    case 'adopt':
    case 'move':
      return t(`operations.why.${kind}`);
    case 'update': {
      const switched = switchedTo(changes);
      if (switched !== null) return t(`operations.why.switched-${switched}`);
      const fields = changedFields(changes).map((field) => t(`operations.in-list.${field}`));
      return fields.length === 0 ? t('operations.why.update-plain') : t('operations.why.update', { fields: formats.list(fields) });
    }
    case 'delete':
      return evidence === null ? '' : t(`operations.why.${evidence}`);
  }
}

export interface ChangeText {
  readonly key: ChangeField;
  /** "Start", "End", "Name". */
  readonly field: string;
  /** null for a new code, which had no value before. */
  readonly from: string | null;
  readonly to: string;
}
/** One entry per changed field. Times are those of the door. */
export function operationChanges(app: TextContext, { kind, changes }: OperationReport): readonly ChangeText[] {
  return changedFields(changes).map((field) => {
    const { from, to } = changes[field] ?? { from: null, to: null };
    // A removed code has a name and dates until it is gone: what they become means nothing.
    if (kind === 'delete') return { key: field, field: app.t(`operations.field.${field}`), from: null, to: valueText(app, field, from) };
    return {
      key: field,
      field: app.t(`operations.field.${field}`),
      from: kind === 'create' ? null : valueText(app, field, from),
      to: valueText(app, field, to),
    };
  });
}

function valueText({ snapshot, t, formats }: TextContext, field: ChangeField, value: FieldChange['from']): string {
  if (value === UNKNOWN && field !== 'name' && field !== 'description') return t('operations.value.unreadable');
  if (typeof value === 'boolean') return t(value ? 'operations.value.on' : 'operations.value.off');
  if (value === null || value.trim() === '')
    return t(field === 'start' || field === 'end' ? 'operations.value.open' : 'operations.value.none');
  switch (field) {
    case 'start':
    case 'end':
      return value.includes('T') ? formats.moment(value as LocalDateTime) : formats.day(value as LocalDate);
    case 'lockId':
      return lockName(snapshot, t, Number(value) as LockId);
    case 'keypadId': {
      const name = snapshot.names.doors.find((door) => door.keypadId === value)?.keypadName.trim() ?? '';
      return name === '' ? value : name;
    }
    case 'name':
    case 'description':
    case 'active':
      return value.trim();
  }
}

const STATUS_TONES: Readonly<Record<OperationStatus, Tone>> = {
  done: 'good',
  planned: 'neutral',
  held: 'urgent',
  failed: 'urgent',
  unverified: 'urgent',
};
/** The result, for a badge. */
export function operationStatus({ t }: Pick<TextContext, 't'>, status: OperationStatus): Message {
  const text = t(`operations.status.${status}`);
  return { text, tone: STATUS_TONES[status], ...(status === 'held' ? { icon: 'hand' } : {}) };
}
