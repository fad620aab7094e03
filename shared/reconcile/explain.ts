/** An operation in words: why it is done, or why it waits. Never a PIN. */
import type { DeleteEvidence, HoldReason, PlannedOperation } from '../domain/plan.ts';
import { changedFields } from './diff.ts';
import type { ChangeField } from '../domain/plan.ts';

const FIELD_WORDS: Readonly<Record<ChangeField, string>> = {
  start: 'start',
  end: 'end',
  name: 'name',
  active: 'on/off state',
  description: 'description',
  lockId: 'lock',
  keypadId: 'keypad',
};
const EVIDENCE_WORDS: Readonly<Record<DeleteEvidence, string>> = {
  cancelled: 'The booking was cancelled.',
  gone: 'Smoobu no longer knows the booking, and said so twice.',
  ended: 'The stay ended long enough ago.',
  moved: 'The booking has moved; its code on the new door is in place.',
  duplicate: 'The booking has another code on this keypad, which is kept.',
};
const HOLD_WORDS: Readonly<Record<HoldReason, string>> = {
  'someone-may-be-inside': 'It waits for you: the stay is under way and someone may be inside.',
  'too-many-deletes': 'It waits for you: unusually many codes would go at once.',
  'clock-stepped': 'It waits for you: this computer’s clock jumped.',
  'no-bookings': 'It waits for you: Smoobu sent no booking at all.',
};

export function explain(operation: PlannedOperation): string {
  switch (operation.kind) {
    case 'create':
      return `A live booking without a code on this door (from ${words(operation.urgency)}).`;
    case 'adopt':
      return 'A code made by hand with the same name and start: it now belongs to the booking and keeps its PIN.';
    case 'update':
      return `The booking and its code differ in ${list(changedFields(operation.changes).map((field) => FIELD_WORDS[field]))}.`;
    case 'move':
      return `The booking went to another door: the new code first, then the old one goes (code ${String(operation.from.codeId)}).`;
    case 'delete':
      return operation.hold === null
        ? EVIDENCE_WORDS[operation.evidence]
        : `${EVIDENCE_WORDS[operation.evidence]} ${HOLD_WORDS[operation.hold]}`;
  }
}

function words(moment: string | null): string {
  return moment === null ? 'now' : moment.replace('T', ' ');
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
