/** Who may call: only the main frame of our own, living window, showing our own page. Pure, so that every way round it is a test. */

/** What an IPC event says about where it came from; Electron's own event fits. */
export interface SenderFacts {
  /** The web contents. */
  readonly sender: object;
  /** null when the frame has gone in the meantime. */
  readonly senderFrame: FrameFacts | null;
}
export interface FrameFacts {
  readonly url: string;
  readonly origin: string;
  /** null for a main frame. */
  readonly parent: object | null;
  readonly detached: boolean;
}
/** The window as far as this matters; Electron's own fits. */
export interface TrustedWindow {
  readonly webContents: object;
  isDestroyed(): boolean;
}

/** `origin` without a slash at its end, such as "app://latchkey". */
export function isTrustedSender(event: SenderFacts, window: TrustedWindow | null, origin: string): boolean {
  // A destroyed window must not even be asked for its contents.
  if (window === null || window.isDestroyed() || event.sender !== window.webContents) return false;
  const frame = event.senderFrame;
  if (frame?.parent !== null || frame.detached) return false;
  // Both: an address tells what is shown, the origin what it counts as (a sandboxed page of our address would have none).
  return frame.origin === origin && frame.url.startsWith(`${origin}/`);
}
