import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, pin, settings } from '../../../../tests/reconcile/fixtures.ts';
import { desktopHost } from '../../../../tests/support/app/desktop-host.ts';
import { operation, report } from '../../../../tests/support/app/state-fixtures.ts';
import { createFakeLocks } from '../../../../tests/support/fake-locks.ts';
import { branded, bookingId, codeId, lockId, place } from '../../../../tests/support/ids.ts';
import type { LockSummary } from '../../../../shared/domain/code.ts';
import type { Settings } from '../../../../shared/domain/settings.ts';
import { noStayWish } from '../../../../shared/domain/wishes.ts';
import { contract } from '../../../../shared/ipc/contract.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { DesktopPorts, DesktopRunRequest } from '../../desktop/ports.ts';
import { NO_RUN_LOCK } from '../../ports/system.ts';

const NEW = place(21, 'KpNew999');
const OPEN = { startDate: date('2026-11-22'), endDate: date('2026-11-27') };
const MAPPED = settings({ locks: [{ lockId: DOOR.lockId, name: 'Gate' }] });
const SUMMARIES = branded<LockSummary[]>(
  [DOOR, NEW].map(({ lockId: id, keypadId }) => ({
    id,
    name: id === NEW.lockId ? 'New gate' : 'Gate',
    timeZone: null,
    batteryMillivolts: null,
    keypads: [{ keypadId, name: 'Keypad' }],
  })),
);

function host({
  isSetUp = true,
  ids = [],
  ...ports
}: Partial<DesktopPorts> & { readonly isSetUp?: boolean; readonly ids?: string[] } = {}) {
  const locks = createFakeLocks([
    code({ ...OPEN, id: 900 }),
    code({ ...OPEN, id: 901, description: 'side entrance', name: 'Marta', pin: pin('862604') }),
  ]);
  const ran: DesktopRunRequest[] = [];
  const looked: Settings[] = [];
  const base = desktopHost();
  const app = desktopHost(
    { ...MAPPED, setup: { done: isSetUp, sinceMs: 0 } },
    {
      accounts: { ...base.ports.accounts, lockCloud: async () => ok({ ...locks, discover: async () => ok(SUMMARIES) }) },
      look: async (claim, wanted) => {
        expect(claim).toBeNull();
        looked.push(wanted);
        return ok({ report: report({ operations: [operation('k', 'planned', NEW)] }), input: input({}) });
      },
      run: async (request) => {
        ran.push(request);
        return ok(report({ operations: [operation('k', 'done', NEW)] }));
      },
      newRunId: () => ids.shift() ?? 'run-act',
      ...ports,
    },
  );
  const remove = (id: number, confirmed: string[] = []) => app.calls['door.remove']({ lockId: DOOR.lockId, codeId: codeId(id), confirmed });
  const replace = (confirmed: string[] = [], by = NEW.lockId) => app.calls['door.replace']({ lockId: DOOR.lockId, by, confirmed });
  const remembered = () => app.ports.history.memory().remembered['door-act'];
  return { ...app, locks, ran, looked, remove, replace, remembered };
}
type Answered = Awaited<ReturnType<ReturnType<typeof host>['remove']>>;
/** As the window gets them: checked by the contract. */
function questionsOf(answer: Answered): string[] {
  const checked = answer.ok ? contract['door.remove'].output.parse(answer.value) : null;
  return checked?.kind === 'asks' ? checked.questions : expect.fail(JSON.stringify(answer));
}
const refusedAs = (detail: string) => ({ ok: false, error: { detail, message: expect.stringMatching(/\S/) as string } });

