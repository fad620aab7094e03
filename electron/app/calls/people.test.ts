import { describe, expect, it } from 'vitest';
import { code, date, DOOR, input, person, personCode, pin, settings } from '../../../tests/reconcile/fixtures.ts';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import { operation, report } from '../../../tests/support/app/state-fixtures.ts';
import { createFakeLocks } from '../../../tests/support/fake-locks.ts';
import { branded, codeId, lockId, personId } from '../../../tests/support/ids.ts';
import type { PersonPlan, PlanWishes } from '../../../shared/domain/plan.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import { MAX_PERSON_DOORS } from '../../../shared/domain/wishes.ts';
import type { Person } from '../../../shared/domain/wishes.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import type { CallAnswer, CallRequest } from '../../../shared/ipc/contract.ts';
import { ok } from '../../../shared/result.ts';
import type { DesktopPorts, DesktopRunRequest } from '../desktop/ports.ts';

const MARTA = code({
  ...{ id: 901, name: 'Marta', description: '', pin: pin('862604') },
  ...{ startDate: date('2026-11-22'), endDate: date('2026-12-27') },
});
const ID = personId('k3m9qa');
const WINDOW = { start: '2026-11-23T10:00', end: '2026-11-23T12:00' };
const PLAN = branded<PersonPlan>({
  ...{ personId: 'k3m9qa', window: WINDOW as never },
  doors: [{ ...DOOR, prefix: '', window: WINDOW, state: 'in-place', codeId: 950, operationKey: null } as never],
});

function host({
  people = [],
  isSetUp = true,
  plans = [PLAN],
  outcome = 'ok',
  units,
  ...ports
}: Partial<DesktopPorts> & {
  readonly people?: readonly Person[];
  readonly isSetUp?: boolean;
  readonly plans?: readonly PersonPlan[];
  readonly outcome?: RunReport['run']['outcome'];
  readonly units?: readonly Record<string, unknown>[];
} = {}) {
  const locks = createFakeLocks([MARTA, personCode()]);
  const ran: DesktopRunRequest[] = [];
  const looked: (PlanWishes | null)[] = [];
  const answered = report({ operations: [operation('k', 'done')] });
  const base = desktopHost();
  const app = desktopHost(
    {
      ...settings({ locks: [{ lockId: DOOR.lockId, name: 'Gate' }], ...(units === undefined ? {} : { units }) }),
      setup: { done: isSetUp, sinceMs: 0 },
    },
    {
      accounts: { ...base.ports.accounts, lockCloud: async () => ok(locks) },
      look: async (_claim, _settings, wishes) => {
        looked.push(wishes);
        const problems = [{ kind: 'unverified', retryable: true, text: { key: 'x', parameters: {} } }] as never;
        return ok({ report: { ...answered, run: { ...answered.run, outcome }, people: plans, problems }, input: input({}) });
      },
      run: async (request) => {
        ran.push(request);
        return ok(answered);
      },
      ...ports,
    },
  );
  app.ports.wishes.change((wishes) => ({ ...wishes, people: [...people] }));
  const stored = () => app.ports.wishes.read().people;
  const add = (given: Partial<CallRequest<'people.add'>> = {}) =>
    app.calls['people.add']({ name: 'Cleaner', lockIds: [DOOR.lockId], schedule: { kind: 'always' }, dryRun: false, ...given });
  const edit = (edits: CallRequest<'people.edit'>['edits'], personId = ID) => app.calls['people.edit']({ personId, edits, dryRun: false });
  const remove = (confirmed: string[] = [], dryRun = false) => app.calls['people.remove']({ personId: ID, confirmed, dryRun });
  const link = (confirmed: string[] = [], id = MARTA.id, name = 'Cleaner') =>
    app.calls['people.link']({ lockId: DOOR.lockId, codeId: id, name, confirmed, dryRun: false });
  return { ...app, locks, ran, looked, stored, add, edit, remove, link };
}

const DONE = { ok: true, value: { kind: 'done', run: { operations: [{ key: 'k' }] } } };
const refusedAs = (detail: string) => ({ ok: false, error: { detail, message: expect.stringMatching(/\S \S/) as string } });
/** As the window gets them: checked by the contract. */
function questionsOf(answer: CallAnswer<'people.remove'>): string[] {
  const checked = answer.ok ? contract['people.remove'].output.parse(answer.value) : null;
  return checked?.kind === 'asks' ? checked.questions : expect.fail(JSON.stringify(answer));
}

