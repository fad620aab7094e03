/** The page of people who have codes without a booking, and the panel of one. */
import { emptyHost, firstDay, largeHost, smallHost } from '../data.ts';
import { ACT_DONE, OWNER, PEOPLE_LISTED } from '../data/people.ts';
import { broken, never, ok, refused } from '../scene.ts';
import type { Answers, Scene, Stage } from '../scene.ts';

const goto = { view: 'people' } as const;
const answers: Answers = {
  'people.list': () => ok(PEOPLE_LISTED),
  'people.add': () => ok(ACT_DONE),
  'people.edit': () => ok(ACT_DONE),
  'people.remove': ({ confirmed }) =>
    confirmed.length > 0
      ? ok(ACT_DONE)
      : ok({ kind: 'asks' as const, questions: ['The code “Aurélie Castaing-Morvan” stops working on Canal, porte.'] }),
  'people.link': ({ confirmed }) =>
    confirmed.length > 0
      ? ok(ACT_DONE)
      : ok({ kind: 'asks' as const, questions: ['Code 17, “Ménage Rosalinde”, was not made by Latchkey.'] }),
  'door.remove': ({ confirmed }) =>
    confirmed.length > 0
      ? ok(ACT_DONE)
      : ok({ kind: 'asks' as const, questions: ['Code “Ménage Rosalinde” is removed from “Canal, porte”.'], run: null }),
  'code.reveal': () => ok({ pin: '331793', hideAfterMs: 20_000 as const }),
};
const openPerson = async ({ page }: Stage): Promise<void> => {
  await page.locator(`#person-${OWNER.personId}`).click();
  await page.locator('.side-panel h2').waitFor();
};
const openForm = async ({ page }: Stage): Promise<void> => {
  await page.locator('.view-header .button.primary').click();
  await page.locator('#panel-field').waitFor();
};
const chooseKind = async (stage: Stage, index: number): Promise<void> => {
  await openForm(stage);
  await stage.page.locator('.side-panel .segment input').nth(index).check();
};

export const scenes: readonly Scene[] = [
  { name: 'people-listed', host: smallHost, goto, answers },
  { name: 'people-panel', host: smallHost, goto, answers, act: openPerson },
  { name: 'people-new', host: smallHost, goto, answers, act: openForm },
  { name: 'people-new-between', host: smallHost, goto, answers, act: (stage) => chooseKind(stage, 1) },
  { name: 'people-new-always', host: smallHost, goto, answers, act: (stage) => chooseKind(stage, 2) },
  {
    name: 'people-new-mistakes',
    host: smallHost,
    goto,
    answers,
    act: async (stage) => {
      await openForm(stage);
      await stage.page.locator('.side-panel input[type=date]').nth(1).fill('2026-11-20');
      await stage.page.locator('.side-panel button[type=submit]').click();
    },
  },
  {
    name: 'people-new-refused',
    host: smallHost,
    goto,
    answers: { ...answers, 'people.add': () => refused('pin-taken', 'This PIN is taken on one of the doors.') },
    act: async (stage) => {
      await openForm(stage);
      await stage.page.locator('#panel-field').fill('Plombier');
      await stage.page.locator('.side-panel .tick input').first().check();
      await stage.page.locator('.side-panel button[type=submit]').click();
      await stage.page.locator('.side-panel .failure').waitFor();
    },
  },
  {
    name: 'people-revealed',
    host: smallHost,
    goto,
    answers,
    act: async (stage) => {
      await openPerson(stage);
      await stage.page.locator('.panel-door button').first().click();
      await stage.settled();
    },
  },
  {
    name: 'people-editing',
    host: smallHost,
    goto,
    answers,
    act: async (stage) => {
      await openPerson(stage);
      await stage.page.locator('.panel-part button').first().click();
      await stage.page.locator('#panel-field').waitFor();
    },
  },
  {
    name: 'people-removing',
    host: smallHost,
    goto,
    answers,
    // A question stays in the language in which it was asked.
    checks: 'light',
    act: async (stage) => {
      await openPerson(stage);
      await stage.page.locator('.panel-part button').nth(1).click();
      await stage.page.locator('dialog').waitFor();
    },
  },
  { name: 'people-empty', host: emptyHost, goto, answers: { 'people.list': () => ok({ people: [], problems: [] }) } },
  {
    name: 'people-first-day',
    host: firstDay,
    goto,
    answers: { 'people.list': () => ok({ people: [], problems: [] }), 'codes.list': broken },
  },
  { name: 'people-loading', host: smallHost, goto, answers: { 'people.list': never, 'codes.list': never } },
  { name: 'people-error', host: smallHost, goto, answers: { 'people.list': broken } },
  {
    name: 'people-large',
    host: largeHost,
    goto,
    answers: { ...answers, 'people.list': () => ok({ people: [], problems: [] }) },
    checks: 'light',
  },
];