describe('door.remove', () => {
  it('asks and changes nothing, then removes the code, recorded and without its PIN in sight', async () => {
    const app = host();
    const asked = await app.remove(901);
    const questions = questionsOf(asked);
    expect(questions).toEqual([
      'The code “Marta” is removed from “Gate”.',
      'It was not made by Latchkey.',
      'It opens this door now: somebody may be using it.',
    ]);
    expect([app.locks.codes.size, app.remembered().size]).toEqual([2, 0]);
    const removed = await app.remove(901, questions);
    expect(removed).toMatchObject({
      ok: true,
      value: { kind: 'done', run: { run: { id: 'run-act', trigger: 'act' }, operations: [{ codeId: 901 }] } },
    });
    expect(removed.ok && contract['door.remove'].output.safeParse(removed.value).success).toBe(true);
    expect([...app.locks.codes.keys()]).toEqual([900]);
    expect(app.remembered().get('run-act')).toMatchObject({ act: 'removed' });
    expect(app.ports.history.readRun('run-act')).toMatchObject({ operations: [{ status: 'done' }] });
    expect(JSON.stringify([asked, removed, app.ports.history.readRun('run-act')])).not.toContain('862604');
  });
  it('asks again where something else was answered', async () => {
    const app = host();
    expect(questionsOf(await app.remove(901, ['The code “Otto” is removed from “Gate”.']))).toHaveLength(3);
    expect(app.locks.codes.size).toBe(2);
  });
  it('refuses a guest’s code, one that is gone, a run in another process, and anything before the first steps are done', async () => {
    const app = host();
    expect(await app.remove(900)).toEqual(refusedAs('guest-code'));
    expect(await app.remove(999)).toEqual(refusedAs('no-such-code'));
    const busy = host({ runLock: { tryAcquire: () => null } });
    expect(await busy.remove(901, questionsOf(await busy.remove(901)))).toEqual(refusedAs('busy'));
    const fresh = host({ isSetUp: false });
    expect([await fresh.remove(901), await fresh.replace()]).toEqual([refusedAs('first-steps'), refusedAs('first-steps')]);
    expect([app, busy, fresh].map(({ locks }) => locks.codes.size)).toEqual([2, 2, 2]);
  });
  it('waits for the run that goes on in the app', async () => {
    let isFree = false;
    const app = host({
      runLock: { tryAcquire: () => (isFree ? NO_RUN_LOCK.tryAcquire() : null) },
      run: async () => {
        await Promise.resolve();
        isFree = true;
        return err('busy');
      },
    });
    const questions = questionsOf(await app.remove(901));
    void app.desktop.runFor(null, 'other');
    expect(await app.remove(901, questions)).toMatchObject({ ok: true, value: { kind: 'done' } });
  });
  it('says when it is not certain that the code is gone', async () => {
    const app = host();
    const questions = questionsOf(await app.remove(901));
    app.locks.fault = (call) =>
      call.startsWith('list') && app.locks.codes.size === 1 ? { when: 'before', kind: 'unreachable', certain: true } : null;
    expect(await app.remove(901, questions)).toEqual(refusedAs('unverified'));
  });
});

describe('door.replace', () => {
  it('says what would move and asks, then maps the new lock and syncs everything under the act’s id', async () => {
    const app = host();
    const before = app.desktop.settings().mapping;
    const asked = await app.replace();
    const questions = questionsOf(asked);
    expect(questions.join()).toContain('“Gate” is replaced by “New gate”');
    expect(asked).toMatchObject({ value: { run: { operations: [{ key: 'k', ...NEW }] } } });
    expect(app.looked[0]?.mapping.units[0]?.doors).toMatchObject([NEW]);
    expect([app.desktop.settings().mapping, app.ran, app.remembered().size]).toEqual([before, [], 0]);
    const replaced = await app.replace(questions);
    expect(replaced).toMatchObject({ ok: true, value: { kind: 'done', run: { operations: [{ status: 'done' }] } } });
    expect(app.ran).toMatchObject([{ trigger: 'act', runId: 'run-act', settings: { mapping: { units: [{ doors: [NEW] }] } } }]);
    expect(app.ran[0]).not.toHaveProperty('claim');
    expect(app.remembered().get('run-act')).toMatchObject({ act: 'replaced', to: NEW });
    expect(app.desktop.snapshot().names.doors).toContainEqual({ ...NEW, lockName: 'New gate', keypadName: 'Keypad' });
  });
  it('keeps its id when other syncs and acts wait as well', async () => {
    const app = host();
    await Promise.all(['one', 'two', 'three'].map((runId) => app.desktop.runFor(null, runId)));
    expect(app.ran.map(({ runId }) => runId)).toEqual(['one', 'two', 'three']);
  });
  it('is refused where there is no such lock, where the clouds cannot be read, and says when it is only recorded', async () => {
    expect(await host().replace([], lockId(99))).toEqual(refusedAs('lock-unknown'));
    const failed = { ...report(), run: { ...report().run, outcome: 'failed' as const } };
    expect(await host({ look: async () => ok({ report: failed, input: null }) }).replace()).toEqual(refusedAs('not-read'));
    const busy = host({ run: async () => err('busy') });
    expect(await busy.replace(questionsOf(await busy.replace()))).toEqual(refusedAs('busy'));
    expect(busy.desktop.settings().mapping.units).toMatchObject([{ doors: [NEW] }]);
  });
});

