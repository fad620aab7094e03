/** Carries out a plan on a fake cloud, and logs its requests and what the run is told, in order. */
import type { PlannedOperation } from '../../shared/domain/plan.ts';
import type { Problem } from '../../shared/domain/problem.ts';
import { applyPlan } from '../../electron/app/run/write/apply.ts';
import type { ApplyOptions } from '../../electron/app/run/write/apply.ts';
import { codeFrom } from './fake-locks.ts';
import type { FakeFault, FakeLocks } from './fake-locks.ts';
import { codeId, place } from './ids.ts';
import { record } from './writes.ts';

export const NEVER_FULL: ApplyOptions['full'] = {
  isThere: () => true,
  closed: () => null,
  wrote: () => undefined,
  fullProblem: () => null,
  makeRoom: () => Promise.reject(new Error('nothing is full here')),
};
export const OLD = codeFrom(codeId(500), place(1, 'Kp1'), record(7));
export const REFUSED = { when: 'before', kind: 'refused', certain: true } as const satisfies FakeFault;
export const UNREACHABLE: FakeFault = { when: 'before', kind: 'unreachable', certain: true };
export const FULL: Problem = {
  kind: 'keypad-full',
  text: { key: 'problem.keypad-full', parameters: {} },
  retryable: true,
} as unknown as Problem;

/** `log`: requests and what was told, in order. */
export async function applyLogged(operations: readonly PlannedOperation[], locks: FakeLocks, options: Partial<ApplyOptions> = {}) {
  const log: string[] = [];
  const { fault } = locks;
  locks.fault = (call) => {
    log.push(call);
    return fault(call);
  };
  const full = { ...NEVER_FULL, wrote: ({ key }: { key: string }) => log.push(`wrote ${key}`), ...options.full };
  const result = await applyPlan(operations, {
    locks,
    signal: new AbortController().signal,
    onStatus: ({ key }, status, id) => log.push(`${key} is ${status}${id === null ? '' : ` (${String(id)})`}`),
    onWritten: ({ key }) => log.push(`remember ${key}`),
    onLearned: (change) => log.push(`learned ${change.kind} ${change.key}`),
    creates: {
      created: ({ key }, id) => log.push(`created ${key} (${String(id)})`),
      listed: ({ key }, id) => log.push(`listed ${key} (${String(id)})`),
      deleted: ({ key }, id) => log.push(`deleted ${key} (${String(id)})`),
    },
    sent: { sending: () => undefined, readBack: () => undefined, gone: () => undefined },
    onStep: (phase) => log.push(`step ${phase}`),
    onRefused: ({ operation, failure }) => log.push(`refused ${operation.key} ${failure.kind}`),
    ...options,
    full,
  });
  return {
    ...result,
    log,
    told: result.problems.map(({ kind, text }) => `${kind} ${text.key}`),
    statuses: Object.fromEntries(result.statuses),
  };
}
export const requests = (log: readonly string[]) => log.filter((line) => /^(?:create|update|delete|list) \d/u.test(line));
