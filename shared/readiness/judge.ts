/** Whether a guest will get in: the links of one arrival at one moment, and the verdict that follows. Pure. */
import type { Arrival, Readiness } from '../domain/readiness.ts';
import type { ReadinessFacts } from './facts.ts';
import { bookingLink } from './links/booking-link.ts';
import { codeLink } from './links/code-link.ts';
import { computerLink } from './links/computer-link.ts';
import { gatewayLink } from './links/gateway-link.ts';
import { guestLink } from './links/guest-link.ts';
import { batteryLink, lockLink } from './links/lock-links.ts';
import { readinessOf } from './verdict.ts';

export function judgeArrival(arrival: Arrival, facts: ReadinessFacts): Readiness {
  const links = {
    booking: bookingLink(arrival, facts),
    code: codeLink(arrival, facts),
    gateway: gatewayLink(arrival, facts),
    battery: batteryLink(arrival, facts),
    lock: lockLink(arrival, facts),
    guest: guestLink(arrival, facts),
    computer: computerLink(arrival, facts),
  };
  return readinessOf(links, arrival.isBlocked);
}
