/** A lock cloud in memory, whose calls can fail before or after they have an effect. */
import type { Code, CodeRecord } from '../../shared/domain/code.ts';
import type { CodeId, KeypadPlace } from '../../shared/domain/ids.ts';
import type { CloudFailure, CloudFailureKind } from '../../shared/errors.ts';
import { codeId } from './ids.ts';
import { err, ok } from '../../shared/result.ts';
import type { LockCloud } from '../../electron/app/ports/clouds.ts';

export type FakeFault =
  | { readonly when: 'before' | 'after'; readonly kind: CloudFailureKind; readonly certain: boolean; readonly said?: string }
  /** The action happens, but with another PIN. */
  | { readonly when: 'wrong-pin' };

export interface FakeLocks extends LockCloud {
  readonly codes: Map<CodeId, Code>;
  /** Calls in order, such as "create 1/Kp1". */
  readonly calls: string[];
  /** Consulted before each call; null lets it through. */
  fault: (call: string) => FakeFault | null;
}

export function createFakeLocks(initial: readonly Code[] = []): FakeLocks {
  const codes = new Map(initial.map((code) => [code.id, code]));
  const calls: string[] = [];
  let nextId = 1 + Math.max(0, ...codes.keys());
  const failure = ({ kind, certain, said }: Exclude<FakeFault, { when: 'wrong-pin' }>): CloudFailure => ({
    kind,
    cloud: 'the-keys',
    message: 'fake',
    certain,
    ...(said === undefined ? {} : { said }),
  });

  async function call<T>(name: string, action: (isWrong: boolean) => T) {
    calls.push(name);
    await Promise.resolve();
    const fault = cloud.fault(name);
    if (fault?.when === 'before') return err(failure(fault));
    const value = action(fault?.when === 'wrong-pin');
    return fault?.when === 'after' ? err(failure(fault)) : ok(value);
  }

  const cloud: FakeLocks = {
    codes,
    calls,
    fault: () => null,
    signIn: () => call('sign in', () => null),
    discover: () => call('discover', () => []),
    readAccount: () => call('account', () => ({ id: 1, locks: [] })),
    readGateway: () => call('gateway', () => null),
    readLog: () => call('log', () => []),
    listCodes: (lockId) =>
      call(`list ${String(lockId)}`, () => ({ lockId, codes: [...codes.values()].filter((code) => code.lockId === lockId) })),
    createCode: (lockId, keypadId, record) =>
      call(`create ${String(lockId)}/${keypadId}`, (isWrong) => {
        const id = codeId(nextId);
        nextId += 1;
        codes.set(id, codeFrom(id, { lockId, keypadId }, isWrong ? { ...record, pin: '0000' as CodeRecord['pin'] } : record));
        return { codeId: id };
      }),
    updateCode: (codeId, record) =>
      call(`update ${String(codeId)}`, () => {
        const present = codes.get(codeId);
        if (present !== undefined) codes.set(codeId, codeFrom(codeId, present, record));
        return null;
      }),
    deleteCode: (codeId) =>
      call(`delete ${String(codeId)}`, () => {
        codes.delete(codeId);
        return null;
      }),
    requestCount: () => calls.length,
    clockOffsetMs: () => null,
    close: () => Promise.resolve(),
  };
  return cloud;
}

/** The code of a record on a keypad. */
export function codeFrom(id: CodeId, { lockId, keypadId }: KeypadPlace, record: CodeRecord): Code {
  return { ...record, id, lockId, keypadId, pinMayLackZeros: false, hasSchedule: false };
}
