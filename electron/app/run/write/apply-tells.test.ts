/** What carrying out a plan tells the rest of the run, and in which order: statuses, what was written, and what has to be remembered. */
import { describe, expect, it } from 'vitest';
import { applyLogged as apply, OLD, requests, UNREACHABLE } from '../../../../tests/support/applied.ts';
import { codeFrom, createFakeLocks } from '../../../../tests/support/fake-locks.ts';
import { codeId, place } from '../../../../tests/support/ids.ts';
import { create, failing, move, record, remove, update } from '../../../../tests/support/writes.ts';

describe('in order', () => {
  it('a create: its PIN is remembered before it is sent', async () => {
    const { log, codeIds, lists } = await apply([create(7)], createFakeLocks());
    expect(log).toEqual([
      'create:7:1 is planned',
      'remember create:7:1',
      'create 1/Kp1',
      'step apply',
      'created create:7:1 (1)',
      'wrote create:7:1',
      'list 1',
      'step verify',
      'listed create:7:1 (1)',
      'create:7:1 is done (1)',
    ]);
    expect([...codeIds]).toEqual([['create:7:1', 1]]);
    expect([...lists.keys()]).toEqual([1]);
  });
  it('a move', async () => {
    const { log } = await apply([move(7, 1, 2, 500)], createFakeLocks([OLD]));
    expect(log).toEqual([
      'move:7 is planned',
      'remember move:7',
      'create 2/Kp2',
      'step apply',
      'created move:7 (501)',
      'wrote move:7',
      'list 2',
      'step verify',
      'listed move:7 (501)',
      'move:7 is done (501)',
      'delete 500',
      'step apply',
      'wrote move:7:old-code',
      'list 1',
      'step verify',
      'deleted move:7:old-code (500)',
    ]);
  });
  it.each(['update', 'adopt'] as const)('an %s of a code of which there are two', async (kind) => {
    const codes = [codeFrom(codeId(400), place(1, 'Kp1'), record(7)), OLD, codeFrom(codeId(600), place(1, 'Kp1'), record(8))];
    const { log, codeIds } = await apply([{ ...update(7, 500), kind }], createFakeLocks(codes));
    expect(log).toEqual([
      'update:500 is planned',
      'remember update:500',
      'update 500',
      'step apply',
      'wrote update:500',
      'list 1',
      'step verify',
      'listed update:500 (500)',
      'update:500 is done (500)',
    ]);
    expect([...codeIds]).toEqual([['update:500', 500]]);
  });
  it('deletes: those that wait for others come last, and are not sent twice', async () => {
    const codes = [OLD, codeFrom(codeId(501), place(1, 'Kp1'), record(8))];
    const planned = [remove(8, 501, ['create:9:2']), remove(7, 500), create(9, 2)];
    const { log, codeIds } = await apply(planned, createFakeLocks(codes));
    expect([...codeIds]).toEqual([['create:9:2', 502]]);
    expect(requests(log)).toEqual(['create 2/Kp2', 'delete 500', 'list 1', 'list 2', 'delete 501', 'list 1']);
    expect(log).toContain('deleted delete:500 (500)');
    expect(log.some((line) => line.startsWith('remember delete') || line.startsWith('created delete'))).toBe(false);
  });
});

describe('a delete that waits for another lock', () => {
  it('is sent once, also when that lock is done first', async () => {
    const locks = createFakeLocks([OLD, codeFrom(codeId(501), place(1, 'Kp1'), record(8))]);
    const deleteCode = locks.deleteCode.bind(locks);
    locks.deleteCode = async (...given) => {
      if (given[0] === 500) await new Promise((resolve) => setTimeout(resolve, 5));
      return deleteCode(...given);
    };
    const { log } = await apply([remove(7, 500), { ...remove(8, 501, ['create:9:2']), hold: null }, create(9, 2)], locks);
    expect(requests(log)).toEqual(['create 2/Kp2', 'list 2', 'delete 500', 'list 1', 'delete 501', 'list 1']);
  });
});

describe('a create that is answered without an id', () => {
  it('is known by the id on the list', async () => {
    const locks = createFakeLocks();
    const make = locks.createCode.bind(locks);
    locks.createCode = async (...given) => {
      const answer = await make(...given);
      return answer.ok ? { ok: true, value: { codeId: null } } : answer;
    };
    const { log, codeIds } = await apply([create(7)], locks);
    expect([...codeIds]).toEqual([['create:7:1', 1]]);
    expect(log).toContain('created create:7:1 (null)');
  });
});

