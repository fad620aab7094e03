/** Checks the mapping: units without doors, doors that are not in the account, time zones that differ. Pure. */
import type { LockSummary } from '../../../shared/domain/code.ts';
import type { UnitMapping } from '../../../shared/domain/mapping.ts';
import { check } from './doctor.ts';
import type { Check, DoctorFacts } from './doctor.ts';

export function checkMapping(facts: DoctorFacts): readonly Check[] {
  const { units } = facts.settings.mapping;
  if (!units.some(({ doors }) => doors.length > 0)) {
    return [
      check('mapping', 'bad', 'No unit has a door yet.', {
        meaning: 'No guest gets a code.',
        action: 'Run `latchkey discover` for a suggestion, then `latchkey import`.',
      }),
    ];
  }
  const findings = [...checkUnits(facts), ...checkDoors(facts), ...checkZones(facts)];
  if (facts.units === null || facts.locks === null) {
    findings.push(check('mapping', 'skipped', 'The mapping could not be compared with both accounts.'));
  }
  const doorCount = units.reduce((sum, { doors }) => sum + doors.length, 0);
  return findings.length > 0
    ? findings
    : [check('mapping', 'ok', `The mapping has ${counted(units.length, 'unit')} with ${counted(doorCount, 'door')}.`)];
}

function checkUnits({ settings, units }: DoctorFacts): readonly Check[] {
  if (units === null) return [];
  const mapped = new Map(settings.mapping.units.map((unit) => [unit.unitId, unit]));
  const known = new Set(units.map(({ id }) => id));
  const unmapped = units.filter(({ id }) => (mapped.get(id)?.doors.length ?? 0) === 0);
  const vanished = settings.mapping.units.filter(({ unitId }) => !known.has(unitId));
  return [
    ...unmapped.map(({ id, name }) =>
      check('mapping', 'warn', `Unit ${String(id)}${quoted(name)} has no door.`, {
        meaning: 'Its guests get no code from Latchkey.',
        action: 'Choose its door if it has a lock.',
      }),
    ),
    ...vanished.map((unit) =>
      check('mapping', 'warn', `Unit ${unitName(unit)} is mapped, but Smoobu does not list it.`, {
        meaning: 'It gets no bookings.',
        action: 'Check the number, or remove the unit from the mapping.',
      }),
    ),
  ];
}

function checkDoors({ settings, locks }: DoctorFacts): readonly Check[] {
  if (locks === null) return [];
  const known = new Map(locks.map((lock) => [lock.id, lock]));
  return settings.mapping.units.flatMap((unit) =>
    unit.doors.flatMap((door): readonly Check[] => {
      const lock = known.get(door.lockId);
      if (lock === undefined) {
        return [
          check('mapping', 'bad', `Lock ${String(door.lockId)} of unit ${unitName(unit)} is not in this account of The Keys.`, {
            meaning: 'Guests of this unit get no code there.',
            action: 'Check the number, or have the lock shared with this account.',
          }),
        ];
      }
      if (lock.keypads.some(({ keypadId }) => keypadId === door.keypadId)) return [];
      return [
        check('mapping', 'warn', `Keypad ${door.keypadId} of unit ${unitName(unit)} is not listed with lock ${String(door.lockId)}.`, {
          // The list may lack keypads that were never used (cloud-facts K9).
          meaning: 'The Keys may not list a keypad that was never used. Otherwise, guests get no code there.',
          action: `Compare it with the keypads of the lock: ${keypadNames(lock)}.`,
        }),
      ];
    }),
  );
}

function checkZones({ settings, locks, unitZones }: DoctorFacts): readonly Check[] {
  const lockZones = new Map((locks ?? []).map((lock) => [lock.id, lock.timeZone]));
  return settings.mapping.units.flatMap((unit) => {
    const unitZone = unitZones.get(unit.unitId) ?? unit.timeZone;
    return unit.doors.flatMap(({ lockId }): readonly Check[] => {
      const lockZone = lockZones.get(lockId) ?? null;
      if (lockZone === null || unitZone === null || lockZone === unitZone) return [];
      return [
        check('mapping', 'warn', `Unit ${unitName(unit)} is in ${unitZone}, its lock ${String(lockId)} in ${lockZone}.`, {
          meaning: "Codes follow the lock's clock: guests may be let in earlier or later than they were told.",
          action: 'Set the right time zone in Smoobu or in The Keys app.',
        }),
      ];
    });
  });
}

function keypadNames(lock: LockSummary): string {
  return lock.keypads.length === 0 ? 'none are listed' : lock.keypads.map(({ keypadId, name }) => `${keypadId}${quoted(name)}`).join(', ');
}
function unitName(unit: UnitMapping): string {
  return `${String(unit.unitId)}${quoted(unit.name)}`;
}
function quoted(name: string): string {
  return name === '' ? '' : ` “${name}”`;
}
function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
