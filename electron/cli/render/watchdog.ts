/** What is known of the watchdog, as text and in JSON. Never its address. */
import { PING_TEXT } from '../../app/watchdog/ping-text.ts';
import type { WatchdogState } from '../../app/watchdog/watchdog.ts';
import { WATCHDOG_TITLES } from '../../../shared/domain/watchdog.ts';
import { isoInstant } from '../../../shared/time.ts';
import { showInstant } from './words.ts';

export function watchdogDocument(state: WatchdogState | null): object | null {
  if (state === null) return null;
  const { service, answeredAtMs, failure } = state;
  return { service, answeredAt: answeredAtMs === null ? null : isoInstant(answeredAtMs), failure };
}

export function describeWatchdog(state: WatchdogState | null, zone: string): string {
  if (state === null) return 'none, so nobody hears when this computer is off';
  const { service, answeredAtMs, failure } = state;
  const last = answeredAtMs === null ? 'no ping answered yet' : `last answered ${showInstant(answeredAtMs, zone)}`;
  return `${service === null ? '' : `${WATCHDOG_TITLES[service]}, `}${last}${failure === null ? '' : `. ${PING_TEXT[failure]}`}`;
}
