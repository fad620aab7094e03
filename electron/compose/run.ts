/** What every run needs, put together in one place for the app, the command line and the demo. */
import { randomUUID } from 'node:crypto';
import type { AccessReason, CloudAccess } from '../app/accounts/cloud-access.ts';
import type { Accounts } from '../app/accounts/accounts.ts';
import type { LastLists } from '../app/doors/last-lists.ts';
import type { GuestTelling } from '../app/messages/guest-telling.ts';
import { createPlaceholderKeeper } from '../app/messages/placeholders/placeholders.ts';
import { readThreads } from '../app/messages/threads/read-threads.ts';
import { createGuestTelling } from '../app/messages/telling.ts';
import type { BookingCloud } from '../app/ports/clouds.ts';
import type { HistoryStore, SettingsStore, WishStore } from '../app/ports/storage.ts';
import type { Clock, Logger, PinVault, StartDeadline } from '../app/ports/system.ts';
import type { EngineDependencies } from '../app/run/run-request.ts';
import { planWishes } from '../app/run/plan-wishes.ts';
import type { Stores } from './stores.ts';
import type { AccessFailure } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';

export interface RunWorld {
  readonly accounts: Accounts;
  readonly access: CloudAccess;
  readonly stores: Pick<Stores, 'history' | 'runLock'> & { readonly settings: Pick<Stores['settings'], 'read'> } & {
    readonly wishes: Pick<Stores['wishes'], 'read'> & Partial<Pick<Stores['wishes'], 'change'>>;
  };
  readonly clock: Clock;
  readonly log: Logger;
  readonly startDeadline: StartDeadline;
  /** Left out: nothing that was read before counts. */
  readonly lists?: LastLists;
}

/** Fails when an account has no credentials, the keychain does not give them, or rejected ones are not to be tried yet. null: no run. */
export async function runDependencies(
  { accounts, access, stores, clock, log, startDeadline, lists }: RunWorld,
  reason: AccessReason | null,
): Promise<Result<EngineDependencies, AccessFailure>> {
  const refusal = reason === null ? null : await accounts.admit(reason);
  if (refusal !== null) return err(refusal);
  const [bookings, locks] = [await accounts.bookingCloud(), await accounts.lockCloud()];
  const [pins, vault] = [await accounts.pins(), await accounts.pinVault()];
  if (!bookings.ok) return bookings;
  if (!locks.ok) return locks;
  if (!pins.ok) return pins;
  if (!vault.ok) return vault;
  const { history, runLock, wishes, settings } = stores;
  const { guests } = bookings.value;
  const known = lists?.of(locks.value);
  return ok({
    bookings: bookings.value,
    locks: locks.value,
    ...(known === undefined ? {} : { lists: known }),
    access,
    ...(guests === undefined
      ? {}
      : { telling: guestTelling({ guests, history, wishes, settings, vault: vault.value, clock, log, startDeadline }) }),
    pins: pins.value,
    history,
    wishes: () => planWishes(wishes.read(), vault.value),
    ...(wishes.change === undefined ? {} : { changeWishes: wishes.change.bind(wishes) }),
    runLock,
    clock,
    log,
    startDeadline,
    newRunId: () => randomUUID(),
  });
}

interface TellingWorld extends Pick<RunWorld, 'clock' | 'log' | 'startDeadline'> {
  readonly guests: NonNullable<BookingCloud['guests']>;
  readonly history: HistoryStore;
  readonly wishes: Pick<WishStore, 'read'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly vault: PinVault;
}

export function guestTelling({ guests, history, wishes, settings, vault, clock, log, startDeadline }: TellingWorld): GuestTelling {
  return createGuestTelling({
    ...{ guests, history, clock, log, digests: vault },
    settings: () => settings.read(),
    wishes: () => wishes.read(),
    placeholders: createPlaceholderKeeper({ guests, history, vault, startDeadline }),
    threads: ({ input, claim, signal }, stays) =>
      claim !== null && typeof claim !== 'number'
        ? Promise.resolve()
        : readThreads({ guests, history, digests: vault, log }, { input, stays, only: claim, signal }),
  });
}