describe('act.undo of what was done with a door', () => {
  const undo = (app: ReturnType<typeof host>, how: { confirmed?: boolean; dryRun?: boolean } = {}) =>
    app.calls['act.undo']({ id: 'run-act', confirmed: false, dryRun: false, ...how });

  it('makes a removed code again, after asking', async () => {
    const app = host({ ids: ['run-act', 'run-undo'] });
    await app.remove(901, questionsOf(await app.remove(901)));
    const asked = ok({
      kind: 'asks',
      questions: [
        'The code “Marta” is made again on “Gate”, until 2026-11-27 12:00, with the PIN it had.',
        'The note that it had was not kept.',
      ],
    });
    expect([await undo(app), await undo(app, { dryRun: true })]).toEqual([asked, asked]);
    expect(app.locks.codes.size).toBe(1);
    const undone = await undo(app, { confirmed: true });
    expect(undone).toMatchObject({
      ok: true,
      value: { kind: 'done', run: { run: { id: 'run-undo' }, operations: [{ kind: 'create', status: 'done' }] } },
    });
    expect([...app.locks.codes.values()].at(-1)).toMatchObject({ name: 'Marta', pin: '862604' });
    expect(JSON.stringify(undone)).not.toContain('862604');
    expect(await undo(app)).toEqual(refusedAs('act-unknown'));
  });
  it('offers a person with the name, door and times of a removed code that cannot come back', async () => {
    const app = host({ ids: ['run-act', 'run-undo'] });
    await app.remove(901, questionsOf(await app.remove(901)));
    app.locks.codes.set(codeId(902), code({ ...OPEN, id: 902, name: 'Sister', description: '', pin: pin('862604') }));
    const offered = await undo(app, { confirmed: true });
    expect(offered).toMatchObject({
      ok: true,
      value: {
        ...{ kind: 'make-person', detail: 'pin-taken', message: expect.stringMatching(/\S \S/) as string },
        people: [{ name: 'Marta', lockIds: [DOOR.lockId], schedule: { kind: 'once', until: '2026-11-27T12:00' } }],
      },
    });
    expect(offered.ok && contract['act.undo'].output.safeParse(offered.value).success).toBe(true);
    expect(JSON.stringify(offered)).not.toContain('862604');
  });
  it('puts the former door back, once, and not after another change', async () => {
    const app = host({ ids: ['run-act', 'run-undo'] });
    await app.replace(questionsOf(await app.replace()));
    expect(await undo(app)).toMatchObject({ ok: true, value: { kind: 'asks' } });
    expect(await undo(app, { dryRun: true })).toMatchObject({ ok: true, value: { kind: 'done' } });
    expect(app.desktop.settings().mapping.units).toMatchObject([{ doors: [NEW] }]);
    expect(await undo(app, { confirmed: true })).toMatchObject({ ok: true, value: { kind: 'done' } });
    expect(app.desktop.settings().mapping.units).toMatchObject([{ doors: [DOOR] }]);
    expect(app.ran.map(({ runId }) => runId)).toEqual(['run-act', 'run-undo']);
    expect([...app.remembered().keys()]).toEqual(['run-undo']);
  });
});

describe('stay.forget', () => {
  const ID = bookingId(12);
  const forget = (app: ReturnType<typeof desktopHost>) => app.calls['stay.forget']({ bookingId: ID });
  const looking = (bookings: Parameters<typeof booking>[0][]) =>
    desktopHost(MAPPED, { look: async () => ok({ report: report(), input: input({ bookings: bookings.map((one) => booking(one)) }) }) });

  it('removes what is kept of a past guest, and nothing of one who is coming', async () => {
    const past = looking([]);
    const stay = { bookingId: ID, wish: { ...noStayWish(), note: 'late' } };
    past.ports.wishes.change((wishes) => ({ ...wishes, stays: [stay] }));
    expect(await forget(past)).toEqual(ok(null));
    expect(past.ports.wishes.read().stays).toEqual([]);
    const coming = looking([{ id: 12 }]);
    coming.ports.wishes.change((wishes) => ({ ...wishes, stays: [stay] }));
    expect(await forget(coming)).toEqual(refusedAs('stay-not-over'));
    expect(coming.ports.wishes.read().stays).toHaveLength(1);
  });
  it('does nothing while the clouds cannot be read', async () => {
    expect(await forget(desktopHost(MAPPED, { look: async () => ok({ report: report(), input: null }) }))).toEqual(refusedAs('not-read'));
    expect(await forget(desktopHost(MAPPED))).toEqual(refusedAs('credentials-missing'));
  });
});
