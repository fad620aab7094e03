/** `codes list|create|update`: single codes by hand. */
import * as useCases from '../../app/codes/codes.ts';
import type { CodesFailure, CodesPorts } from '../../app/codes/codes.ts';
import type { CodeEdits } from '../../app/codes/code-record.ts';
import { recordShown } from '../../app/doors/shown-codes.ts';
import { parsePin } from '../../../shared/domain/code.ts';
import type { Code, Pin } from '../../../shared/domain/code.ts';
import type { CodeId, KeypadId, LockId } from '../../../shared/domain/ids.ts';
import { keypadIdSchema } from '../../../shared/domain/mapping.ts';
import { readTag } from '../../../shared/reconcile/tag.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { accessFailure, answer, dryRunAnswer, failure, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { openWithConfig } from '../config-option.ts';
import type { OpenedWithConfig } from '../config-option.ts';
import type { CommandContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { codeDocument, renderCode, renderCodes } from '../render/codes.ts';
import type { ShownCode } from '../render/codes.ts';
import { stack } from '../render/text.ts';
import type { RequestOf } from '../request.ts';
import { bookingsIfRead } from './doors/known-bookings.ts';

export async function codesList(context: CommandContext, { lock, reveal = false, config }: RequestOf<'codes list'>): Promise<Answer> {
  const opened = await openLocks(context, config);
  if (!opened.ok) return opened.error;
  const codes = await useCases.listCodes(opened.value.ports, lock);
  if (!codes.ok) return codesFailure(codes.error);
  if (reveal) await recordReveal(opened.value, lock, codes.value);
  return answer({ lockId: lock, codes: codes.value.map((code) => codeDocument(code, reveal)) }, (style) =>
    renderCodes(codes.value, { lockId: lock, reveal }, style),
  );
}

/** As `door --reveal` does. The bookings say for which stays a spare code may have been shown. */
async function recordReveal({ backend, settings }: OpenedWithConfig, lockId: LockId, codes: readonly Code[]): Promise<void> {
  const { history, clock } = backend;
  const nowMs = clock.nowMs();
  const wishes = backend.wishes.read();
  const bookings = wishes.people.some(({ isSpare }) => isSpare) ? await bookingsIfRead({ backend, settings }) : [];
  recordShown(history, [lockId], {
    ...{ settings, bookings, wishes, memory: history.memory(), nowMs },
    readings: new Map([[lockId, { codes, unread: [], readAtMs: nowMs }]]),
    summaries: new Map(),
    summariesReadAtMs: null,
  });
}

export async function codesCreate(context: CommandContext, request: RequestOf<'codes create'>): Promise<Answer> {
  const { lock, keypad, pin: typed, name, from, to, checkIn, checkOut, description = '', dryRun = false, config } = request;
  const pin = readPin(typed);
  if (!pin.ok) return pin.error;
  const keypadId = keypadIdSchema.safeParse(keypad);
  if (!keypadId.success) return usageFailure(`The keypad ${keypadId.error.issues[0]?.message ?? 'is invalid'}.`);
  const opened = await openLocks(context, config);
  if (!opened.ok) return opened.error;
  const { times } = opened.value.settings;
  const { ports } = opened.value;
  const place = { lockId: lock, keypadId: keypadId.data };
  const draft = { name, pin: pin.value, from, to, checkIn: checkIn ?? times.checkIn, checkOut: checkOut ?? times.checkOut, description };
  if (dryRun) {
    const prepared = await useCases.prepareCreate(ports, place, draft);
    return prepared.ok ? wouldChange('created', { ...prepared.value.record, ...place, id: null }) : codesFailure(prepared.error);
  }
  const created = await useCases.createCode(ports, place, draft);
  return created.ok
    ? codeAnswer(
        'Created',
        created.value,
        (id) => `Its description names booking ${id}, so Latchkey treats it as that booking's code from now on.`,
      )
    : codesFailure(created.error);
}

export async function codesUpdate(context: CommandContext, request: RequestOf<'codes update'>): Promise<Answer> {
  const { command: _command, lock, code, keypad, pin: typed, dryRun = false, yes: _yes, config, ...fields } = request;
  const pin = typed === undefined ? null : readPin(typed);
  if (pin?.ok === false) return pin.error;
  const edits: CodeEdits = pin === null ? fields : { ...fields, pin: pin.value };
  if (Object.keys(edits).length === 0) return usageFailure('Name what to change, for instance --to 2026-11-30.');
  const opened = await openLocks(context, config);
  if (!opened.ok) return opened.error;
  const { ports, backend } = opened.value;
  if (keypad !== undefined) {
    const elsewhere = await refuseMove(ports, lock, code, keypad);
    if (elsewhere !== null) return elsewhere;
  }
  if (dryRun) {
    const prepared = await useCases.prepareUpdate(ports, lock, code, edits);
    return prepared.ok ? wouldChange('changed', { ...prepared.value.code, ...prepared.value.record }) : codesFailure(prepared.error);
  }
  // The lock has yet to learn of the change: the next sync counts it as written then.
  backend.history.remember([{ kind: 'code-reach', key: String(code), value: null }]);
  const changed = await useCases.updateCode(ports, lock, code, edits);
  return changed.ok
    ? codeAnswer(
        'Changed',
        changed.value,
        (id) => `This code belongs to booking ${id}: the next run sets its name and times from the booking. The PIN stays.`,
      )
    : codesFailure(changed.error);
}

export async function openLocks(
  context: CommandContext,
  config: string | undefined,
): Promise<Result<OpenedWithConfig & { readonly ports: CodesPorts }, Answer>> {
  const opened = await openWithConfig(context, config);
  if (!opened.ok) return opened;
  const { backend } = opened.value;
  const locks = await backend.lockCloud();
  if (!locks.ok) return err(accessFailure(locks.error));
  return ok({ ...opened.value, ports: { locks: locks.value, runLock: backend.runLock } });
}

function readPin(text: string): Result<Pin, Answer> {
  const pin = parsePin(text);
  return pin === null ? err(usageFailure('The PIN must be digits only, twelve at most.')) : ok(pin);
}

/** A code cannot change its keypad; a keypad given with an update is checked. */
async function refuseMove(ports: CodesPorts, lockId: LockId, codeId: CodeId, keypadId: KeypadId): Promise<Answer | null> {
  const codes = await useCases.listCodes(ports, lockId);
  if (!codes.ok) return codesFailure(codes.error);
  const code = codes.value.find(({ id }) => id === codeId);
  if (code === undefined || code.keypadId === keypadId) return null;
  return usageFailure(
    `Code ${String(codeId)} is on keypad ${code.keypadId}. A code cannot move: create a new one there and delete this one.`,
  );
}

/** Of a dry run. `id`: null for a code that is not there yet. */
function wouldChange(done: string, code: ShownCode): Answer {
  return dryRunAnswer([`It would be ${done}: ${renderCode(code)}`], { code: codeDocument(code, false) });
}

/** `noteOn` says what the change means when the code belongs to a booking. */
export function codeAnswer(done: string, code: Code, noteOn: (bookingId: string) => string): Answer {
  const tag = readTag(code.description);
  const note = tag.kind === 'tagged' && typeof tag.claimId === 'number' ? noteOn(String(tag.claimId)) : null;
  return answer({ code: codeDocument(code, false), note }, (style) =>
    stack(`${style.paint('good', '✓')} ${done}: ${renderCode(code)}`, note ?? ''),
  );
}

export function codesFailure(problem: CodesFailure): Answer {
  if (problem.kind === 'cloud') return accessFailure(problem.failure);
  return failure(EXIT.failed, problem.kind, problem.message);
}
