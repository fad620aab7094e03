/** What is known of a door's battery and gateway, and when a code works, in words. Pure. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { Formats } from '../../lib/format.ts';
import type { Message } from '../../lib/text-context.ts';
import type { WindowTranslate } from '../../lib/texts.ts';
import type { ShownCode } from './door-model.ts';

type Health = CallOutput<'door.view'>['health'];

export function batteryText(t: WindowTranslate, formats: Formats, { batteryMillivolts, battery }: Health): Message {
  if (batteryMillivolts === null) return { tone: 'neutral', text: t('door.battery-unknown') };
  const volts = formats.number(Math.round(batteryMillivolts / 10) / 100);
  // A battery without known marks is shown and not judged.
  if (battery === 'unknown') return { tone: 'neutral', text: t('door.battery-volts', { volts }) };
  const tone = battery === 'good' ? 'neutral' : battery === 'low' ? 'warning' : 'urgent';
  return { tone, text: t(`door.battery-${battery}`, { volts }) };
}

/** As it was when the door was read. */
export function gatewayText(t: WindowTranslate, formats: Formats, { reach, seenAtMs, isGatewayAlive }: Health, nowMs: number): Message {
  if (reach === 'phone') return { tone: 'warning', text: t('door.gateway-none') };
  if (seenAtMs === null || isGatewayAlive === null) return { tone: 'neutral', text: t('door.gateway-unknown') };
  return isGatewayAlive
    ? { tone: 'neutral', text: t('door.gateway-connected') }
    : { tone: 'warning', text: t('door.gateway-silent', { time: formats.instant(seenAtMs, nowMs) }) };
}

export function windowText(t: WindowTranslate, formats: Formats, { start, end, hasSchedule, opens }: ShownCode): string {
  const window =
    start === null && end === null
      ? t('door.always')
      : start === null
        ? t('door.until', { end: end === null ? '' : formats.moment(end) })
        : end === null
          ? t('door.from', { start: formats.moment(start) })
          : t('door.from-until', { start: formats.moment(start), end: formats.moment(end) });
  return [
    window,
    ...(hasSchedule ? [t('door.has-schedule')] : []),
    ...(opens === 'maybe' ? [t('door.maybe')] : opens === 'off' ? [t('door.off')] : []),
  ].join(' · ');
}
