/** Carries out the plan of an input on a fake cloud, with as many rounds as refusals need, and logs what is remembered of them. */
import type { MemoryChange } from '../../shared/domain/memory.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { applyInRounds } from '../../electron/app/run/write/apply-rounds.ts';
import type { RoundsOptions } from '../../electron/app/run/write/apply-rounds.ts';
import { input } from '../reconcile/fixtures.ts';
import type { InputParts } from '../reconcile/fixtures.ts';
import { NEVER_FULL } from './applied.ts';
import { createFakeLocks } from './fake-locks.ts';
import type { FakeLocks } from './fake-locks.ts';

/** As it is remembered, in short. */
function remembered({ kind, key, value }: MemoryChange): string {
  if (value === null) return `${kind} ${key} forgotten`;
  switch (kind) {
    case 'refusal': {
      const { field, draws, note, name, start, tries, said, isKeptPin } = value;
      const parts = [String(field), ...draws.map(({ attempt }) => `draw ${String(attempt)}`), `forms ${[note, name, start].join('-')}`];
      return `${kind} ${key}: ${parts.join(', ')}${tries > 0 ? `, ${String(tries)} tries` : ''}${isKeptPin ? ', kept' : ''}${said === null ? '' : ', said'}`;
    }
    case 'lock-forms':
      return `${kind} ${key}: ${[value.note, value.name, value.start].join('-')}`;
    default:
      return `${kind} ${key} ${JSON.stringify(value)}`;
  }
}

/** `log`: requests and what is remembered, in order. */
export async function carriedOut(parts: InputParts, locks: FakeLocks, options: Partial<RoundsOptions> = {}) {
  const log: string[] = [];
  const { fault } = locks;
  locks.fault = (call) => {
    log.push(call);
    return fault(call);
  };
  const read = input(parts);
  const warned: unknown[] = [];
  const result = await applyInRounds(plan(read), {
    input: read,
    locks,
    signal: new AbortController().signal,
    isKeyed: true,
    remember: (changes) => log.push(...changes.map(remembered)),
    rememberPinDraw: (claim, { attempt }) => log.push(`draw ${String(attempt)} of ${String(claim)}`),
    log: { log: (...given) => warned.push(given) },
    onStatus: () => undefined,
    onLearned: () => undefined,
    creates: { created: () => undefined, listed: () => undefined, deleted: () => undefined },
    sent: { sending: () => undefined, readBack: () => undefined, gone: () => undefined },
    full: NEVER_FULL,
    onStep: () => undefined,
    ...options,
  });
  return {
    ...result,
    log,
    warned,
    statuses: Object.fromEntries(result.statuses),
    told: result.problems.map(({ kind, lockId, said }) => `${kind} ${String(lockId)} ${said ?? ''}`),
  };
}
export const withFault = (fault: FakeLocks['fault'], codes: Parameters<typeof createFakeLocks>[0] = []): FakeLocks => {
  const locks = createFakeLocks(codes);
  locks.fault = fault;
  return locks;
};
