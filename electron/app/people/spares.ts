/** A spare code: a person of one lock, always valid, made ahead for an emergency. */
import type { LockId } from '../../../shared/domain/ids.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import type { Person, Wishes } from '../../../shared/domain/wishes.ts';
import { presentPlaces } from '../../../shared/reconcile/removals/replaced-doors.ts';
import { err } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { addPerson, editPerson, isThere, removePerson } from './people.ts';
import type { PeopleFacts, PeopleRefusal, PersonChange } from './people.ts';

export function spareOn(lockId: LockId, { people }: Pick<Wishes, 'people'>, mapping: Mapping): Person | null {
  const isHere = ({ doors }: Person): boolean => presentPlaces(doors, mapping).some((place) => place.lockId === lockId);
  return people.find((person) => person.isSpare && isThere(person) && isHere(person)) ?? null;
}

/** One PIN on all keypads of the lock. Where it is on already, it gets keypads that were mapped since. Only a PIN key can give it another PIN. */
export function switchOnSpare(lockId: LockId, facts: PeopleFacts): Result<PersonChange, PeopleRefusal> {
  if (!facts.vault.keyed) return err({ kind: 'no-pin-key' });
  const present = spareOn(lockId, facts.wishes, facts.settings.mapping);
  if (present !== null) return editPerson(present.id, { locks: [lockId] }, facts);
  return addPerson({ name: 'Spare', locks: [lockId], schedule: { kind: 'always' }, isSpare: true }, facts);
}

export function switchOffSpare(
  lockId: LockId,
  facts: Pick<PeopleFacts, 'wishes' | 'settings' | 'nowMs'>,
): Result<PersonChange, PeopleRefusal> {
  const present = spareOn(lockId, facts.wishes, facts.settings.mapping);
  return present === null ? err({ kind: 'person-unknown' }) : removePerson(present.id, facts);
}
