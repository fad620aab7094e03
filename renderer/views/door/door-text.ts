/** What is known of a door's battery and gateway, and when a code works, in words. Pure. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { Formats } from '../../lib/format.ts';
import type { Message } from '../../lib/text-context.ts';
import type { WindowTranslate } from '../../lib/texts.ts';
import type { ShownCode } from './door-model.ts';

type Health = CallOutput<'door.view'>['health'];

export function batteryText(t: WindowTranslate, formats: Formats, { batteryMillivolts, battery }: Health): Message {
  if (batteryMillivolts === null) return { tone: 'neutral', text: t('door.battery-unknown') };
  // A battery without known marks is shown and not judged.
  const level = battery === 'unknown' ? 'good' : battery;
  const volts = formats.number(Math.round(batteryMillivolts / 10) / 100);
  return { tone: level === 'good' ? 'neutral' : level === 'low' ? 'warning' : 'urgent', text: t(`door.battery-${level}`, { volts }) };
}

export function gatewayText(t: WindowTranslate, formats: Formats, { reach, seenAtMs, isGatewayAlive }: Health, nowMs: number): Message {
  if (reach === 'phone') return { tone: 'warning', text: t('door.gateway-none') };
  if (seenAtMs === null) return { tone: 'neutral', text: t('door.gateway-unknown') };
  const ago = formats.shortRelative(seenAtMs, nowMs);
  return isGatewayAlive === false
    ? { tone: 'warning', text: t('door.gateway-silent', { ago }) }
    : { tone: 'neutral', text: t('door.gateway-seen', { ago }) };
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
