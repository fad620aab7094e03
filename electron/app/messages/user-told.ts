/** What the user does about one guest's message: has it sent now, or says that the guest was told. Pure. */
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import { toldKey } from '../../../shared/domain/told.ts';
import type { TellingReason, ToldWay } from '../../../shared/domain/told.ts';
import { messagesDue } from '../../../shared/messages/due.ts';
import type { DueInput } from '../../../shared/messages/due.ts';
import { newRow } from '../../../shared/messages/register.ts';
import { shownOf } from '../../../shared/messages/shown.ts';
import { textOf } from '../../../shared/messages/templates/text-of.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';

export type NotSent = TellingReason | 'stay-unknown' | 'told-already' | 'maybe-told';

/** The next run for this stay sends it, whatever the time and the pause. */
export function wantSent(id: BookingId, facts: DueInput): Result<MemoryChange, NotSent> {
  const decision = messagesDue(facts).find(({ bookingId }) => bookingId === id);
  if (decision === undefined) return err('stay-unknown');
  const { stay, row, state, reason } = decision;
  if (state === 'off') return err(reason ?? 'not-started');
  if (state === 'unclear') return err('maybe-told');
  if (state === 'sent' || state === 'confirmed' || state === 'told-by-user') return err('told-already');
  const shown = shownOf(stay, facts.digests);
  if (shown === null) return err('not-verified');
  const wanted = { ...row, wanted: shown.digest };
  const [then] = messagesDue({
    ...facts,
    stays: [stay],
    remembered: { ...facts.remembered, told: new Map([...facts.remembered.told, [keyOf(id), wanted]]) },
  });
  return then?.state === 'due' ? ok({ kind: 'told', key: keyOf(id), value: wanted }) : err(then?.reason ?? 'not-verified');
}

/** The user told the guest what the locks have now: by a call, by another app, or by hand in the thread. */
export function markTold(id: BookingId, { stays, digests, settings, nowMs, remembered }: DueInput): Result<MemoryChange, NotSent> {
  const stay = stays.find(({ bookingId }) => bookingId === id);
  if (stay === undefined) return err('stay-unknown');
  if (!digests.keyed) return err('no-pin-key');
  const shown = shownOf(stay, digests);
  if (shown === null || !shown.isWhole) return err('not-verified');
  const worded = textOf(shown.stay, { kind: 'code' }, settings);
  const { language, version } = worded.ok ? worded.value : { language: settings.messages.language, version: 0 };
  const row = remembered.told.get(keyOf(id, 'copy')) ?? { ...newRow(id), way: 'copy' as const };
  const known = { content: { ...shown.content, language, version }, kind: 'code', state: 'told-by-user', atMs: Math.round(nowMs) } as const;
  return ok({ kind: 'told', key: keyOf(id, 'copy'), value: { ...row, known } });
}

function keyOf(id: BookingId, way: ToldWay = 'message'): string {
  return toldKey(id, way);
}
