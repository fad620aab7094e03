/** The one way to refuse a call of the window: a reason for the code, and its sentence from the catalogue in the user's language. */
import type { AccessFailure, KeychainSystem } from '../../../shared/errors.ts';
import type { MainCatalogue, MainText } from '../../../shared/i18n/main-texts.ts';
import type { IpcRefusal } from '../../../shared/ipc/contract.ts';
import { err } from '../../../shared/result.ts';
import type { Err } from '../../../shared/result.ts';
import { StorageFailure } from '../ports/storage.ts';
import { failureMessage } from '../status/localise.ts';

type ReasonOf<Key> = Key extends `refusal.${infer Reason}` ? Reason : never;
/** Each has a sentence under `refusal.<reason>`. */
export type RefusalReason = ReasonOf<keyof MainCatalogue>;

export function refusal(text: MainText, reason: RefusalReason): Err<IpcRefusal> {
  return err({ detail: reason, message: text(`refusal.${reason}`) });
}

/** The keychain or a cloud failed. */
export function accessRefusal(text: MainText, failure: AccessFailure, system: KeychainSystem): Err<IpcRefusal> {
  return err({ detail: failure.kind, message: failureMessage(failure, text, system) });
}

/** The disk does not take what was to be stored: any call that stores something can end with it. */
export function storageRefusal(text: MainText, error: unknown): IpcRefusal | null {
  if (!(error instanceof StorageFailure)) return null;
  return { detail: `disk-${error.kind}`, message: text(`refusal.disk-${error.kind}`) };
}
