/** `people list`: who has codes without a booking, and when they work. Looks at the locks, and changes nothing. */
import { listPeople } from '../../app/people/list-people.ts';
import type { ListedPerson } from '../../app/people/list-people.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { withOffset } from '../../../shared/time.ts';
import { accessFailure, answer } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { openWithConfig } from '../config-option.ts';
import type { CommandContext } from '../context.ts';
import { EXIT, exitCodeOfReport } from '../exit-code.ts';
import { createProgressLine } from '../progress-line.ts';
import { renderProblems } from '../render/run.ts';
import type { Style } from '../render/style.ts';
import { renderTable } from '../render/table.ts';
import { printable, stack } from '../render/text.ts';
import { showPlace } from '../render/words.ts';
import type { RequestOf } from '../request.ts';

export async function peopleList(context: CommandContext, request: RequestOf<'people list'>): Promise<Answer> {
  const opened = await openWithConfig(context, request.config);
  if (!opened.ok) return opened.error;
  const { backend, settings, config } = opened.value;
  const { people } = backend.wishes.read();
  if (people.every(({ removedAtMs }) => removedAtMs !== null)) return answer({ people: [] }, () => NOBODY);
  const progress = createProgressLine(context.world.terminal);
  const looked = await backend
    .look({
      settingsOverride: config === null ? null : settings,
      onProgress: (step) => progress.update(step),
      signal: new AbortController().signal,
    })
    .finally(() => progress.clear());
  if (!looked.ok) return accessFailure(looked.error);
  const { report } = looked.value;
  const listed = listPeople(people, report.people ?? [], settings, backend.clock.nowMs());
  const about = report.problems.filter(({ personId }) => personId !== undefined);
  const isUnread = report.run.outcome === 'failed';
  return answer(
    { people: listed.map(personDocument) },
    (style) =>
      stack(renderPeople(listed, settings, style), renderProblems(about, style), isUnread ? renderProblems(report.problems, style) : ''),
    isUnread ? exitCodeOfReport(report) : EXIT.ok,
  );
}

const NOBODY = 'Nobody has a code without a booking. `latchkey people add` makes one.';

function personDocument({ person, doors, opensNow, window, zone }: ListedPerson): object {
  const isLater = window !== null && !opensNow;
  return {
    personId: person.id,
    name: person.name,
    schedule: person.schedule.kind,
    doors: doors.map(({ lockId, keypadId, codeId, state }) => ({ lockId, keypadId, codeId, state })),
    opensNow,
    next: isLater ? { from: withOffset(window.start, zone), until: withOffset(window.end, zone) } : null,
  };
}

function renderPeople(people: readonly ListedPerson[], settings: Settings, style: Style): string {
  return renderTable(
    [{ title: 'Who' }, { title: 'Id' }, { title: 'When', flexibleFrom: 20 }, { title: 'Door', flexibleFrom: 16 }, { title: 'Code' }],
    people.map(({ person, doors, window }) => [
      printable(person.name),
      person.id,
      showWhen(person.schedule.kind, window, person.blockedSinceMs !== null),
      stack(...doors.map((door) => printable(showPlace(door, settings)))),
      stack(...doors.map(({ state }) => state)),
    ]),
    style,
  );
}

function showWhen(kind: ListedPerson['person']['schedule']['kind'], window: ListedPerson['window'], isBlocked: boolean): string {
  if (isBlocked) return 'blocked';
  if (kind === 'always') return 'always';
  const shown = window === null ? null : `${window.start.replace('T', ' ')} to ${window.end.replace('T', ' ')}`;
  if (kind === 'once') return shown ?? 'over';
  return shown === null
    ? 'between stays: nothing opens, since no check-out is known'
    : `between stays: ${shown}; after that when this computer is on`;
}
