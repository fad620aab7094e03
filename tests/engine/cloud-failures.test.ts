/** A cloud that refuses every request is reported as such, and not as unreachable. */
import { afterEach, describe, expect, it } from 'vitest';
import { reduce } from '../../electron/app/status/app-state.ts';
import { demoPortfolio } from '../../electron/demo/portfolio/portfolio.ts';
import { mainText } from '../../shared/i18n/main-texts.ts';
import { englishSentence } from '../../shared/i18n/problem-text.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { NOW_MS, snapshot, state } from '../support/app/state-fixtures.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

let world: World | null = null;
afterEach(async () => {
  await world?.close();
});

/** What the app shows after as many failed runs as make an unreachable cloud an item of its own. */
async function afterThreeRuns(cloud: 'smoobu' | 'theKeys', fault: 'forbidden' | 'not-found') {
  const { seed, mapping } = demoPortfolio(NOW_MS);
  world = await startWorld(seed, mapping, { nowMs: NOW_MS });
  const installation = world.install();
  world.clouds[cloud].faults.set({ [cloud === 'smoobu' ? 'all' : 'reads']: { kind: fault } });
  let app = state({ settings: { ...state().settings, mapping } });
  for (let round = 0; round < 3; round += 1) {
    const report = await installation.run();
    expect(report.run.outcome).toBe('failed');
    app = reduce(app, { kind: 'run-finished', report, atMs: world.clock.nowMs() });
    world.clock.advance(15 * MINUTE_MS);
  }
  return { shown: snapshot(app, world.clock.nowMs()), health: app.health, problems: app.lastRun?.problems ?? [] };
}

const refusal = (failure: 'forbidden' | 'not-found'): string =>
  mainText({ language: 'en', locale: 'en' })(`failure.${failure}`, { cloud: 'The Keys' });

describe('a cloud that refuses everything', () => {
  it.each(['forbidden', 'not-found'] as const)('Smoobu, with %s', async (fault) => {
    const { shown, health, problems } = await afterThreeRuns('smoobu', fault);
    expect(problems).toMatchObject([{ kind: 'cloud-failed', cloud: 'smoobu', failure: fault, retryable: false }]);
    expect(shown.connections.smoobu.lastTest?.failure).toBe(fault);
    expect(health.smoobu.unreachableRuns).toBe(0);
    expect(shown.attention.map(({ kind }) => kind)).not.toContain('unreachable');
    const [sentence] = problems.map(englishSentence);
    const items = shown.attention.filter(({ cloud }) => cloud === 'smoobu');
    expect(items).toMatchObject([{ kind: 'refused', severity: 'urgent' }]);
    expect(items.map(wholeText)).toEqual([sentence]);
  });

  it.each(['forbidden', 'not-found'] as const)('The Keys, with %s', async (fault) => {
    const { shown, health, problems } = await afterThreeRuns('theKeys', fault);
    expect(problems.map(({ kind, failure }) => [kind, failure])).toEqual(problems.map(() => ['forbidden-lock', fault]));
    expect(shown.connections['the-keys'].lastTest?.failure).toBe(fault);
    expect(health['the-keys'].unreachableRuns).toBe(0);
    expect(shown.attention.map(({ kind }) => kind)).not.toContain('unreachable');
    // The guests whom that hinders are the one urgent matter. The cloud is told of beside it.
    const [guests, refused, ...rest] = shown.attention;
    expect(guests).toMatchObject({ key: 'arrival:sync', severity: 'urgent' });
    expect(guests?.message).toContain('Call the guest');
    expect(refused).toMatchObject({ kind: 'refused', severity: 'warning', cloud: 'the-keys' });
    expect(refused === undefined ? null : wholeText(refused)).toBe(refusal(fault));
    expect(rest.map(({ kind, severity }) => [kind, severity])).toEqual(problems.map(() => ['problem', 'warning']));
  });
});

/** The cause is the title of the item, and what it means its message. */
function wholeText({ title, message }: { readonly title: string; readonly message: string }): string {
  return `${title}. ${message}`;
}
