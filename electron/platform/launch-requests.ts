/** Requests from outside the window: a second launch, or the system's wish to quit. One instance runs per profile. */
import { app } from 'electron';

export interface LaunchListeners {
  readonly onQuit: () => void;
  readonly onSecondLaunch: () => void;
}

/** Requests that arrive before the app listens are kept and delivered then. */
export class LaunchRequests {
  #listeners: LaunchListeners | null = null;
  #pending: (keyof LaunchListeners)[] = [];

  secondLaunch(): void {
    this.#deliver('onSecondLaunch');
  }

  quit(): void {
    this.#deliver('onQuit');
  }

  listen(listeners: LaunchListeners): void {
    this.#listeners = listeners;
    for (const request of this.#pending.splice(0)) listeners[request]();
  }

  #deliver(request: keyof LaunchListeners): void {
    if (this.#listeners === null) this.#pending.push(request);
    else this.#listeners[request]();
  }
}

/** Returns false when another instance is running: quit then, without touching any file. */
export function claimSingleInstance(requests: Pick<LaunchRequests, 'secondLaunch'>): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => requests.secondLaunch());
  return true;
}
