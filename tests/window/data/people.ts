/** People with codes at the doors of the small demo portfolio, each in another state. */
import { CANAL, CROIX_ROUSSE, GATE, lockPlan } from '../../../electron/demo/portfolio/places.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { branded } from '../../support/ids.ts';
import type { Plain } from '../../support/ids.ts';

type People = CallOutput<'people.list'>;
type Person = Plain<People['people'][number]>;
type Door = Person['doors'][number];

function door(lockId: number, codeId: number | null, state: Door['state'] = 'verified'): Door {
  return { lockId, keypadId: lockPlan(lockId).keypadId, codeId, state };
}
function person(personId: string, name: string, more: Partial<Person> & Pick<Person, 'doors'>): Person {
  const none = { isSpare: false, isBlocked: false, isLinked: false, isTyped: false };
  const window = { start: '2026-11-01T00:00', end: '2036-11-01T00:00' } as Person['window'];
  return { personId, name, schedule: { kind: 'always' }, ...none, opensNow: true, window, zone: 'Europe/Paris', ...more };
}
const span = (start: string, end: string) => ({ start, end }) as Person['window'] & object;
const once = (from: string, until: string) => ({ kind: 'once', from, until }) as Person['schedule'];

const PEOPLE: readonly Person[] = [
  person('own3r2', 'Aurélie Castaing-Morvan', { doors: [door(3701, 801), door(3702, 802), door(GATE, 803)], isTyped: true }),
  person('c1eaan', 'Ménage Rosalinde', {
    doors: [door(3704, 811), door(GATE, 812)],
    schedule: { kind: 'between-stays', unitId: CROIX_ROUSSE, maxHours: 12 },
    opensNow: false,
    window: span('2026-11-27T12:00', '2026-11-27T15:00'),
  }),
  person('wa1ter', 'Nettoyage Canal', {
    doors: [door(3702, null, 'outdated')],
    schedule: { kind: 'between-stays', unitId: CANAL, maxHours: 12 },
    opensNow: false,
    window: null,
  }),
  person('p1umbr', 'Plombier Oyelaran', {
    doors: [door(3701, 821), door(3705, null, 'missing')],
    schedule: once('2026-11-26T10:00', '2026-11-26T12:00'),
    opensNow: false,
    window: span('2026-11-26T10:00', '2026-11-26T12:00'),
  }),
  person('photo2', 'Photographe', {
    doors: [door(3703, 831)],
    schedule: once('2026-11-23T09:00', '2026-11-23T13:30'),
    window: span('2026-11-23T09:00', '2026-11-23T13:30'),
  }),
  person('rent3r', 'Tobias Kellermann', { doors: [door(3706, 841, 'off')], isBlocked: true, opensNow: false, isLinked: true }),
  person('spare1', 'Spare', { doors: [door(3702, 851)], isSpare: true }),
  person('spare2', 'Spare', { doors: [door(GATE, 852)], isSpare: true }),
];
export const PEOPLE_LISTED: People = branded<People>({ people: PEOPLE, problems: [] });
export const OWNER = branded<People['people'][number]>(PEOPLE[0] ?? person('nobody', '', { doors: [] }));
export const PLUMBER = branded<People['people'][number]>(PEOPLE[3] ?? person('nobody', '', { doors: [] }));

/** An act that was carried out. */
export const ACT_DONE: Extract<CallOutput<'people.add'>, { kind: 'done' }> = branded({
  kind: 'done',
  run: {
    run: {
      ...{
        id: 'run-7',
        mode: 'live',
        trigger: 'act',
        outcome: 'ok',
        startedAt: '2026-11-23T09:15:00.000Z',
        finishedAt: '2026-11-23T09:15:02.000Z',
      },
      counts: { created: 1, updated: 0, adopted: 0, moved: 0, deleted: 0, unchanged: 0, held: 0, skipped: 0, failed: 0 },
      problemCount: 0,
    },
    operations: [],
    problems: [],
    requests: { smoobu: 1, theKeys: 3 },
  },
});