describe('people.add', () => {
  it('records who it is, and runs for that person alone, also while paused', async () => {
    const app = host();
    app.desktop.pause('until-resumed');
    const answer = await app.add();
    expect(answer).toMatchObject(DONE);
    expect(answer.ok && contract['people.add'].output.safeParse(answer.value).success).toBe(true);
    const [added] = app.stored();
    expect(added).toMatchObject({ name: 'Cleaner', doors: [DOOR], schedule: { kind: 'always' } });
    expect(app.ran).toMatchObject([{ trigger: 'act', claim: added?.id, runId: 'run-act' }]);
    expect(app.ports.history.memory().remembered.act.get('run-act')).toMatchObject({ action: 'person-added', claimId: added?.id });
  });
  it('takes the hours between stays from the settings', async () => {
    const app = host();
    const [unit] = app.desktop.settings().mapping.units;
    await app.add({ schedule: { kind: 'between-stays', unitId: unit?.unitId ?? expect.fail() } });
    expect(app.stored()).toMatchObject([{ schedule: { maxHours: app.desktop.settings().codes.betweenStaysHours } }]);
  });
  it('keeps the user’s PIN sealed and tells it nobody; a dry run stores nothing', async () => {
    const app = host();
    expect(await app.add({ pin: '482615', dryRun: true })).toMatchObject(DONE);
    expect([[...(app.looked[0]?.typedPins.values() ?? [])], app.stored(), app.ran]).toEqual([['482615'], [], []]);
    const answer = await app.add({ pin: '482615' });
    expect(answer).toMatchObject(DONE);
    expect(JSON.stringify([answer, app.stored()])).not.toContain('482615');
    expect(app.stored()[0]?.pin.typed).toMatch(/^[a-p]+$/);
  });
  it('is refused with a reason and a sentence, and changes nothing', async () => {
    const app = host();
    const schedule = (from: string, until: string) => ({ schedule: { kind: 'once', from, until } as never });
    expect(await app.add({ name: ' ' })).toEqual(refusedAs('name-empty'));
    expect(await app.add({ lockIds: [lockId(99)] })).toEqual(refusedAs('lock-unmapped'));
    expect(await app.add(schedule('2026-11-26T12:00', '2026-11-26T10:00'))).toEqual(refusedAs('window-empty'));
    expect(await app.add(schedule('2026-11-01T10:00', '2026-11-01T12:00'))).toEqual(refusedAs('window-over'));
    expect(await app.add({ schedule: { kind: 'between-stays', unitId: 9 as never } })).toEqual(refusedAs('unit-unmapped'));
    expect(await app.add({ pin: '862604' })).toEqual(refusedAs('pin-taken'));
    expect(await app.add({ pin: '862605' })).toEqual(refusedAs('pin-near'));
    expect(await app.add({ pin: '1234' })).toEqual(refusedAs('pin-trivial'));
    app.locks.fault = () => ({ when: 'before', kind: 'unreachable', certain: true });
    expect(await app.add({ pin: '482615' })).toEqual(refusedAs('unreachable'));
    expect([app.stored(), app.ran]).toEqual([[], []]);
  });
  it.each<[string, readonly string[], object]>([
    ['takes all doors of a large host', ['KpBig'], DONE],
    ['is refused with more doors than a person can have', ['KpBig', 'KpSecond'], refusedAs('too-many-doors')],
  ])('%s', async (_what, keypads, expected) => {
    const lockIds = Array.from({ length: MAX_PERSON_DOORS }, (_, index) => lockId(5_000 + index));
    const units = lockIds.map((id, index) => ({
      ...{ unitId: id, name: '' },
      doors: (index === 0 ? keypads : ['KpBig']).map((keypadId) => ({ lockId: id, keypadId })),
    }));
    const app = host({ units });
    const asked = contract['people.add'].input.parse({ name: 'Cleaner', lockIds, schedule: { kind: 'always' }, dryRun: false });
    expect(await app.add(asked)).toMatchObject(expected);
    expect(app.stored().map(({ doors }) => doors.length)).toEqual(keypads.length === 1 ? [MAX_PERSON_DOORS] : []);
    const listed = await app.calls['people.list'](null);
    expect(listed.ok && contract['people.list'].output.safeParse(listed.value).success).toBe(true);
  });
  it('does nothing before the first steps are done', async () => {
    const app = host({ people: [person()], isSetUp: false });
    expect([await app.add(), await app.edit({ name: 'x' }), await app.remove(), await app.link()]).toEqual(
      Array.from({ length: 4 }, () => refusedAs('first-steps')),
    );
    expect([app.stored(), app.ran]).toEqual([[person()], []]);
  });
});

