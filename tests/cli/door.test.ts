/** `door LOCK --give-up`. */
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { place } from '../support/ids.ts';

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
  const settings = world.backend.settings.read();
  world.backend.settings.write({ ...settings, mapping: { ...settings.mapping, retired: [place(4000, 'KpFormer')] } });
});
const retired = () => world.backend.settings.read().mapping.retired;
const GIVE_UP = ['door', '4000', '--give-up'];

describe('giving up a lock', () => {
  it('with --yes: it is forgotten', async () => {
    const ran = await world.run(...GIVE_UP, '--yes', '--json');
    expect([ran.code, ran.json(), retired()]).toEqual([0, { ok: true, left: [] }, []]);
  });
  it('without a terminal it needs --yes', async () => {
    expect((await world.run(...GIVE_UP)).code).toBe(2);
    expect(retired()).toHaveLength(1);
  });
  it.each([
    ['without its number', ['door', 'former', '--give-up', '--yes']],
    ['of a unit’s door', ['door', '3705', '--give-up', '--yes']],
    ['of a lock that is unknown', ['door', '9999', '--give-up', '--yes']],
  ])('is refused: %s', async (_what, words) => {
    expect((await world.run(...words)).code).toBe(2);
    expect(retired()).toHaveLength(1);
  });
});
