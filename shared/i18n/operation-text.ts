/** Why an operation is done or held, in English, for the command line, exports and support. Never a PIN. */
import type { ChangeField } from '../domain/code.ts';
import type { DeleteEvidence, HoldReason } from '../domain/plan.ts';
import type { OperationReport } from '../domain/run.ts';
import { changedFields, switchedTo } from '../reconcile/diff.ts';

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
  gone: 'Smoobu no longer has the booking, and a second check confirmed it.',
  ended: 'The stay ended, and its code is not kept any longer.',
  moved: 'The booking has moved; its code on the new door is in place.',
  'person-removed': 'You removed the person.',
  'makes-room': 'The keypad is full, and another guest arrives earlier. This code is created again as soon as there is room.',
  'no-code': 'You wanted no code for this stay.',
  'removed-by-user': 'You removed this code.',
  'door-replaced': 'You replaced this door, and the code on the new one is in place.',
  duplicate: 'The booking has another code on this keypad, which stays.',
};
const HOLD_WORDS: Readonly<Record<HoldReason, string>> = {
  'someone-may-be-inside': 'Needs your approval: the stay has begun, and someone may be inside.',
  'no-longer-booked': 'Needs your approval: the booking no longer includes the present time, but its guest may still be inside.',
  'doors-changed': 'Needs your approval: the stay has other doors now, and its guest may still be behind this one.',
  'too-many-deletes': 'Needs your approval: unusually many codes would be removed at once.',
  'clock-stepped': 'Needs your approval: this computer’s clock jumped.',
  'bookings-gone': 'Needs your approval: unusually many bookings cannot be found at Smoobu any more.',
  'decision-outdated': 'Needs your approval: you decided about this code before, and the booking has changed since.',
  'no-bookings': 'Needs your approval: Smoobu returned no bookings.',
};

/** In place of the booking's, where there is none. */
function personReason({ kind, changes, evidence, hold }: OperationReport): string {
  const start = changes.start?.to;
  switch (kind) {
    case 'create':
      return `The person has no code on this door yet${typeof start === 'string' ? ` (from ${start.replace('T', ' ')})` : ''}.`;
    case 'adopt':
      return 'You linked this code. It keeps its PIN.';
    case 'update':
      return describeFields(changes, 'The code is not as you decided for this person: ');
    case 'move':
      return 'The person has another door now: the new code is created first, then the old one is removed.';
    case 'delete':
      return withHold(evidence === null ? '' : (PERSON_EVIDENCE_WORDS[evidence] ?? EVIDENCE_WORDS[evidence]), hold);
  }
}
const PERSON_EVIDENCE_WORDS: Partial<Record<DeleteEvidence, string>> = {
  ended: 'Its time is over, and the code is not kept any longer.',
  moved: 'The person has other doors now.',
  duplicate: 'The person has another code on this keypad, which stays.',
};

/** Of a code that belongs to nobody here. */
const RESTORED = 'You took its removal back.';

export function englishReason(operation: OperationReport): string {
  if (operation.personId !== undefined) return personReason(operation);
  const { kind, changes, evidence, hold, replacedCodeId } = operation;
  if (operation.bookingId === null && kind === 'create') return RESTORED;
  const start = changes.start?.to;
  switch (kind) {
    case 'create':
      return `The booking has no code on this door yet${typeof start === 'string' ? ` (from ${start.replace('T', ' ')})` : ''}.`;
    case 'adopt':
      return 'A code created by hand has the same name and start. It is linked to the booking and keeps its PIN.';
    case 'update':
      return withHold(describeFields(changes, 'The stay and its code differ in '), hold);
    case 'move':
      return `The booking moved to another door: the new code is created first, then ${replacedCodeId === undefined ? 'the old one' : `code ${String(replacedCodeId)}`} is removed.`;
    case 'delete':
      return withHold(evidence === null ? '' : EVIDENCE_WORDS[evidence], hold);
  }
}

/** A PIN is the one thing that changes and is not named. */
function describeFields(changes: OperationReport['changes'], opening: string): string {
  const switched = switchedTo(changes);
  if (switched !== null) return `The code is switched ${switched}.`;
  const fields = changedFields(changes).map((field) => FIELD_WORDS[field]);
  return fields.length === 0 ? 'The code gets another PIN.' : `${opening}${list(fields)}.`;
}

function withHold(cause: string, hold: HoldReason | null): string {
  return `${cause} ${hold === null ? '' : HOLD_WORDS[hold]}`.trim();
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