describe('people.edit', () => {
  it('changes what is given, and keeps the rest', async () => {
    const app = host({ people: [person()] });
    expect(await app.edit({ name: 'Plumber Otto' })).toMatchObject(DONE);
    expect(app.stored()).toEqual([{ ...person(), name: 'Plumber Otto' }]);
    expect(await app.edit({ pin: '862604' })).toEqual(refusedAs('pin-taken'));
  });
  it('refuses a PIN that somebody replaced at The Keys, since no run would use it', async () => {
    const app = host({ people: [person()] });
    const vault = await app.ports.accounts.pinVault();
    const digest = vault.ok ? vault.value.digestPin(pin('482615')) : null;
    app.ports.history.remember([{ kind: 'former-pins', key: ID, value: { claimId: ID, digests: [digest ?? expect.fail()] } }]);
    expect(await app.edit({ pin: '482615' })).toEqual(refusedAs('pin-retired'));
    expect(await app.edit({ pin: '593726' })).toMatchObject(DONE);
  });
  it('means nobody else whose name is like the id', async () => {
    const app = host({ people: [person({ id: 'a22222', name: 'k3m9qa' })] });
    expect([await app.edit({ name: 'x' }), await app.remove()]).toEqual([refusedAs('person-unknown'), refusedAs('person-unknown')]);
  });
});

describe('people.remove', () => {
  it('asks and names the door, and removes once the user has said yes to just that', async () => {
    const app = host({ people: [person()] });
    const questions = questionsOf(await app.remove());
    expect(questions).toEqual(['The code “Plumber” stops working on Gate.']);
    expect(await app.remove([], true)).toMatchObject(DONE);
    await app.edit({ name: 'Painter' });
    const others = questionsOf(await app.remove(questions));
    expect(app.stored()[0]?.removedAtMs).toBeNull();
    expect(await app.remove(others)).toMatchObject(DONE);
    expect(app.stored()).toMatchObject([{ id: ID, removedAtMs: expect.any(Number) as number }]);
    expect(await app.remove(others)).toEqual(refusedAs('person-unknown'));
  });
});

describe('door.spare', () => {
  const spare = (app: ReturnType<typeof host>, isOn: boolean, confirmed: string[] = []) =>
    app.calls['door.spare']({ lockId: DOOR.lockId, isOn, confirmed });
  it('makes the spare code of a door at once, and never a second one', async () => {
    const app = host();
    expect(await spare(app, true)).toMatchObject(DONE);
    expect(app.stored()).toMatchObject([{ name: 'Spare', isSpare: true, doors: [DOOR], schedule: { kind: 'always' } }]);
    expect(app.ran).toMatchObject([{ trigger: 'act', claim: app.stored()[0]?.id }]);
    const [before] = app.stored();
    await spare(app, true);
    expect(app.stored()).toEqual([before]);
  });
  it('removes it once the user has said yes, and no other person of that door', async () => {
    const app = host({ people: [person(), person({ id: 'a22222', name: 'Spare', isSpare: true })] });
    const questions = questionsOf(await spare(app, false));
    expect(questions).toEqual(['The code “Spare” stops working on Gate.']);
    expect(app.stored().map(({ removedAtMs }) => removedAtMs)).toEqual([null, null]);
    expect(await spare(app, false, questions)).toMatchObject(DONE);
    expect(app.stored()).toMatchObject([
      { id: ID, removedAtMs: null },
      { id: 'a22222', removedAtMs: expect.any(Number) as number },
    ]);
    expect(await spare(app, false, questions)).toEqual(refusedAs('person-unknown'));
  });
  it('is refused for a lock that is no unit’s door, without a PIN key, and before the first steps are done', async () => {
    const app = host();
    expect(await app.calls['door.spare']({ lockId: lockId(99), isOn: true, confirmed: [] })).toEqual(refusedAs('lock-unmapped'));
    const { accounts } = desktopHost().ports;
    const vault = await accounts.pinVault();
    const keyless = ok({ ...(vault.ok ? vault.value : expect.fail()), keyed: false });
    const without = host({ accounts: { ...accounts, pinVault: async () => keyless } });
    expect(await spare(without, true)).toEqual(refusedAs('no-pin-key'));
    const early = host({ isSetUp: false });
    expect(await spare(early, true)).toEqual(refusedAs('first-steps'));
    expect([app.stored(), without.stored(), early.stored(), app.ran]).toEqual([[], [], [], []]);
  });
});

