/** The envelope of every answer over IPC: errors lose all but their message on the way, so they travel as data. */

export type IpcErrorKind =
  /** The payload does not fit the contract, or is too large. */
  | 'bad-request'
  /** The call does not come from our window's main frame. */
  | 'not-trusted'
  /** Expected: the keychain, a cloud or the state of the app does not allow it; `detail` names the kind. */
  | 'refused'
  /** A bug; the log has the details. */
  | 'internal';

export interface IpcError {
  readonly kind: IpcErrorKind;
  /** A kind of the closed sets in shared/errors.ts, or a word of the call's own; never free text of a library. */
  readonly detail: string | null;
  /** One plain sentence for the user. */
  readonly message: string;
}
export type IpcEnvelope<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: IpcError };
