/** Whether the guest of a stay was told the code, as a run knows it; what is due later is judged later. Pure. */
import type { BookingId } from '../domain/ids.ts';
import type { Remembered } from '../domain/memory.ts';
import type { Problem } from '../domain/problem.ts';
import type { Link } from '../domain/readiness.ts';
import type { Telling, TellingReason } from '../domain/told.ts';
import { completeText } from '../i18n/problem-text.ts';
import { linkTo } from './facts.ts';
import { GUEST_CANNOT_TELL, GUEST_DUE } from './links/guest-link.ts';

interface GuestFacts {
  readonly bookingId: BookingId;
  /** Of the ways that are on; undefined: the run told nobody. */
  readonly lines: readonly Telling[] | undefined;
  readonly problems: readonly Problem[];
  readonly remembered: Pick<Remembered, 'thread'>;
  /** As it was after the run before. */
  readonly before: Link | undefined;
  readonly nowMs: number;
}

export function guestTold(facts: GuestFacts): Link {
  const { problems, lines, before } = facts;
  const wrong = problems.find(({ kind }) => kind === 'told-wrong-pin') ?? problems.find(({ kind }) => kind === 'not-told');
  if (wrong !== undefined) return linkTo('broken', completeText(wrong), null);
  if (lines === undefined && before !== undefined) return before;
  const line = lines?.find(({ way }) => way === 'message') ?? lines?.find(({ way }) => way === 'placeholder');
  const told = line === undefined ? null : ofLine(line, facts);
  return told ?? ofThread(facts);
}

/** null: nobody is told in this way. */
function ofLine({ state, atMs, reason }: Telling, facts: GuestFacts): Link | null {
  switch (state) {
    case 'sent':
    case 'confirmed':
    case 'told-by-user':
      return linkTo('good', null, atMs);
    case 'unclear':
      return linkTo('doubtful', 'link.guest.unclear', atMs);
    case 'scheduled':
      return linkTo('unknown', GUEST_DUE, atMs);
    case 'due':
      return dueSince(facts);
    case 'waiting':
      return waiting(reason, atMs, facts);
    case 'off':
      return null;
  }
}

function waiting(reason: TellingReason | null, atMs: number | null, facts: GuestFacts): Link | null {
  switch (reason) {
    case 'quiet-hours':
      return atMs === null ? dueSince(facts) : linkTo('unknown', GUEST_DUE, atMs);
    case 'not-verified':
      return linkTo('doubtful', 'link.guest.not-verified', null);
    case 'reading-thread':
      return linkTo('doubtful', 'link.guest.unclear', null);
    case 'blocked':
    case 'no-code':
    case 'over':
    case 'not-for-stay':
    case 'not-for-unit':
    case 'not-for-channel':
    case 'not-started':
      return null;
    default:
      return dueSince(facts);
  }
}

/** From the first run on that found it due. */
function dueSince({ before, nowMs }: GuestFacts): Link {
  const sinceMs = before?.because?.key === GUEST_DUE ? before.sinceMs : null;
  return linkTo('doubtful', GUEST_DUE, Math.min(sinceMs ?? nowMs, nowMs));
}

/** What the host wrote. */
function ofThread({ bookingId, remembered }: GuestFacts): Link {
  const thread = remembered.thread.get(String(bookingId));
  const readMs = thread?.readMs ?? null;
  if (readMs === null) return linkTo('unknown', 'link.guest.unknown', null);
  return thread?.verdict === 'agrees' ? linkTo('good', null, readMs) : linkTo('doubtful', GUEST_CANNOT_TELL, readMs);
}
