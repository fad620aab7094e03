/** Every answer over IPC. Errors are sent as data, because Electron keeps only the message of a thrown one. */

export type IpcErrorKind =
  /** The payload does not match the contract, or is too large. */
  | 'bad-request'
  /** The call does not come from our window's main frame. */
  | 'not-trusted'
  /** Expected: the keychain, a cloud or the state of the app does not allow it; `detail` names the kind. */
  | 'refused'
  /** A bug; the log has the details. */
  | 'internal';

export interface IpcError {
  readonly kind: IpcErrorKind;
  /** A failure kind of shared/errors.ts or a reason of this call's own; never a library's message. */
  readonly detail: string | null;
  /** One plain sentence for the user. */
  readonly message: string;
}
export type IpcEnvelope<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: IpcError };
