/** `people add|edit|remove|link`: codes for people without a booking. */
import { addPerson, editPerson, findPerson, linkCode, locksToRead, removePerson } from '../../app/people/people.ts';
import type { PeopleFacts, PeopleRefusal, PersonChange, PersonEdits } from '../../app/people/people.ts';
import { readLocks } from '../../app/doors/read-locks.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { ActKind } from '../../../shared/domain/stay-action.ts';
import type { Person, Schedule } from '../../../shared/domain/wishes.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { accessFailure, failure, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { openWithConfig } from '../config-option.ts';
import type { OpenedWithConfig } from '../config-option.ts';
import type { CommandContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { showPlace } from '../render/words.ts';
import { printable } from '../render/text.ts';
import type { RequestOf, ScheduleOptions } from '../request.ts';
import { carryOut } from './act.ts';
import type { ActOptions } from './act.ts';
import { confirm } from './acts/confirm.ts';

export async function peopleAdd(context: CommandContext, request: RequestOf<'people add'>): Promise<Answer> {
  const opened = await openWithConfig(context, request.config);
  if (!opened.ok) return opened.error;
  const schedule = scheduleOf(request, null, opened.value.settings);
  if (!schedule.ok) return schedule.error;
  if (schedule.value === null) return usageFailure(`Say when the code works: ${SCHEDULES}.`);
  const edits = { ...editsOf(request, schedule.value), name: request.name, locks: request.door, schedule: schedule.value };
  const facts = await factsFor(opened.value, locksToRead(edits, null));
  if (!facts.ok) return facts.error;
  const added = addPerson(edits, facts.value);
  return added.ok ? carryOutChange(context, opened.value, { ...added.value, action: 'person-added' }, request) : refused(added.error);
}

export async function peopleEdit(context: CommandContext, request: RequestOf<'people edit'>): Promise<Answer> {
  const opened = await openWithConfig(context, request.config);
  if (!opened.ok) return opened.error;
  const found = findPerson(request.person, opened.value.backend.wishes.read());
  if (!found.ok) return refused(found.error);
  const schedule = scheduleOf(request, found.value, opened.value.settings);
  if (!schedule.ok) return schedule.error;
  const { name, door } = request;
  const edits = {
    ...editsOf(request, schedule.value),
    ...(name === undefined ? {} : { name }),
    ...(door === undefined ? {} : { locks: door }),
  };
  if (Object.keys(edits).length === 0) return usageFailure(`Say what to change: --name, --door, --pin or ${SCHEDULES}.`);
  const facts = await factsFor(opened.value, locksToRead(edits, found.value));
  if (!facts.ok) return facts.error;
  const edited = editPerson(found.value.id, edits, facts.value);
  return edited.ok ? carryOutChange(context, opened.value, { ...edited.value, action: 'person-edited' }, request) : refused(edited.error);
}

export async function peopleRemove(context: CommandContext, request: RequestOf<'people remove'>): Promise<Answer> {
  const opened = await openWithConfig(context, request.config);
  if (!opened.ok) return opened.error;
  const { backend, settings } = opened.value;
  const removed = removePerson(request.person, { wishes: backend.wishes.read(), nowMs: backend.clock.nowMs() });
  if (!removed.ok) return refused(removed.error);
  const { person } = removed.value;
  const line = `${printable(person.name)} is removed. The code stops working on ${doorsOf(person, settings)}.`;
  const stopped = await confirm(context, [line], request.yes === true || request.dryRun === true);
  return stopped ?? carryOutChange(context, opened.value, { ...removed.value, action: 'person-removed' }, request);
}

export async function peopleLink(context: CommandContext, request: RequestOf<'people link'>): Promise<Answer> {
  const opened = await openWithConfig(context, request.config);
  if (!opened.ok) return opened.error;
  const { lock: lockId, code: codeId, name } = request;
  const facts = await factsFor(opened.value, [lockId]);
  if (!facts.ok) return facts.error;
  if (!facts.value.codes.has(lockId)) return refused({ kind: 'lock-unread', lockId });
  const linked = linkCode({ lockId, codeId, name }, facts.value);
  if (!linked.ok) return refused(linked.error);
  const { code, person } = linked.value;
  const where = doorsOf(person, opened.value.settings);
  const line = `Code ${String(codeId)}, “${printable(code.name)}”, on ${where} was not made by Latchkey. It becomes ${printable(person.name)}’s.`;
  const stopped = await confirm(context, [line], request.yes === true || request.dryRun === true);
  return stopped ?? carryOutChange(context, opened.value, { ...linked.value, action: 'person-edited' }, request);
}

export function carryOutChange(
  context: CommandContext,
  opened: OpenedWithConfig,
  wanted: PersonChange & { readonly action: ActKind },
  options: ActOptions,
): Promise<Answer> {
  const { action, person } = wanted;
  return carryOut(context, opened, person.id, { action, change: (wishes) => wanted.change(wishes) }, options);
}

function doorsOf({ doors }: Person, settings: Settings): string {
  return doors.map((door) => printable(showPlace(door, settings))).join(', ');
}

/** Reads the locks only where a PIN has to be free on them. */
export async function factsFor({ backend, settings }: OpenedWithConfig, lockIds: readonly LockId[]): Promise<Result<PeopleFacts, Answer>> {
  const vault = await backend.pinVault();
  if (!vault.ok) return err(accessFailure(vault.error));
  let codes: PeopleFacts['codes'] = new Map();
  if (lockIds.length > 0) {
    const locks = await backend.lockCloud();
    if (!locks.ok) return err(accessFailure(locks.error));
    const read = await readLocks(locks.value, lockIds, backend.clock);
    const [failed] = read.failures.values();
    if (failed !== undefined) return err(accessFailure(failed));
    codes = new Map([...read.readings].map(([lockId, reading]) => [lockId, reading.codes]));
  }
  const { clock, wishes } = backend;
  return ok({ wishes: wishes.read(), settings, nowMs: clock.nowMs(), vault: vault.value, codes, random: () => clock.random() });
}

const SCHEDULES = '--always, --from and --until, or --between-stays';

/** null: nothing is said about it. One end alone keeps the other of a person who has both. */
function scheduleOf(
  { always, from, until, betweenStays }: ScheduleOptions,
  present: Person | null,
  { codes }: Settings,
): Result<Schedule | null, Answer> {
  const isOnce = from !== undefined || until !== undefined;
  if ([always === true, isOnce, betweenStays !== undefined].filter(Boolean).length > 1)
    return err(usageFailure(`Name one of ${SCHEDULES}.`));
  if (always === true) return ok({ kind: 'always' });
  if (betweenStays !== undefined) return ok({ kind: 'between-stays', unitId: betweenStays, maxHours: codes.betweenStaysHours });
  if (!isOnce) return ok(null);
  const once = present?.schedule.kind === 'once' ? present.schedule : null;
  const [start, end] = [from ?? once?.from, until ?? once?.until];
  if (start === undefined || end === undefined) return err(usageFailure('Give both --from and --until.'));
  return ok({ kind: 'once', from: start, until: end });
}

function editsOf({ pin }: ScheduleOptions, schedule: Schedule | null): PersonEdits {
  return { ...(pin === undefined ? {} : { pin }), ...(schedule === null ? {} : { schedule }) };
}

export function refused(refusal: PeopleRefusal, text = explain(refusal)): Answer {
  return failure(EXIT.usage, refusal.kind, text, refusal.kind === 'several-people' ? { people: refusal.people } : {});
}

function explain(refusal: PeopleRefusal): string {
  switch (refusal.kind) {
    case 'person-unknown':
      return 'Nobody has this name or id. `latchkey people list` lists everybody.';
    case 'several-people':
      return `Several people have this name. Use an id: ${refusal.people.join(', ')}.`;
    case 'lock-unmapped':
      return `Lock ${String(refusal.lockId)} is no door of any unit. Map it first; \`latchkey discover\` lists units and locks.`;
    case 'unit-unmapped':
      return `Unit ${String(refusal.unitId)} is not in the mapping. \`latchkey discover\` lists the units.`;
    case 'lock-unread':
      return `Lock ${String(refusal.lockId)} could not be read. Try again in a few minutes.`;
    default:
      return SENTENCES[refusal.kind];
  }
}

const SENTENCES = {
  'name-empty': 'Give the person a name of 50 characters at most.',
  'window-empty': 'The code would end before it begins.',
  'window-over': 'That time has passed.',
  'too-many-people': 'There are a thousand people already. Remove those who need no code any more.',
  'no-pin-key': 'A PIN of your own is kept encrypted with the PIN key, and there is none on this computer. Without --pin, one is drawn.',
  'pin-length': 'A PIN has four to eight digits.',
  'pin-trivial': 'This PIN is too easy to guess. Choose another one.',
  'pin-digits': 'One of the keypads lacks a digit of this PIN.',
  'pin-taken': 'Another code on one of these doors has this PIN. Choose another one.',
  'pin-near': 'Another code that works at the same time differs from this PIN in one digit only. Choose another one.',
  'code-unknown': 'The lock has no code with this number. `latchkey codes list` shows its codes.',
  'code-of-latchkey': 'This code belongs to a booking or a person already.',
  'code-over': 'This code does not work any more.',
  'code-unreadable': 'This code has a weekly schedule, or its PIN or its times cannot be read, so it cannot be linked.',
} as const;
