/** What the window says after an act of the user: what was done, or that it is not done everywhere yet. */
import { expect, it } from 'vitest';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { LocalDateTime } from '../../shared/time.ts';
import { branded } from '../support/ids.ts';
import { LIGHT, withScene } from './gallery.ts';
import { ok, refused } from './scene.ts';
import type { Answer, Answers } from './scene.ts';
import { ACT_DONE } from './data/people.ts';
import { scenes } from './scenes/people.ts';

const UNVERIFIED = 'The code on “Marais, porte” could not be confirmed.';
const PARTLY: CallOutput<'people.add'> = branded<CallOutput<'people.add'>>({
  kind: 'done',
  run: {
    ...ACT_DONE.run,
    run: { ...ACT_DONE.run.run, outcome: 'partial' },
    problems: [{ kind: 'unverified', message: UNVERIFIED, retryable: true }],
  },
});
const FOR_NOTHING: Answer<'act.undo'> = ok(
  branded<CallOutput<'act.undo'>>({
    kind: 'make-person',
    detail: 'act-pin-lost',
    message: 'The PIN of this code is not known any more.',
    people: [{ name: 'Ana', lockIds: [3701], schedule: null }],
  }),
);

async function addPlumber(
  answers: (typeof scenes)[number]['answers'],
  then: (texts: () => Promise<string[]>, name: () => Promise<string>) => Promise<void>,
) {
  const scene = scenes.find(({ name }) => name === 'people-listed');
  if (scene === undefined) throw new Error('The scene is gone.');
  await withScene({ ...scene, answers: { ...scene.answers, ...answers } }, LIGHT, async ({ page }) => {
    await page.locator('.view-header .button.primary').click();
    await page.locator('#panel-field').fill('Plumber');
    await page.locator('.tick input').first().check();
    await page.locator('.side-panel button[type=submit]').click();
    await page.locator('.toast').waitFor();
    await then(
      () => page.locator('.toast p').allTextContents(),
      async () => {
        await page.locator('.toast button').click();
        await page.locator('dialog .button.primary').click();
        await page.locator('#panel-field').waitFor();
        return page.locator('#panel-field').inputValue();
      },
    );
  });
}

it('does not call done what is not on every door yet, and says why', async () => {
  await addPlumber({ 'people.add': () => ok(PARTLY) }, async (toast) => {
    expect(await toast()).toEqual([`Saved, but not on every door yet: ${UNVERIFIED}`]);
  });
});

it('offers to make a code for whoever had one that cannot come back', async () => {
  await addPlumber({ 'act.undo': () => FOR_NOTHING }, async (toast, takeBack) => {
    expect(await toast()).toEqual(['Plumber has a code']);
    expect(await takeBack()).toBe('Ana');
  });
});

it('makes a code again for each of several who had one, in one press, and says whose was not made', async () => {
  const times = { kind: 'once', from: '2026-11-24T10:00' as LocalDateTime, until: '2026-11-24T12:00' as LocalDateTime } as const;
  const several = ['Ana', 'Bo', 'Cleo'].map((name, index) => ({ name, lockIds: [3701 + index], schedule: name === 'Cleo' ? null : times }));
  const wanted: unknown[] = [];
  const answers: Answers = {
    'act.undo': () =>
      ok(branded<CallOutput<'act.undo'>>({ kind: 'make-person', detail: 'act-pin-lost', message: 'Lost.', people: several })),
    'people.add': ({ name, schedule }) => {
      wanted.push([name, schedule]);
      return name === 'Bo' ? refused('pin-taken', 'No PIN is free.') : ok(ACT_DONE);
    },
  };
  await addPlumber(answers, async (toast, takeBack) => {
    // The one without times is left for the form.
    expect(await takeBack()).toBe('Cleo');
    expect(wanted.slice(1)).toEqual([
      ['Ana', times],
      ['Bo', times],
    ]);
    expect(await toast()).toEqual(['1 new code made. Not made: Bo (No PIN is free.) and Cleo (choose the times)']);
  });
});
