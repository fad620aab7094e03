/** `latchkey answer`: decides one open question, and lists what is open when the key or the choice is wrong. */
import { expect, it } from 'vitest';
import { NOW_MS } from '../support/cli/fake-backend.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { HELD } from '../support/cli/sample-run.ts';

it('records the decision and the event, and refuses an unknown key or choice with the list', async () => {
  const world = new FakeWorld();
  world.backend.holds = [{ operation: HELD, sinceMs: NOW_MS }];
  for (const words of [
    ['delete/1', 'keep'],
    [HELD.key, 'perhaps'],
  ]) {
    const refused = await world.run('answer', ...words, '--json');
    expect(refused.code).toBe(2);
    expect(refused.json()).toMatchObject({ questions: [{ key: HELD.key, choices: ['approve', 'keep'] }] });
  }
  expect(world.backend.changes).toEqual([]);
  const done = await world.run('answer', HELD.key, 'keep', '--json');
  expect([done.code, done.json()]).toEqual([0, { ok: true }]);
  expect(world.backend.changes).toMatchObject([{ kind: 'decision', key: HELD.key, value: { choice: 'keep', codeId: HELD.codeId } }]);
  expect(world.backend.events).toMatchObject([{ kind: 'answered', key: HELD.key, choice: 'keep' }]);
  expect(world.backend.holds).toEqual([]);
});

it('confirms a mapping from the last good copy, and loses nothing', async () => {
  const world = new FakeWorld();
  const { mapping } = world.backend.state;
  world.backend.state = { ...world.backend.state, recovery: 'copy' };
  const asked = await world.run('status', '--json');
  expect(asked.json()).toMatchObject({
    problems: [{ kind: 'mapping-unconfirmed', question: { key: 'mapping', choices: ['confirm'] } }],
  });
  expect((await world.run('answer', 'mapping', 'keep')).code).toBe(2);
  expect((await world.run('answer', 'mapping', 'confirm')).code).toBe(0);
  expect(world.backend.state).toMatchObject({ mapping, recovery: 'none' });
  expect((await world.run('status', '--json')).json()).toMatchObject({ problems: [] });
});
