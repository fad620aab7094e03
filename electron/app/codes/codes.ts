/** Single codes by hand: list, create, update, delete. As in a run, one writer at a time lists the lock before and after each write. */
import type { Code, CodeRecord } from '../../../shared/domain/code.ts';
import type { CodeId, KeypadPlace, LockId } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { differences, hasChanges } from '../../../shared/reconcile/diff.ts';
import { samePin } from '../../../shared/reconcile/stay/pins.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { draftRecord, editedRecord } from './code-record.ts';
import type { CodeDraft, CodeEdits } from './code-record.ts';
import type { LockCloud } from '../ports/clouds.ts';
import type { RunLock } from '../ports/system.ts';

export interface CodesPorts {
  readonly locks: LockCloud;
  /** The lock that runs of every process on this data folder take, too. */
  readonly runLock: RunLock;
  readonly signal?: AbortSignal;
}

type Reading = Pick<CodesPorts, 'locks' | 'signal'>;

export type CodesFailure =
  | { readonly kind: 'cloud'; readonly failure: CloudFailure }
  /** Nothing was sent. The message says why; it never quotes a PIN. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'not-found'; readonly message: string }
  /** A run or another command has the run lock. */
  | { readonly kind: 'busy'; readonly message: string }
  /** Sent, but the lock's list does not show it. */
  | { readonly kind: 'unverified'; readonly message: string; readonly codeId: CodeId | null };

export async function listCodes(ports: Reading, lockId: LockId): Promise<Result<readonly Code[], CodesFailure>> {
  const listing = await ports.locks.listCodes(lockId, callOptions(ports));
  return listing.ok ? ok(listing.value.codes) : err({ kind: 'cloud', failure: listing.error });
}

/** What would be sent for a new code, or why nothing would. */
export async function prepareCreate(
  ports: Reading,
  place: KeypadPlace,
  draft: CodeDraft,
): Promise<Result<{ readonly record: CodeRecord; readonly codes: readonly Code[] }, CodesFailure>> {
  const record = draftRecord(draft);
  if (!record.ok) return refused(record.error);
  const codes = await listCodes(ports, place.lockId);
  if (!codes.ok) return codes;
  const taken = pinHolder(codes.value, place, record.value, null);
  return taken === null ? ok({ record: record.value, codes: codes.value }) : refused(taken);
}

/** Returns the code as the lock lists it afterwards. */
export async function createCode(ports: CodesPorts, place: KeypadPlace, draft: CodeDraft): Promise<Result<Code, CodesFailure>> {
  return withRunLock(ports, async () => {
    const prepared = await prepareCreate(ports, place, draft);
    if (!prepared.ok) return prepared;
    const { record, codes } = prepared.value;
    const sent = await ports.locks.createCode(place.lockId, place.keypadId, record, callOptions(ports));
    if (!sent.ok && sent.error.certain) return err({ kind: 'cloud', failure: sent.error });
    const after = await listCodes(ports, place.lockId);
    if (!after.ok) return unreadable(sent.ok ? sent.value.codeId : null);
    const known = new Set(codes.map(({ id }) => id));
    const made = after.value.find((code) => !known.has(code.id) && placeKey(code) === placeKey(place) && shows(code, record));
    if (made !== undefined) return ok(made);
    if (!sent.ok) return err({ kind: 'cloud', failure: sent.error });
    return unverified(
      'The Keys accepted the code, but the lock does not list it as it was sent. Do not give the PIN to anyone yet.',
      sent.value.codeId,
    );
  });
}

/** What would be sent for a changed code. Keeps what is not changed; refuses when a value to be kept is not known. */
export async function prepareUpdate(
  ports: Reading,
  lockId: LockId,
  codeId: CodeId,
  edits: CodeEdits,
): Promise<Result<{ readonly record: CodeRecord; readonly code: Code }, CodesFailure>> {
  const before = await findCode(ports, lockId, codeId);
  if (!before.ok) return before;
  const { code, codes } = before.value;
  const record = editedRecord(code, edits);
  if (!record.ok) return refused(record.error);
  const taken = edits.pin === undefined ? null : pinHolder(codes, code, record.value, codeId);
  return taken === null ? ok({ record: record.value, code }) : refused(taken);
}

