/** Both demo clouds in a process of their own, started by clouds.ts, so that their work is not taken for the client's. */
import { startDemoClouds } from '../../electron/demo/clouds.ts';
import type { DemoClouds } from '../../electron/demo/clouds.ts';
import { largePortfolio } from '../../electron/demo/portfolio/large-portfolio.ts';
import { createSystemClock } from '../../electron/scheduling/system-clock.ts';
import { addDays, parseLocalDate } from '../../shared/time.ts';
import type { CloudsAnswer, CloudsQuestion } from './clouds.ts';

let clouds: DemoClouds | null = null;

process.on('message', (question: CloudsQuestion) => {
  void answer(question).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());

async function answer(question: CloudsQuestion): Promise<CloudsAnswer> {
  if (question.kind === 'start') {
    const { seed } = largePortfolio(question.portfolio);
    clouds = await startDemoClouds({ seed, clock: createSystemClock(), latencyMs: question.latencyMs });
  }
  if (clouds === null) throw new Error('The clouds are not started.');
  const { smoobu, theKeys } = clouds;
  if (question.kind === 'prolong') prolong(question.which, clouds);
  const { kind } = question;
  if (kind === 'flood' || kind === 'wide') for (const cloud of [smoobu, theKeys]) cloud.faults.set({ reads: { kind } });
  const traffic = {
    smoobu: { requests: smoobu.requestCount(), mostInFlight: smoobu.maxInFlight() },
    theKeys: { requests: theKeys.requestCount(), mostInFlight: theKeys.maxInFlight() },
    codes: theKeys.codes().length,
  };
  if (question.kind === 'reset') {
    smoobu.resetCounters();
    theKeys.resetCounters();
  }
  return {
    smoobu: { url: smoobu.url, ...smoobu.credentials },
    theKeys: { url: theKeys.url, ...theKeys.credentials },
    traffic,
  };
}

/** Moves a departure by a day: one code to correct in the next run. */
function prolong(which: number, { smoobu }: DemoClouds): void {
  const bookings = smoobu.bookings();
  const booking = bookings[which % bookings.length];
  const departure = parseLocalDate(booking?.departure ?? '');
  if (booking !== undefined && departure !== null) smoobu.changeBooking(booking.id, { departure: addDays(departure, 1) });
}
