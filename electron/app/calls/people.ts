/** The window's calls about people who have codes without a booking: see them, add, edit and remove them, link a code made by hand, switch a spare code. */
import type { LockId } from '../../../shared/domain/ids.ts';
import type { Schedule } from '../../../shared/domain/wishes.ts';
import type { CallAnswer, CallHandlers, CallOutput, CallRequest } from '../../../shared/ipc/contract.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { listPeople } from '../people/list-people.ts';
import type { ListedPerson } from '../people/list-people.ts';
import { peopleFacts } from '../people/people-facts.ts';
import { personQuestionText, personRefusalText } from '../people/people-text.ts';
import { addPerson, editPerson, isThere, linkCode, locksToRead, removePerson } from '../people/people.ts';
import type { PeopleFacts, PeopleRefusal, PersonChange } from '../people/people.ts';
import { switchOffSpare, switchOnSpare } from '../people/spares.ts';
import { snapshotLocaliser } from '../status/localise.ts';
import { unanswered } from './act-answers.ts';
import { actPorts, carriedOut } from './acts.ts';
import type { DoorDesktop, DoorPorts } from './doors/door-ports.ts';
import { accessRefusal, refusal } from './refusal.ts';

type Names = 'people.list' | 'people.add' | 'people.edit' | 'people.remove' | 'people.link' | 'door.spare';
interface Mode {
  readonly confirmed?: readonly string[];
  readonly dryRun: boolean;
}

export function peopleCalls(desktop: DoorDesktop, ports: DoorPorts): Pick<CallHandlers, Names> {
  const act = async (
    lockIds: readonly LockId[],
    { confirmed = [], dryRun }: Mode,
    decide: (facts: PeopleFacts) => Result<PersonChange, PeopleRefusal>,
  ): Promise<CallAnswer<'people.add'>> => {
    // Whatever starts it, nothing is written before setup is complete.
    if (!desktop.settings().setup.done) return refusal(desktop.text, 'first-steps');
    const acts = await actPorts(desktop, ports);
    if (!acts.ok) return acts;
    const facts = await peopleFacts(ports, desktop.settings(), lockIds);
    if (!facts.ok) return accessRefusal(desktop.text, facts.error, ports.system);
    const decided = decide(facts.value);
    if (!decided.ok) return err({ detail: decided.error.kind, message: personRefusalText(decided.error, desktop.text) });
    const { person, action, asks, change } = decided.value;
    const questions = asks.map((ask) => personQuestionText(ask, desktop.text));
    const asked = dryRun ? null : unanswered(questions, confirmed);
    if (asked !== null) return ok({ kind: 'asks', questions: asked });
    const wanted = { claim: person.id, action, asks: [], change, formerPin: null, remember: [] };
    return carriedOut(wanted, dryRun, acts.value, desktop, ports);
  };
  return {
    'people.list': () => list(desktop, ports),
    'people.add': ({ lockIds, schedule, dryRun, ...given }) => {
      const edits = { ...given, locks: lockIds, schedule: wholeSchedule(schedule, desktop) };
      return act(locksToRead(edits, null), { dryRun }, (facts) => addPerson(edits, facts));
    },
    'people.edit': ({ personId, edits: { lockIds, schedule, ...given }, dryRun }) => {
      const edits = {
        ...given,
        ...(lockIds === undefined ? {} : { locks: lockIds }),
        ...(schedule === undefined ? {} : { schedule: wholeSchedule(schedule, desktop) }),
      };
      const present = ports.wishes.read().people.find(({ id }) => id === personId) ?? null;
      return act(locksToRead(edits, present), { dryRun }, (facts) => editPerson(personId, edits, facts));
    },
    'people.remove': ({ personId, ...mode }) => act([], mode, (facts) => removePerson(personId, facts)),
    'people.link': ({ lockId, codeId, name, ...mode }) => act([lockId], mode, (facts) => linkCode({ lockId, codeId, name }, facts)),
    'door.spare': ({ lockId, isOn, confirmed }) =>
      act([], { confirmed, dryRun: false }, (facts) => (isOn ? switchOnSpare : switchOffSpare)(lockId, facts)),
  };
}

function wholeSchedule(schedule: CallRequest<'people.add'>['schedule'], desktop: DoorDesktop): Schedule {
  return schedule.kind === 'between-stays' ? { ...schedule, maxHours: desktop.settings().codes.betweenStaysHours } : schedule;
}

async function list(desktop: DoorDesktop, ports: DoorPorts): Promise<CallAnswer<'people.list'>> {
  // Nothing is asked of the clouds for nobody.
  if (!ports.wishes.read().people.some(isThere)) return ok({ people: [], problems: [] });
  const settings = desktop.settings();
  const looked = await ports.look(null, settings, null);
  if (!looked.ok) return accessRefusal(desktop.text, looked.error, ports.system);
  const { people = [], run, problems } = looked.value.report;
  const listed = listPeople(ports.wishes.read().people, people, settings, ports.clock.nowMs());
  const told = run.outcome === 'failed' ? problems : problems.filter(({ personId }) => personId !== undefined);
  return ok({ people: listed.map(shownPerson), problems: told.map(snapshotLocaliser(desktop.localization(), desktop.snapshot())) });
}

/** Without the PIN, also as it is kept. */
function shownPerson({ person, ...shown }: ListedPerson): CallOutput<'people.list'>['people'][number] {
  const { id, name, schedule, isSpare, blockedSinceMs, linked, pin } = person;
  const is = { isSpare, isBlocked: blockedSinceMs !== null, isLinked: linked !== null, isTyped: pin.typed !== null };
  return { ...shown, personId: id, name, schedule, ...is };
}
