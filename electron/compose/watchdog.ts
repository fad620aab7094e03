/** Builds what tells a watchdog how syncs go. */
import type { Stores } from './stores.ts';
import { userAgent } from './clouds.ts';
import type { CloudWorld } from './clouds.ts';
import { Watchdog } from '../app/watchdog/watchdog.ts';
import { createWatchdogLine } from '../clouds/watchdog/watchdog-line.ts';

/** `onSecret`: called with every secret that is read, so that the log can redact it. */
export function createWatchdog(
  { settings, secrets, given, history }: Pick<Stores, 'settings' | 'secrets' | 'given' | 'history'>,
  world: CloudWorld,
  onSecret: (text: string) => void,
): Watchdog {
  const { clock, log } = world;
  const line = createWatchdogLine({ clock, log, userAgent: userAgent(world) });
  return new Watchdog({ settings, secrets, given, history, clock, log, line, onSecret });
}
