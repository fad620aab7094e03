/** Starting messages for 500 stays, from the lists to the preview, and the requests of a quiet sync with every way on. */
import { performance } from 'node:perf_hooks';
import { lookAtMessages } from '../../electron/app/messages/look-at-messages.ts';
import { planStart } from '../../electron/app/messages/start-sending.ts';
import { largePortfolio } from '../../electron/demo/portfolio/large-portfolio.ts';
import { BUILT_IN } from '../../shared/messages/templates/texts/built-in.ts';
import { previewText } from '../../shared/messages/templates/preview-text.ts';
import type { PlanInput } from '../../shared/domain/plan.ts';
import type { LocalDate } from '../../shared/time.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { startWorld } from '../engine/world.ts';
import { median } from './measure.ts';
import type { Part } from './measure.ts';

const STAYS = 500;
const LOCKS = 50;
const ROUNDS = 11;
/** Enough for all threads and placeholders. */
const SYNCS = 8;
const NOW_MS = Date.parse('2026-11-23T10:00:00Z');

export const messages: Part = {
  name: 'messages',
  about: `starting messages for ${String(STAYS)} stays, and a quiet sync with every way on`,
  async measure() {
    const { seed, mapping } = largePortfolio({ units: LOCKS, locks: LOCKS, bookings: STAYS, seed: 1, nowMs: NOW_MS });
    const world = await startWorld(seed, mapping, { nowMs: NOW_MS });
    try {
      const computer = world.install();
      const sync = async () => {
        world.clock.advance(15 * MINUTE_MS);
        return computer.run();
      };
      await sync();
      await sync();
      const plain = (await sync()).requests.smoobu;
      const inputs: PlanInput[] = [];
      const report = await computer.run({ mode: 'dry-run', onRead: (input) => inputs.push(input) });
      const [read] = inputs;
      if (read === undefined) throw new Error('The clouds could not be read.');
      const start = () => {
        const { facts } = lookAtMessages(read, report, computer.vault);
        const { lines, remember } = planStart(facts, {
          alreadyTold: { kind: 'until', date: '2030-01-01' as LocalDate },
          inThreads: new Set(),
        });
        const texts = lines.map(({ stay }) => previewText(stay, { name: 'code', language: 'fr', text: BUILT_IN.fr.templates.code }, ''));
        if (texts.length !== STAYS || texts.includes(null)) throw new Error(`${String(texts.length)} stays were previewed.`);
        return remember;
      };
      const timesMs = Array.from({ length: ROUNDS }, () => {
        const begunMs = performance.now();
        start();
        return performance.now() - begunMs;
      });
      const { sending } = world.settings;
      computer.history.remember([...start(), { kind: 'way-started', key: 'placeholder', value: { sinceMs: NOW_MS } }]);
      world.settings = { ...world.settings, sending: { ...sending, message: true, placeholder: true, threads: true, host: true } };
      for (let run = 0; run < SYNCS; run += 1) await sync();
      const quiet = (await sync()).requests.smoobu;
      if (world.clouds.smoobu.placeholders().length === 0) throw new Error('No placeholder was set: the sync is no measure.');
      const against = { name: 'aim', value: 1000 };
      return [
        {
          what: `start of messages for ${String(STAYS)} stays, first in its process`,
          value: timesMs[0] ?? Number.NaN,
          unit: 'ms',
          against,
        },
        { what: `start of messages for ${String(STAYS)} stays (median)`, value: median(timesMs), unit: 'ms', against },
        {
          what: 'quiet sync with every way on, requests to Smoobu',
          value: quiet,
          unit: '×',
          against: { name: 'without them', value: plain },
        },
      ];
    } finally {
      await world.close();
    }
  },
};
