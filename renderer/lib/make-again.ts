/**
 * What an undo cannot bring back by itself, since the PINs are not known any more: the user can have a code made for each who had one. All in one
 * press, each with the doors and times it had, and what was not made is said. One alone, or one without times, is made in the form.
 */
import type { LockId } from '../../shared/domain/ids.ts';
import type { Schedule } from '../../shared/domain/wishes.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { App } from './app.ts';
import { guestName, lockName } from './names.ts';

type Offered = Extract<CallOutput<'act.undo'>, { readonly kind: 'make-person' }>;
interface Offer {
  readonly name: string;
  readonly lockIds: readonly LockId[];
  readonly schedule: Extract<Schedule, { readonly kind: 'once' }> | null;
}
type Asked = Pick<App, 'bridge' | 'confirm' | 'announce' | 'openPanel' | 't' | 'formats' | 'snapshot'>;
const NAME_LENGTH = 50;

export async function makeAgain(app: Asked, { message, people }: Pick<Offered, 'message' | 'people'>): Promise<void> {
  const { t, confirm, openPanel } = app;
  const whole = people.length > 1 ? people.filter(isWhole) : [];
  const [first, ...others] = people.filter((one) => !whole.includes(one));
  const isWanted = await confirm({
    title: t('common.not-undone'),
    texts: people.length > 1 ? [message, t('common.make-people-text'), ...people.map((one) => offerText(app, one))] : [message],
    confirm: whole.length > 0 ? t('common.make-people', { count: whole.length }) : t('common.make-person'),
  });
  if (!isWanted) return;
  if (whole.length > 0) await addAll(app, whole, first === undefined ? [] : [first, ...others]);
  if (first !== undefined) openPanel({ kind: 'person', personId: null, draft: first });
}

function isWhole({ name, schedule }: Offer): boolean {
  return name.trim() !== '' && schedule !== null;
}

function offerText({ t, formats, snapshot }: Asked, { name, lockIds, schedule }: Offer): string {
  return t('common.make-people-one', {
    name: guestName(t, name),
    doors: formats.list(lockIds.map((lockId) => lockName(snapshot, t, lockId))),
    when:
      schedule === null
        ? t('common.choose-times')
        : t('common.from-until', { from: formats.moment(schedule.from), until: formats.moment(schedule.until) }),
  });
}

/** In turn, since each is a sync of its own. `left`: those for the form. */
async function addAll({ bridge, announce, t, formats }: Asked, whole: readonly Offer[], left: readonly Offer[]): Promise<void> {
  const notMade: string[] = [];
  let count = 0;
  for (const { name, lockIds, schedule } of whole) {
    if (schedule === null) continue;
    const wanted = { name: name.trim().slice(0, NAME_LENGTH), lockIds: [...lockIds], schedule, dryRun: false };
    const answer = await bridge.call('people.add', wanted);
    const problem = answer.ok ? (answer.value.kind === 'done' ? answer.value.run.problems[0]?.message : '') : answer.error.message;
    if (problem === undefined) count += 1;
    else notMade.push(t('common.not-made-because', { name: wanted.name, problem }));
  }
  for (const { name } of left) notMade.push(t('common.not-made-because', { name: guestName(t, name), problem: t('common.choose-times') }));
  const made = t('common.made-people', { count });
  announce(notMade.length === 0 ? made : t('common.not-all-made', { made, names: formats.list(notMade) }));
}
