/** `door LOCK --spare on|off`: a code made ahead for an emergency. */
import { removePerson } from '../../../app/people/people.ts';
import { spareOn, switchOnSpare } from '../../../app/people/spares.ts';
import type { LockId } from '../../../../shared/domain/ids.ts';
import { placesOf } from '../../../../shared/reconcile/observe.ts';
import { answer } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import { openWithConfig } from '../../config-option.ts';
import type { CommandContext } from '../../context.ts';
import type { RequestOf } from '../../request.ts';
import { confirmUnlessDry } from '../acts/confirm.ts';
import { carryOut } from '../act.ts';
import { factsFor, refused } from '../people.ts';

export async function setSpare(context: CommandContext, lockId: LockId, wanted: 'on' | 'off', request: RequestOf<'door'>): Promise<Answer> {
  const opened = await openWithConfig(context, request.config);
  if (!opened.ok) return opened.error;
  const { backend, settings } = opened.value;
  const present = spareOn(lockId, backend.wishes.read(), settings.mapping);
  if (wanted === 'off') {
    if (present === null) {
      if (!placesOf(settings.mapping).some((place) => place.lockId === lockId)) return refused({ kind: 'lock-unmapped', lockId });
      return answer({ ok: true }, () => `Lock ${String(lockId)} has no spare code.`);
    }
    const removed = removePerson(present.id, { wishes: backend.wishes.read(), settings, nowMs: backend.clock.nowMs() });
    if (!removed.ok) return refused(removed.error);
    const line = `The spare code of lock ${String(lockId)} is removed, and stops working.`;
    const stopped = await confirmUnlessDry(context, [line], request);
    return stopped ?? carryOut(context, opened.value, present.id, removed.value, request);
  }
  const facts = await factsFor(opened.value, []);
  if (!facts.ok) return facts.error;
  const made = switchOnSpare(lockId, facts.value);
  if (!made.ok) return made.error.kind === 'no-pin-key' ? refused(made.error, NO_PIN_KEY) : refused(made.error);
  return carryOut(context, opened.value, made.value.person.id, made.value, request);
}

const NO_PIN_KEY = 'A spare code gets another PIN after it was shown, which needs the PIN key, and there is none on this computer.';
