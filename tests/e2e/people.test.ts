/** Journeys with people: a plumber for two hours, a cleaner between stays, a code made by hand that gets a person; each in at most four clicks. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DemoShare } from '../../electron/demo/seed.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import { describeOnHost } from '../host/kinds.ts';
import { prepareApp } from './app.ts';
import type { TestApp } from './app.ts';
import { goTo, openWindow, say, soon } from './window.ts';

const [MARAIS, MONTMARTRE, MONTMARTRE_ENTRANCE, CANAL] = [3701, 3703, 3708, 3702];
const MAX_CLICKS = 4;
const ACT_MS = 15_000;

describeOnHost('people', (kind) => {
  let app: TestApp;
  let page: Page;
  let clicks = 0;
  beforeAll(async () => {
    app = await prepareApp(kind);
    page = await openWindow(await app.start());
  });
  afterAll(async () => {
    await app.close();
  });

  const click = async (target: Locator): Promise<void> => {
    clicks += 1;
    await target.click();
  };
  /** From another page, with no panel open. */
  const begin = async (): Promise<void> => {
    await goTo(page, 'calendar');
    clicks = 0;
    await click(page.getByRole('navigation').getByRole('button', { name: say('shell.people') }));
    await page.getByRole('heading', { level: 1, name: say('people.title') }).waitFor();
  };
  /** Both clouds are asked and answer first, which takes its time on a busy computer. */
  const done = (text: string) => page.getByRole('status').filter({ hasText: text }).first().waitFor({ timeout: ACT_MS });
  const panel = () => page.getByRole('complementary').filter({ has: page.getByRole('button', { name: say('shell.close-panel') }) });
  const addPerson = async (name: string, door: string): Promise<void> => {
    await click(page.getByRole('button', { name: say('person.add') }).first());
    await panel().getByLabel(say('person.name')).waitFor();
    // By keyboard: the field has the focus already, and Enter chooses the doors that were found.
    await soon(async () => expect(await page.evaluate('document.activeElement.id')).toBe('panel-field'));
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(door);
    await page.keyboard.press('Enter');
  };
  const save = async (): Promise<void> => click(panel().getByRole('button', { name: say('person.add'), exact: true }));
  const codesOf = (name: string): readonly DemoShare[] =>
    app.clouds.theKeys
      .codes()
      .filter((share) => share.name === name && typeof claimOn(share) === 'string')
      .toSorted((one, other) => one.lockId - other.lockId);
  const undo = async (): Promise<void> => {
    await page
      .getByRole('status')
      .getByRole('button', { name: say('common.undo') })
      .click();
    const question = page.getByRole('dialog', { name: say('common.undo-title') });
    const undone = page.getByRole('status').filter({ hasText: say('common.undone') });
    await question.or(undone).first().waitFor();
    if (await question.isVisible()) await question.getByRole('button', { name: say('common.undo') }).click();
    await undone.waitFor();
  };

  it('let a plumber in for two hours, on one door, and Undo takes the code back', async () => {
    await begin();
    await addPerson('Plumber', 'canal');
    await click(
      panel()
        .getByRole('group', { name: say('person.ready-times') })
        .getByRole('button')
        .nth(3),
    );
    const day = await panel()
      .getByLabel(say('person.day-of', { label: say('person.from') }))
      .inputValue();
    await save();
    await done(say('person.added', { name: 'Plumber' }));
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);

    const [code, ...others] = codesOf('Plumber');
    expect(others).toEqual([]);
    expect(code).toMatchObject({ lockId: CANAL, startDate: day, endDate: day, active: true });
    expect([code?.startTime?.slice(0, 5), code?.endTime?.slice(0, 5)]).toEqual(['10:00', '12:00']);
    // The panel of the new person has the digits, once the user asks.
    await panel().getByRole('heading', { name: 'Plumber' }).waitFor();
    const reveal = panel().getByRole('button', { name: new RegExp(`^${say('person.reveal')} `) });
    await reveal.click();
    await soon(async () => expect((await panel().getByRole('status').textContent())?.replaceAll(' ', '')).toBe(code?.code));

    await undo();
    expect(codesOf('Plumber')).toEqual([]);
    await soon(async () => expect(await page.getByRole('button', { name: /^Plumber/ }).count()).toBe(0));
  });

  it('let a cleaner in between the stays of a unit, on all its doors', async () => {
    await begin();
    await addPerson('Cleaner', 'montmartre');
    await click(panel().getByRole('radio', { name: say('person.kind-between-stays') }));
    await save();
    await done(say('person.added', { name: 'Cleaner' }));
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);

    const codes = codesOf('Cleaner');
    expect(codes.map(({ lockId }) => lockId)).toEqual([MONTMARTRE, MONTMARTRE_ENTRANCE]);
    expect(new Set(codes.map(({ startDate, startTime, endDate, endTime }) => `${startDate} ${startTime} ${endDate} ${endTime}`)).size).toBe(
      1,
    );
    await panel().getByText(say('person.between-after')).waitFor();
  });

  it('make a code made by hand somebody’s, with its PIN, and Undo makes it nobody’s again', async () => {
    const byHand = () => app.clouds.theKeys.codes(MARAIS).find(({ name }) => name === 'Ménage Rosalinde');
    const before = byHand();
    await begin();
    await click(page.getByRole('button', { name: say('people.link-name', { name: 'Ménage Rosalinde', door: 'Marais, porte' }) }));
    const question = page.getByRole('dialog', { name: say('people.link-title', { name: 'Ménage Rosalinde' }) });
    await question.waitFor();
    expect(byHand()).toEqual(before);
    await click(question.getByRole('button', { name: say('people.link') }));
    await done(say('people.linked', { name: 'Ménage Rosalinde' }));
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
    const linked = byHand();
    expect(linked).toMatchObject({ code: before?.code, id: before?.id });
    expect(typeof (linked === undefined ? null : claimOn(linked))).toBe('string');
    await page
      .getByRole('button', { name: /^Ménage Rosalinde/ })
      .first()
      .waitFor();

    await undo();
    expect(byHand()).toMatchObject({ code: before?.code, description: before?.description });
  });
});

function claimOn({ description }: DemoShare): number | string | null {
  const tag = readTag(description ?? '');
  return tag.kind === 'tagged' ? tag.claimId : null;
}
