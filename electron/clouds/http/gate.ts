/** The gate of a client that is used on its own: it closes once the credentials are rejected, and knows no pauses. */
import type { AccessGate } from '../../app/ports/clouds.ts';

export function createOwnGate(): AccessGate {
  let isRejected = false;
  return {
    maySignIn: () => Promise.resolve(!isRejected),
    accepted: () => Promise.resolve(),
    rejected: () => {
      isRejected = true;
      return Promise.resolve();
    },
    isPaused: () => false,
    pauseFor: () => undefined,
    answered: () => undefined,
  };
}
