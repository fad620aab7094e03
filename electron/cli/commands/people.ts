/** `people add|edit|remove|link`: codes for people without a booking. */
import { addPerson, editPerson, findPerson, linkCode, locksToRead, removePerson } from '../../app/people/people.ts';
import type { PeopleFacts, PeopleRefusal, PersonChange, PersonEdits, PersonNotFound } from '../../app/people/people.ts';
import { peopleFacts } from '../../app/people/people-facts.ts';
import { personQuestionText, personRefusalText } from '../../app/people/people-text.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Person, Schedule } from '../../../shared/domain/wishes.ts';
import { mainText } from '../../../shared/i18n/main-texts.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { accessFailure, failure, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { openWithConfig } from '../config-option.ts';
import type { OpenedWithConfig } from '../config-option.ts';
import type { CommandContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { printable } from '../render/text.ts';
import type { Consent, RequestOf, ScheduleOptions } from '../request.ts';
import { carryOut } from './act.ts';
import { confirmUnlessDry } from './acts/confirm.ts';

const english = mainText({ language: 'en', locale: 'en' });

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
  return added.ok ? askAndCarryOut(context, opened.value, added.value, request) : refused(added.error);
}

export async function peopleEdit(context: CommandContext, request: RequestOf<'people edit'>): Promise<Answer> {
  const opened = await openWithConfig(context, request.config);
  if (!opened.ok) return opened.error;
  const found = findPerson(request.person, opened.value.backend.wishes.read());
  if (!found.ok) return notFound(found.error);
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
  return edited.ok ? askAndCarryOut(context, opened.value, edited.value, request) : refused(edited.error);
}

export async function peopleRemove(context: CommandContext, request: RequestOf<'people remove'>): Promise<Answer> {
  const opened = await openWithConfig(context, request.config);
  if (!opened.ok) return opened.error;
  const { backend, settings } = opened.value;
  const wishes = backend.wishes.read();
  const found = findPerson(request.person, wishes);
  if (!found.ok) return notFound(found.error);
  const removed = removePerson(found.value.id, { wishes, settings, nowMs: backend.clock.nowMs() });
  return removed.ok ? askAndCarryOut(context, opened.value, removed.value, request) : refused(removed.error);
}

export async function peopleLink(context: CommandContext, request: RequestOf<'people link'>): Promise<Answer> {
  const opened = await openWithConfig(context, request.config);
  if (!opened.ok) return opened.error;
  const { lock: lockId, code: codeId, name } = request;
  const facts = await factsFor(opened.value, [lockId]);
  if (!facts.ok) return facts.error;
  const linked = linkCode({ lockId, codeId, name }, facts.value);
  return linked.ok ? askAndCarryOut(context, opened.value, linked.value, request) : refused(linked.error);
}

async function askAndCarryOut(context: CommandContext, opened: OpenedWithConfig, wanted: PersonChange, options: Consent): Promise<Answer> {
  const lines = wanted.asks.map((ask) => printable(personQuestionText(ask, english)));
  const stopped = await confirmUnlessDry(context, lines, options);
  return stopped ?? carryOut(context, opened, wanted.person.id, wanted, options);
}

export async function factsFor({ backend, settings }: OpenedWithConfig, lockIds: readonly LockId[]): Promise<Result<PeopleFacts, Answer>> {
  const facts = await peopleFacts(
    { accounts: backend, wishes: backend.wishes, history: backend.history, clock: backend.clock },
    settings,
    lockIds,
  );
  return facts.ok ? facts : err(accessFailure(facts.error));
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

export function refused(refusal: PeopleRefusal, sentence = personRefusalText(refusal, english)): Answer {
  return failure(EXIT.usage, refusal.kind, sentence);
}

function notFound(reason: PersonNotFound): Answer {
  if (reason.kind === 'person-unknown') return refused(reason);
  const { kind, people } = reason;
  return failure(EXIT.usage, kind, `Several people have this name. Use an id: ${people.join(', ')}.`, { people });
}