describe('people.link', () => {
  it('asks, and makes a code made by hand a person’s with its PIN, once', async () => {
    const app = host();
    const questions = questionsOf(await app.link());
    expect(questions).toEqual(['Code 901, “Marta”, on Gate was not made by Latchkey. It becomes Cleaner’s.']);
    expect([app.stored(), app.ran]).toEqual([[], []]);
    const answer = await app.link(questions);
    expect(answer).toMatchObject(DONE);
    expect(app.stored()).toMatchObject([
      { name: 'Cleaner', linked: { ...DOOR, codeId: 901 }, pin: { typed: expect.any(String) as string } },
    ]);
    // The lock still shows it without its tag: the run has only begun.
    expect(await app.link(questions)).toEqual(refusedAs('code-of-latchkey'));
    expect(JSON.stringify([questions, answer, app.stored()])).not.toContain('862604');
  });
  it('is taken back: asks, and leaves the code to whoever made it', async () => {
    const app = host();
    await app.link(questionsOf(await app.link()));
    const undo = (mode: { confirmed: boolean; dryRun: boolean }) => app.calls['act.undo']({ id: 'run-act/x', ...mode });
    const asked = { ok: true, value: { kind: 'asks', questions: [expect.stringContaining('The code of Cleaner on “Gate”') as string] } };
    expect([await undo({ confirmed: false, dryRun: false }), await undo({ confirmed: true, dryRun: true })]).toEqual([asked, asked]);
    expect(app.stored()).toHaveLength(1);
    const undone = await undo({ confirmed: true, dryRun: false });
    expect(undone.ok && contract['act.undo'].output.safeParse(undone.value).success).toBe(true);
    expect([undone, app.stored(), app.locks.codes.get(MARTA.id)]).toMatchObject([{ ok: true, value: { kind: 'done' } }, [], MARTA]);
    expect(await undo({ confirmed: true, dryRun: false })).toEqual(refusedAs('act-unknown'));
  });
  it('refuses codes that are gone, or somebody’s', async () => {
    const app = host();
    expect(await app.link([], codeId(999))).toEqual(refusedAs('code-unknown'));
    expect(await app.link([], codeId(950))).toEqual(refusedAs('code-of-latchkey'));
    expect(await app.link([], MARTA.id, ' ')).toEqual(refusedAs('name-empty'));
    expect([app.stored(), app.ran]).toEqual([[], []]);
  });
});

describe('people.list', () => {
  const list = async (app: ReturnType<typeof host>) => {
    const answer = await app.calls['people.list'](null);
    return answer.ok ? contract['people.list'].output.parse(answer.value) : expect.fail(JSON.stringify(answer));
  };
  it('is empty without asking the clouds where there is nobody', async () => {
    const app = host({ people: [person({ removedAtMs: 1 })] });
    expect([await list(app), app.looked]).toEqual([{ people: [], problems: [] }, []]);
  });
  it('says where the codes are and when they work, without the PIN', async () => {
    const app = host({ people: [person({ pin: { typed: 'abcdef' } })] });
    const listed = await list(app);
    expect(listed).toMatchObject({
      people: [{ personId: ID, name: 'Plumber', isTyped: true, isBlocked: false, doors: [{ ...DOOR, codeId: 950, state: 'verified' }] }],
      problems: [],
    });
    expect(listed.people[0]?.window).toEqual(WINDOW);
    expect(JSON.stringify(listed)).not.toContain('abcdef');
  });
  it('says why nothing is known when the clouds cannot be read', async () => {
    const listed = await list(host({ people: [person()], plans: [], outcome: 'failed' }));
    expect(listed).toMatchObject({ people: [{ doors: [{ codeId: null, state: 'unverified' }], window: null }], problems: [{}] });
  });
});