describe('a note beside the tag', () => {
  const kept = async (note: string | null, sent: string, changes: object = {}) => {
    const locks = createFakeLocks();
    const make = locks.createCode.bind(locks);
    locks.createCode = (lockId, keypadId, given, options) =>
      make(lockId, keypadId, { ...given, description: note ?? given.description }, options);
    const operation = { ...create(7), ...changes, record: { ...record(7), description: `Smoobu#7 ${sent}` } };
    const { problems } = await apply([operation], locks);
    return problems.filter(({ kind }) => kind === 'note-cut').length;
  };
  it.each<[string, string | null, string, object, number]>([
    ['is kept whole', null, 'cleans at ten', {}, 0],
    ['is kept without its last space', 'Smoobu#7 cleans', 'cleans ', {}, 0],
    ['was cut before it was sent', null, 'cleans', { isNoteCut: true }, 1],
    ['is kept in part', 'Smoobu#7 cleans', 'cleans at ten', {}, 1],
    ['is kept in part, with spaces', 'Smoobu#7 cleans  ', 'cleans at ten', {}, 1],
    ['is kept in part, with dots', 'Smoobu#7 cleans …', 'cleans at ten', {}, 1],
    ['is kept in part, and has dots itself', 'Smoobu#7 cleans… at', 'cleans… at ten', {}, 1],
    ['is another one', 'Smoobu#7 ten', 'cleans at ten', {}, 0],
  ])('%s', async (_what, note, sent, changes, told) => expect(await kept(note, sent, changes)).toBe(told));
});

describe('a read-back that fails', () => {
  const everyWrite = [create(7), update(8, 501), remove(9, 502)];
  const codes = [codeFrom(codeId(501), place(1, 'Kp1'), record(8)), codeFrom(codeId(502), place(1, 'Kp1'), record(9))];
  it('leaves what was written unverified, and says so', async () => {
    const locks = createFakeLocks(codes);
    locks.fault = failing('list', UNREACHABLE);
    const { statuses, told, lists, log } = await apply(everyWrite, locks);
    expect(statuses).toEqual({ 'create:7:1': 'unverified', 'update:501': 'unverified', 'delete:502': 'unverified' });
    const unread = 'unverified problem.unverified.unread';
    expect(told).toEqual([unread, unread, `${unread}-removal`]);
    expect([lists.size, log.filter((line) => /^(?:listed|deleted)/u.test(line))]).toEqual([0, []]);
  });
  it('as does a row of the keypad that cannot be read', async () => {
    const locks = createFakeLocks(codes);
    const list = locks.listCodes.bind(locks);
    locks.listCodes = async (...given) => {
      const answer = await list(...given);
      const unread = [{ codeId: null, keypadId: place(1, 'Kp1').keypadId, description: null }];
      return answer.ok ? { ok: true, value: { ...answer.value, unread } } : answer;
    };
    const { statuses, told } = await apply([...everyWrite, create(10, 2)], locks);
    expect(new Set(Object.entries(statuses).map(([key, status]) => `${key.endsWith(':2') ? 'other' : 'same'} ${status}`))).toEqual(
      new Set(['same unverified', 'other done']),
    );
    expect(told).toHaveLength(3);
  });
  it('is part of the run, and stops with it', async () => {
    const signals: unknown[] = [];
    const locks = createFakeLocks();
    const list = locks.listCodes.bind(locks);
    locks.listCodes = (lockId, options) => {
      signals.push(options?.signal instanceof AbortSignal);
      return list(lockId, options);
    };
    await apply([create(7)], locks);
    expect(signals).toEqual([true]);
  });
  it('of a move’s old code leaves the move unverified', async () => {
    const locks = createFakeLocks([OLD]);
    locks.fault = failing('list 1', UNREACHABLE);
    expect((await apply([move(7, 1, 2, 500)], locks)).statuses).toEqual({ 'move:7': 'unverified' });
  });
});

describe('what is read back differs', () => {
  it('a code that is still there is unverified, and is not forgotten', async () => {
    const locks = createFakeLocks([OLD]);
    locks.deleteCode = async () => ({ ok: true, value: null });
    const { statuses, told, log } = await apply([remove(7, 500)], locks);
    expect([statuses, told]).toEqual([{ 'delete:500': 'unverified' }, ['unverified problem.unverified.still-there']]);
    expect(log.some((line) => line.startsWith('deleted'))).toBe(false);
  });
  it('a code that is missing is unverified, and is not listed', async () => {
    const locks = createFakeLocks();
    const make = locks.createCode.bind(locks);
    locks.createCode = async (...given) => {
      const answer = await make(...given);
      locks.codes.clear();
      return answer;
    };
    const { statuses, told, log, codeIds } = await apply([create(7)], locks);
    expect([statuses, told]).toEqual([{ 'create:7:1': 'unverified' }, ['unverified problem.unverified.missing']]);
    expect([log.some((line) => line.startsWith('listed')), [...codeIds]]).toEqual([false, [['create:7:1', 1]]]);
  });
  it('a name that is kept in another form is learned', async () => {
    const locks = createFakeLocks([codeFrom(codeId(400), place(1, 'Kp1'), record(8))]);
    const make = locks.createCode.bind(locks);
    locks.createCode = (lockId, keypadId, sent, options) => make(lockId, keypadId, { ...sent, name: 'Somebody' }, options);
    const { statuses, log } = await apply([create(7)], locks);
    expect([statuses, log.filter((line) => line.startsWith('learned'))]).toEqual([{ 'create:7:1': 'done' }, ['learned kept-name 401']]);
  });
});
