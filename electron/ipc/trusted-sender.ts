/** Which senders may call: only the main frame of our own window, showing our own page. Pure, so that every bypass can be tested. */
import type { WebFrameMain } from 'electron';

/** The sender of an IPC event; Electron's event satisfies it. */
export interface SenderFacts {
  /** The web contents. */
  readonly sender: object;
  /** null when the frame no longer exists. */
  readonly senderFrame: FrameFacts | null;
}
export interface FrameFacts extends Readonly<Pick<WebFrameMain, 'url' | 'origin' | 'detached'>> {
  /** null for a main frame. */
  readonly parent: object | null;
}
/** The part of the window in use; Electron's satisfies it. */
export interface TrustedWindow {
  readonly webContents: object;
  isDestroyed(): boolean;
}

/** `origin` without a slash at its end, such as "app://latchkey". */
export function isTrustedSender(event: SenderFacts, window: TrustedWindow | null, origin: string): boolean {
  // Reading the contents of a destroyed window throws.
  if (window === null || window.isDestroyed() || event.sender !== window.webContents) return false;
  const frame = event.senderFrame;
  if (frame?.parent !== null || frame.detached) return false;
  // Both: a sandboxed frame can have our address without our origin.
  return frame.origin === origin && frame.url.startsWith(`${origin}/`);
}
