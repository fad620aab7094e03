/** The verdict on an arrival, from its links. Pure. */
import { LINK_NAMES } from '../domain/readiness.ts';
import type { LinkName, Links, LinkState, Readiness, Verdict } from '../domain/readiness.ts';

/** A doubt about these may mean that the guest does not get in at all; a doubt about the gateway, that the code is still under way. */
const MUST_BE_GOOD: readonly LinkName[] = ['booking', 'code'];

/** `isBlocked`: somebody decided that the guest is kept out, which is never better than *check*. */
export function readinessOf(links: Links, isBlocked: boolean): Readiness {
  const worst = LINK_NAMES.toSorted((one, other) => rank(links[one].state, one) - rank(links[other].state, other))[0] ?? null;
  const isFine = worst === null || (links[worst].state !== 'broken' && links[worst].state !== 'doubtful' && !isMissing(worst, links));
  return { verdict: verdictOf(links, isBlocked), worst: isFine ? null : worst, links };
}

function verdictOf(links: Links, isBlocked: boolean): Verdict {
  const states = LINK_NAMES.map((name) => links[name].state);
  if (states.includes('broken')) return 'action-needed';
  const isDoubtful = (name: LinkName): boolean => links[name].state === 'doubtful' || isMissing(name, links);
  if (isBlocked || LINK_NAMES.some((name) => name !== 'gateway' && isDoubtful(name))) return 'check';
  return isDoubtful('gateway') ? 'on-its-way' : 'ready';
}

/** Not known, where it has to be known to be good. */
function isMissing(name: LinkName, links: Links): boolean {
  return links[name].state === 'unknown' && MUST_BE_GOOD.includes(name);
}

/** Lower is worse. */
function rank(state: LinkState, name: LinkName): number {
  // What keeps this computer from writing is why a code is missing.
  if (state === 'broken') return name === 'computer' ? -1 : 0;
  if (state === 'doubtful') return name === 'gateway' ? 3 : 1;
  return state === 'unknown' ? (MUST_BE_GOOD.includes(name) ? 2 : 4) : 5;
}
