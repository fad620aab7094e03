/** Says until when codes are in place. Pure. */
import type { Covered } from '../domain/readiness.ts';
import type { MainText } from '../i18n/main-texts.ts';

/** `time`: the moment, as this place shows it. */
export function coveredText({ untilMs, ends, messages: count }: Covered, nowMs: number, time: string, text: MainText): string {
  if (untilMs <= nowMs) return text('covered.over');
  const isAboutArrivals = ends === 'arrival' || ends === 'unread-days';
  const sentence =
    count === 0
      ? text(isAboutArrivals ? 'covered.until' : 'covered.right', { time })
      : text(isAboutArrivals ? 'covered.until-messages' : 'covered.right-messages', { time, count });
  // A date may end with an abbreviation.
  return sentence.replace('..', '.');
}

/** The same in a menu entry, where there is less room. */
export function quitLabel({ untilMs, messages: count }: Covered, nowMs: number, time: string, text: MainText): string {
  if (untilMs <= nowMs) return text('tray.quit');
  return count === 0 ? text('covered.quit', { time }) : text('covered.quit-messages', { time, count });
}
