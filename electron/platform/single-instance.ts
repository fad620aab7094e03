/** One program per profile: a second launch only tells the first and ends. */
import { app } from 'electron';

/** False when another one runs already: quit then, without touching any file. `onSecondLaunch` gets the other's arguments. */
export function claimSingleInstance(onSecondLaunch: (argv: readonly string[]) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv) => onSecondLaunch(argv));
  return true;
}