/** Returns the code as the lock lists it afterwards. */
export async function updateCode(ports: CodesPorts, lockId: LockId, codeId: CodeId, edits: CodeEdits): Promise<Result<Code, CodesFailure>> {
  return withRunLock(ports, async () => {
    const prepared = await prepareUpdate(ports, lockId, codeId, edits);
    return prepared.ok ? sendUpdate(ports, lockId, codeId, prepared.value.record) : prepared;
  });
}

/** Only within the run lock. Returns the code as the lock lists it afterwards. */
export async function sendUpdate(ports: Reading, lockId: LockId, codeId: CodeId, record: CodeRecord): Promise<Result<Code, CodesFailure>> {
  const sent = await ports.locks.updateCode(codeId, record, callOptions(ports));
  if (!sent.ok && sent.error.certain) return err({ kind: 'cloud', failure: sent.error });
  const after = await listCodes(ports, lockId);
  if (!after.ok) return unreadable(codeId);
  const changed = after.value.find(({ id }) => id === codeId);
  if (changed !== undefined && shows(changed, record)) return ok(changed);
  if (!sent.ok) return err({ kind: 'cloud', failure: sent.error });
  return unverified('The Keys accepted the change, but the lock does not show it.', codeId);
}

/** Returns the code as it was before. `mayGo` sees it before anything is sent, and may say why not. */
export async function deleteCode(
  ports: CodesPorts,
  lockId: LockId,
  codeId: CodeId,
  mayGo: (code: Code) => string | null = () => null,
): Promise<Result<Code, CodesFailure>> {
  return withRunLock(ports, async () => {
    const before = await findCode(ports, lockId, codeId);
    if (!before.ok) return before;
    const obstacle = mayGo(before.value.code);
    if (obstacle !== null) return refused(obstacle);
    const sent = await ports.locks.deleteCode(codeId, callOptions(ports));
    if (!sent.ok && sent.error.certain) return err({ kind: 'cloud', failure: sent.error });
    const after = await listCodes(ports, lockId);
    if (!after.ok) return unreadable(codeId);
    if (after.value.every(({ id }) => id !== codeId)) return ok(before.value.code);
    if (!sent.ok) return err({ kind: 'cloud', failure: sent.error });
    return unverified('The Keys accepted the deletion, but the lock still lists the code. It may still open the door.', codeId);
  });
}

export async function withRunLock<T>(
  ports: Pick<CodesPorts, 'runLock'>,
  work: () => Promise<Result<T, CodesFailure>>,
): Promise<Result<T, CodesFailure>> {
  const held = ports.runLock.tryAcquire();
  if (held === null) return err({ kind: 'busy', message: 'A run is in progress. Nothing was changed; try again in a minute.' });
  try {
    return await work();
  } finally {
    held.release();
  }
}

export async function findCode(
  ports: Reading,
  lockId: LockId,
  codeId: CodeId,
): Promise<Result<{ readonly code: Code; readonly codes: readonly Code[] }, CodesFailure>> {
  const codes = await listCodes(ports, lockId);
  if (!codes.ok) return codes;
  const code = codes.value.find(({ id }) => id === codeId);
  if (code !== undefined) return ok({ code, codes: codes.value });
  return err({ kind: 'not-found', message: `Lock ${String(lockId)} has no code ${String(codeId)}.` });
}

/** With two codes of one PIN on a keypad, deleting one would not keep its guest out. */
function pinHolder(codes: readonly Code[], place: KeypadPlace, record: CodeRecord, except: CodeId | null): string | null {
  const holder = codes.find((code) => code.id !== except && placeKey(code) === placeKey(place) && samePin(code, record.pin));
  return holder === undefined ? null : `Code ${String(holder.id)} on this keypad has the same PIN already. Choose another PIN.`;
}

function shows(code: Code, record: CodeRecord): boolean {
  return samePin(code, record.pin) && !hasChanges(differences(code, record));
}

/** With exactOptionalPropertyTypes, an optional property must not be undefined. */
function callOptions(ports: Pick<CodesPorts, 'signal'>): { signal?: AbortSignal } {
  return ports.signal === undefined ? {} : { signal: ports.signal };
}

function refused(message: string): Result<never, CodesFailure> {
  return err({ kind: 'refused', message });
}
function unverified(message: string, codeId: CodeId | null): Result<never, CodesFailure> {
  return err({ kind: 'unverified', message, codeId });
}
function unreadable(codeId: CodeId | null): Result<never, CodesFailure> {
  return unverified('It was sent, but the lock could not be read afterwards. Check `latchkey codes list` before you rely on it.', codeId);
}
