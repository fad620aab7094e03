/** Who can open which door, and who can now; the panel of a code without a stay. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { codeId, personId } from '../../support/ids.ts';
import { emptyHost, firstDay, largeHost, NOW_MS, smallHost } from '../data.ts';
import { broken, never, ok } from '../scene.ts';
import type { GalleryHost, Scene, Stage } from '../scene.ts';

const goto = { view: 'calendar' } as const;
const search =
  (text: string) =>
  async ({ page }: Stage): Promise<void> =>
    page.getByRole('searchbox').fill(text);
const choose =
  (days: string) =>
  async ({ page }: Stage): Promise<void> =>
    page.getByRole('radio', { name: days, exact: true }).check();
const press =
  (name: string) =>
  async ({ page }: Stage): Promise<void> =>
    page.getByRole('button', { name }).click();

type Codes = CallOutput<'codes.list'>['codes'];
type Listed = Codes[number];

/** A cleaner at two doors, a plumber for a day, a code made by hand, and one that was left behind. */
const PEOPLE = { name: 'Aurore Cleaning', personId: personId('k3m9qa'), owner: 'person', bookingId: null, schedule: 'always' } as const;
function withPeople([first, second, third]: readonly Listed[]): Codes {
  if (first === undefined || second === undefined || third === undefined) throw new Error('The portfolio has codes.');
  const always = { start: '2026-09-01T00:00' as LocalDateTime, end: null };
  const once = { start: '2026-11-25T09:00' as LocalDateTime, end: '2026-11-25T18:00' as LocalDateTime };
  const left = { start: '2026-11-27T15:00' as LocalDateTime, end: '2026-11-30T11:00' as LocalDateTime };
  const at = (one: Listed, id: number, code: Partial<Listed>): Listed => ({
    ...one,
    codeId: codeId(id),
    isActive: true,
    schedule: null,
    ...code,
  });
  return [
    at(first, 9_901, { ...PEOPLE, ...always }),
    at(second, 9_902, { ...PEOPLE, ...always }),
    at(third, 9_903, { ...PEOPLE, ...once, name: 'Plumber', personId: personId('p7q8r9'), schedule: 'once' }),
    at(second, 9_904, { ...left, name: 'Concierge', bookingId: null, personId: null, owner: 'by-hand' }),
    at(third, 9_905, { ...left, name: 'Rosalind Achterberg', bookingId: null, personId: null, owner: 'outdated' }),
    at(first, 9_906, { ...left, name: 'Old key box', bookingId: null, personId: null, owner: 'by-hand', isActive: false }),
  ];
}
const NOW = '2026-11-23T10:15' as LocalDateTime;
function opensAt(now: LocalDateTime, { start, end }: Pick<Listed, 'start' | 'end'>): 'now' | 'later' | 'over' {
  if (end !== null && end <= now) return 'over';
  return start !== null && start > now ? 'later' : 'now';
}
async function peopledHost(): Promise<GalleryHost> {
  const host = await smallHost();
  const listed = await host.answers['codes.list']?.(null);
  if (listed === undefined || listed === 'never' || !listed.ok) throw new Error('The host lists its codes.');
  const { codes } = listed.value;
  const byDoor = [...new Map(codes.map((code) => [code.lockId, code])).values()];
  const all = [...codes, ...withPeople(byDoor)];
  return {
    ...host,
    answers: {
      ...host.answers,
      'codes.list': () => ok({ codes: all, unread: [] }),
      'door.view': ({ lockId }) =>
        ok({
          lockId,
          name: '',
          health: {
            reach: 'gateway',
            readAtMs: NOW_MS,
            seenAtMs: NOW_MS,
            batteryMillivolts: 5_900,
            batteryAtMs: NOW_MS,
            movedAtMs: null,
            isRefused: false,
            isGatewayAlive: true,
            battery: 'good',
            monthAgo: null,
          },
          readAtMs: NOW_MS,
          unread: 0,
          limit: null,
          spare: 'off',
          codes: all
            .filter((code) => code.lockId === lockId)
            .map(({ isActive, schedule: _schedule, ...code }) => ({
              ...code,
              isSpare: false,
              opens: isActive ? opensAt(NOW, code) : 'off',
              isNext: false,
              hasSchedule: false,
            })),
        }),
      'code.reveal': () => ok({ pin: '402817', hideAfterMs: 20_000 }),
      'door.remove': () => ok({ kind: 'asks', questions: ['It was not made by Latchkey.'], run: null }),
    },
  };
}
const openCode =
  (name: string) =>
  async ({ page }: Stage): Promise<void> => {
    await page
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click();
    await page.locator('.side-panel .facts').waitFor();
  };

export const scenes: readonly Scene[] = [
  { name: 'calendar-small', host: peopledHost, goto },
  {
    name: 'calendar-focus',
    host: peopledHost,
    goto,
    act: async ({ page }) => {
      await page.locator('.bar[tabindex="0"]').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
    },
  },
  { name: 'calendar-now', host: peopledHost, goto, act: press('Open now') },
  { name: 'calendar-week', host: peopledHost, goto, act: choose('7') },
  { name: 'calendar-month', host: peopledHost, goto, act: choose('30') },
  { name: 'calendar-quarter', host: peopledHost, goto, act: choose('90 days') },
  { name: 'calendar-legend', host: peopledHost, goto, act: press('What the bars mean') },
  { name: 'calendar-by-hand', host: peopledHost, goto, act: openCode('Concierge') },
  {
    name: 'calendar-link',
    host: peopledHost,
    goto,
    act: async (stage) => {
      await openCode('Concierge')(stage);
      await stage.page.getByRole('button', { name: 'Link to a person' }).click();
    },
  },
  {
    name: 'calendar-remove',
    host: peopledHost,
    goto,
    // The question keeps the language in which it was asked.
    checks: 'light',
    act: async (stage) => {
      await openCode('Concierge')(stage);
      await stage.page.getByRole('button', { name: 'Remove code' }).click();
    },
  },
  {
    name: 'calendar-door',
    host: peopledHost,
    goto,
    act: async (stage) => {
      await stage.page.locator('.door-name').nth(1).click();
      await stage.page.locator('.side-panel .facts').waitFor();
      await stage.settled();
    },
  },
  { name: 'calendar-outdated', host: peopledHost, goto, act: openCode('Rosalind') },
  { name: 'calendar-empty', host: emptyHost, goto },
  { name: 'calendar-no-doors', host: firstDay, goto },
  { name: 'calendar-none-found', host: smallHost, goto, act: search('nobody at all'), removesItself: ['Show all doors'] },
  { name: 'calendar-loading', host: smallHost, goto, answers: { 'codes.list': never } },
  { name: 'calendar-error', host: smallHost, goto, answers: { 'codes.list': broken } },
  { name: 'calendar-large', host: largeHost, goto, checks: 'light' },
];
