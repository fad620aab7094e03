/** `codes list|create|update|delete`: single codes by hand. */
import * as useCases from '../../app/codes/codes.ts';
import type { CodesFailure, CodesPorts } from '../../app/codes/codes.ts';
import type { CodeEdits } from '../../app/codes/code-record.ts';
import { parsePin } from '../../../shared/domain/code.ts';
import type { Code, Pin } from '../../../shared/domain/code.ts';
import { keypadIdSchema } from '../../../shared/domain/mapping.ts';
import { readTag } from '../../../shared/reconcile/tag.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { accessFailure, answer, failure, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Backend } from '../backend.ts';
import type { CommandContext } from '../context.ts';
import { exitCodeOfCodes } from '../exit-code.ts';
import { codeDocument, renderCode, renderCodes } from '../render/codes.ts';
import type { CodeOptions, CodesCreateRequest, CodesDeleteRequest, CodesListRequest, CodesUpdateRequest } from '../request.ts';

const BAD_PIN = 'The PIN must be digits only, twelve at most.';

export async function codesList(context: CommandContext, { lockId, reveal }: CodesListRequest): Promise<Answer> {
  const opened = await openLocks(context);
  if (!opened.ok) return opened.error;
  const codes = await useCases.listCodes(opened.value.ports, lockId);
  if (!codes.ok) return codesFailure(codes.error);
  return answer({ lockId, codes: codes.value.map((code) => codeDocument(code, reveal)) }, (style) =>
    renderCodes(codes.value, { lockId, reveal }, style),
  );
}

export async function codesCreate(context: CommandContext, { lockId, code }: CodesCreateRequest): Promise<Answer> {
  const pin = parsePin(code.pin);
  if (pin === null) return usageFailure(BAD_PIN);
  const keypadId = keypadIdSchema.safeParse(code.keypadId);
  if (!keypadId.success) return usageFailure(`The keypad ${keypadId.error.issues[0]?.message ?? 'is not right'}.`);
  const opened = await openLocks(context);
  if (!opened.ok) return opened.error;
  const { times } = opened.value.backend.settings.read();
  const made = await useCases.createCode(
    opened.value.ports,
    { lockId, keypadId: keypadId.data },
    {
      name: code.name,
      pin,
      from: code.from,
      to: code.to,
      checkIn: code.checkIn ?? times.checkIn,
      checkOut: code.checkOut ?? times.checkOut,
      description: code.description ?? '',
    },
  );
  return made.ok ? codeAnswer('Made', made.value, noteOnTag(made.value)) : codesFailure(made.error);
}

export async function codesUpdate(context: CommandContext, { lockId, codeId, code }: CodesUpdateRequest): Promise<Answer> {
  const edits = readEdits(code);
  if (!edits.ok) return edits.error;
  const opened = await openLocks(context);
  if (!opened.ok) return opened.error;
  if (code.keypadId !== null) {
    const elsewhere = await standsElsewhere(opened.value.ports, lockId, codeId, code.keypadId);
    if (elsewhere !== null) return elsewhere;
  }
  const changed = await useCases.updateCode(opened.value.ports, lockId, codeId, edits.value);
  return changed.ok ? codeAnswer('Changed', changed.value, noteOnChange(changed.value)) : codesFailure(changed.error);
}

export async function codesDelete(context: CommandContext, { lockId, codeId }: CodesDeleteRequest): Promise<Answer> {
  const opened = await openLocks(context);
  if (!opened.ok) return opened.error;
  const gone = await useCases.deleteCode(opened.value.ports, lockId, codeId);
  return gone.ok ? codeAnswer('Deleted', gone.value, noteOnDelete(gone.value)) : codesFailure(gone.error);
}

async function openLocks(context: CommandContext): Promise<Result<{ readonly backend: Backend; readonly ports: CodesPorts }, Answer>> {
  const opened = await context.open();
  if (!opened.ok) return opened;
  const locks = await opened.value.lockCloud();
  if (!locks.ok) return err(accessFailure(locks.error));
  return ok({ backend: opened.value, ports: { locks: locks.value, runLock: opened.value.runLock } });
}

function readEdits(code: CodeOptions): Result<CodeEdits, Answer> {
  let pin: Pin | null = null;
  if (code.pin !== null) {
    pin = parsePin(code.pin);
    if (pin === null) return err(usageFailure(BAD_PIN));
  }
  const edits: CodeEdits = {
    ...(code.name === null ? {} : { name: code.name }),
    ...(pin === null ? {} : { pin }),
    ...(code.from === null ? {} : { from: code.from }),
    ...(code.to === null ? {} : { to: code.to }),
    ...(code.checkIn === null ? {} : { checkIn: code.checkIn }),
    ...(code.checkOut === null ? {} : { checkOut: code.checkOut }),
    ...(code.description === null ? {} : { description: code.description }),
  };
  if (Object.keys(edits).length === 0) return err(usageFailure('Say what to change, for instance --to 2026-11-30.'));
  return ok(edits);
}

/** A code cannot change its keypad; a keypad given for an update is taken as a check. */
async function standsElsewhere(ports: CodesPorts, lockId: number, codeId: number, keypadId: string): Promise<Answer | null> {
  const codes = await useCases.listCodes(ports, lockId);
  if (!codes.ok) return codesFailure(codes.error);
  const code = codes.value.find(({ id }) => id === codeId);
  if (code === undefined || code.keypadId === keypadId) return null;
  return usageFailure(
    `Code ${String(codeId)} is on keypad ${code.keypadId}. A code cannot move: make a new one there and delete this one.`,
  );
}

function codeAnswer(done: string, code: Code, note: string | null): Answer {
  return answer({ code: codeDocument(code, false), note }, (style) =>
    [`${style.paint('good', '✓')} ${done}: ${renderCode(code)}`, ...(note === null ? [] : [note])].join('\n'),
  );
}

function codesFailure(problem: CodesFailure): Answer {
  if (problem.kind === 'cloud') return accessFailure(problem.failure);
  return failure(exitCodeOfCodes(problem), problem.kind, problem.message);
}

function noteOnTag(code: Code): string | null {
  const tag = readTag(code.description);
  return tag.kind === 'tagged'
    ? `Its description names booking ${String(tag.bookingId)}, so Latchkey treats it as that booking's code from now on.`
    : null;
}
function noteOnChange(code: Code): string | null {
  const tag = readTag(code.description);
  return tag.kind === 'tagged'
    ? `This code belongs to booking ${String(tag.bookingId)}: the next run sets its name and times as the booking says. The PIN stays.`
    : null;
}
function noteOnDelete(code: Code): string | null {
  const tag = readTag(code.description);
  return tag.kind === 'tagged' ? `It belonged to booking ${String(tag.bookingId)}: while that is live, the next run makes it again.` : null;
}
