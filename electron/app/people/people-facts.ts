/** Reads what a decision about a person needs; the locks only where a PIN has to be free on them, or where one of their codes is meant. */
import type { Pin } from '../../../shared/domain/code.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import { NO_WISHES } from '../../../shared/domain/plan.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { AccessFailure } from '../../../shared/errors.ts';
import { isReplaced } from '../../../shared/reconcile/stay/retired-pins.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { readLocks } from '../doors/read-locks.ts';
import type { HistoryStore, WishStore } from '../ports/storage.ts';
import type { Clock } from '../ports/system.ts';
import type { PeopleFacts } from './people.ts';

interface FactsPorts {
  readonly accounts: Pick<Accounts, 'pinVault' | 'lockCloud'>;
  readonly wishes: Pick<WishStore, 'read'>;
  readonly history: Pick<HistoryStore, 'memory'>;
  readonly clock: Pick<Clock, 'nowMs' | 'random'>;
}

export async function peopleFacts(
  { accounts, wishes, history, clock }: FactsPorts,
  settings: Settings,
  lockIds: readonly LockId[],
): Promise<Result<PeopleFacts, AccessFailure>> {
  const vault = await accounts.pinVault();
  if (!vault.ok) return vault;
  let codes: PeopleFacts['codes'] = new Map();
  if (lockIds.length > 0) {
    const locks = await accounts.lockCloud();
    if (!locks.ok) return locks;
    const read = await readLocks(locks.value, lockIds, clock);
    const [failed] = read.failures.values();
    if (failed !== undefined) return err(failed);
    codes = new Map([...read.readings].map(([lockId, reading]) => [lockId, reading.codes]));
  }
  const digests = { ...NO_WISHES, digestOf: (pin: Pin) => vault.value.digestPin(pin) };
  return ok({
    wishes: wishes.read(),
    settings,
    nowMs: clock.nowMs(),
    vault: vault.value,
    codes,
    isReplaced: (pin, id, own) => isReplaced(pin, id, own, { memory: history.memory(), wishes: digests }),
    random: () => clock.random(),
  });
}
