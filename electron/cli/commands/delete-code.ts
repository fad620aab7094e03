/** `codes delete`: one code by hand, after a question that says whose it is. */
import * as useCases from '../../app/codes/codes.ts';
import type { Code } from '../../../shared/domain/code.ts';
import { claimantOf, ownerOf } from '../../../shared/doors/code-owner.ts';
import type { Owned } from '../../../shared/doors/code-owner.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { dryRunAnswer } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { OpenedWithConfig } from '../config-option.ts';
import type { CommandContext } from '../context.ts';
import { codeDocument, renderCode } from '../render/codes.ts';
import { printable } from '../render/text.ts';
import type { RequestOf } from '../request.ts';
import { confirm } from './acts/confirm.ts';
import { codeAnswer, codesFailure, openLocks } from './codes.ts';
import { bookingsIfRead } from './doors/known-bookings.ts';

export async function codesDelete(
  context: CommandContext,
  { lock, code: codeId, dryRun = false, yes = false, config }: RequestOf<'codes delete'>,
): Promise<Answer> {
  const opened = await openLocks(context, config);
  if (!opened.ok) return opened.error;
  const { ports } = opened.value;
  const found = await useCases.findCode(ports, lock, codeId);
  if (!found.ok) return codesFailure(found.error);
  const { code } = found.value;
  const owned = await ownedBy(code, opened.value);
  const lines = [`${renderCode(code).replace(/^c/u, 'C')} It is deleted.`, whose(owned)];
  if (dryRun) return dryRunAnswer(lines, { code: codeDocument(code, false) });
  // Scripts have always deleted codes that nobody's stay depends on without being asked.
  const mayGo = yes || (!context.world.terminal.canAsk && !isNeeded(owned));
  const stopped = await confirm(context, lines, mayGo);
  if (stopped !== null) return stopped;
  const deleted = await useCases.deleteCode(ports, lock, codeId, (present) =>
    JSON.stringify(present) === JSON.stringify(code) ? null : 'The code was changed in the meantime. Nothing was deleted.',
  );
  return deleted.ok
    ? codeAnswer(
        'Deleted',
        deleted.value,
        (id) => `It belonged to booking ${id}: while that booking is live, the next run creates it again.`,
      )
    : codesFailure(deleted.error);
}

async function ownedBy(code: Code, { backend, settings }: OpenedWithConfig): Promise<Owned> {
  const { mapping } = settings;
  const unit = mapping.units.find(({ doors }) => doors.some(({ lockId }) => lockId === code.lockId)) ?? null;
  const nowMs = backend.clock.nowMs();
  const bookings = typeof claimantOf(code) === 'number' ? await bookingsIfRead({ backend, settings }) : [];
  const known = {
    bookings: new Map(bookings.map((booking) => [booking.id, booking])),
    people: backend.wishes.read().people,
    units: mapping.units,
  };
  const owned = ownerOf(code, known, createLocalClock(settings, nowMs).nowAt(code, unit));
  const isRemoved = known.people.some(({ id, removedAtMs }) => id === owned.personId && removedAtMs !== null);
  return isRemoved ? { ...owned, owner: 'outdated' } : owned;
}

function isNeeded({ owner }: Owned): boolean {
  return owner === 'guest' || owner === 'person';
}

function whose({ owner, bookingId, personId, name }: Owned): string {
  const who = printable(name);
  switch (owner) {
    case 'guest':
      return `It is the code of ${who}, booking ${String(bookingId)}. While that booking is live, the next sync makes it again. To keep the guest out: latchkey stay ${String(bookingId)} --block`;
    case 'person':
      return `It is a code of ${who}. The next sync makes it again. To remove the person: latchkey people remove ${String(personId)}`;
    case 'outdated':
      return 'Latchkey made it for a stay or person that no longer uses this door.';
    case 'unknown-person':
      return 'Another installation of Latchkey made it, for a person not known here.';
    case 'by-hand':
      return 'It was not made by Latchkey, which cannot bring it back.';
  }
}
