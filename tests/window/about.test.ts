/** About in the built window: a newer version with its two answers, diagnostics, licences, and where the focus stays. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { smallHost } from './data.ts';
import { DIAGNOSTICS, READY } from './data/about.ts';
import { LIGHT, withScene } from './gallery.ts';
import type { OpenScene } from './gallery.ts';
import { broken, ok, refused } from './scene.ts';
import type { Scene } from './scene.ts';

const inSettings = (use: (open: OpenScene) => Promise<void>, answers: Scene['answers'] = {}): Promise<void> =>
  withScene(
    {
      name: 'about',
      host: smallHost,
      goto: { view: 'settings' },
      answers: {
        'update.install': () => ok(null),
        'update.later': () => ok(null),
        'diagnostics.read': () => ok({ text: DIAGNOSTICS }),
        'diagnostics.copy': () => ok({ text: DIAGNOSTICS }),
        ...answers,
      },
    },
    LIGHT,
    use,
  );
const about = (page: Page) => page.getByRole('region', { name: 'About', exact: true });
const focused = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.textContent ?? null);
const asked = ({ calls }: OpenScene): readonly string[] =>
  calls.map(({ name }) => name).filter((name) => /^(update|diagnostics)\./.test(name));

it('says what the app lacks on this computer, and what helps', () =>
  inSettings(async (open) => {
    const card = about(open.page);
    expect(await card.getByText('without a sandbox').count()).toBe(0);
    await open.change({ limits: ['no-sandbox', 'no-notifications'] });
    await card.getByText('The window runs without a sandbox').waitFor();
    await card.getByText('use the deb or rpm instead of the AppImage').waitFor();
    await card.getByText('The last notification was not shown').waitFor();
    await card.getByText('Allow notifications for Latchkey').waitFor();
  }));

it('speaks of a newer version only when there is one', () =>
  inSettings(async (open) => {
    const card = about(open.page);
    expect(await card.getByRole('button', { name: 'Install and restart' }).count()).toBe(0);
    await open.change({ update: READY });
    await card.getByRole('heading', { name: 'Version 0.2.0 is ready to be installed' }).waitFor();
    await card.getByRole('button', { name: 'Later' }).focus();
    await open.page.keyboard.press('Enter');
    await open.change({ update: { ...READY, state: 'put-off' } });
    await card.getByRole('heading', { name: 'Version 0.2.0 is postponed' }).waitFor();
    // The button says that it is done with, and keeps the focus.
    expect(await focused(open.page)).toBe('Later');
    expect(await card.getByRole('button', { name: 'Later' }).getAttribute('aria-disabled')).toBe('true');
    await card.getByRole('button', { name: 'Install and restart' }).click();
    await open.change({ update: { ...READY, state: 'after-run' } });
    await card.getByRole('heading', { name: 'Version 0.2.0 is installed after the current sync' }).waitFor();
    // Once said is enough.
    await open.page.keyboard.press('Enter');
    expect(asked(open)).toEqual(['update.later', 'update.install']);
  }));

it('says what an installation that came to nothing means', () =>
  inSettings(
    async (open) => {
      await open.change({ update: READY });
      await about(open.page).getByRole('button', { name: 'Install and restart' }).click();
      const alert = about(open.page).getByRole('alert');
      await alert.getByText('The new version was not installed').waitFor();
      expect(await alert.textContent()).toContain('There is no newer version to install.');
    },
    { 'update.install': () => refused('no-update', 'There is no newer version to install. Nothing was changed.') },
  ));

it('shows diagnostics before they can be copied, and hides them again', () =>
  inSettings(async (open) => {
    const card = about(open.page);
    const copy = card.getByRole('button', { name: 'Copy diagnostics' });
    expect(await copy.count()).toBe(0);
    const show = card.getByRole('button', { name: 'Show diagnostics' });
    expect(await show.getAttribute('aria-expanded')).toBe('false');
    await show.focus();
    await open.page.keyboard.press('Enter');
    expect(await card.getByRole('region', { name: 'Diagnostics' }).textContent()).toBe(DIAGNOSTICS);
    await expect.poll(() => focused(open.page)).toBe('Hide diagnostics');
    await copy.click();
    await open.page.getByText('Diagnostics copied.').first().waitFor();
    await card.getByRole('button', { name: 'Hide diagnostics' }).click();
    expect([await copy.count(), await card.getByRole('region', { name: 'Diagnostics' }).count()]).toEqual([0, 0]);
    expect(asked(open)).toEqual(['diagnostics.read', 'diagnostics.copy']);
  }));

it('explains diagnostics that could not be read', () =>
  inSettings(
    async (open) => {
      await about(open.page).getByRole('button', { name: 'Show diagnostics' }).click();
      await about(open.page).getByRole('alert').getByText('The diagnostics could not be read').waitFor();
    },
    { 'diagnostics.read': broken },
  ));

it('lists whose work is in it, when asked', () =>
  inSettings(async (open) => {
    const card = about(open.page);
    expect(await card.getByRole('table').count()).toBe(0);
    await card.getByText('Licences', { exact: true }).click();
    await card.getByRole('row', { name: /^preact / }).waitFor();
  }));
