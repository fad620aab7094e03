/** What is known of a door of a stay, in words: whether its code opens, how old the reading is, and how its gateway and battery are. Pure. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Message, TextContext } from '../../lib/text-context.ts';

export type CallDoor = NonNullable<CallOutput<'call.view'>>['doors'][number];

/** Whether it opens now, for whoever is on the phone. */
export function openingText({ t, formats }: TextContext, { state, minutes }: Pick<CallDoor, 'state' | 'minutes'>): Message {
  const span = minutes === null ? null : formats.span(minutes * MINUTE_MS);
  switch (state) {
    case 'valid':
      return { tone: 'good', text: t('stay.opens-now') };
    case 'unsure':
      return { tone: 'warning', text: t('stay.may-open') };
    case 'opens-later':
      return { tone: 'waiting', text: span === null ? t('stay.opens-later') : t('stay.opens-in', { span }) };
    case 'ended':
      return { tone: 'urgent', text: span === null ? t('stay.ended') : t('stay.ended-ago', { span }) };
    case 'blocked':
      return { tone: 'urgent', text: t('stay.blocked') };
    case 'no-code':
      return { tone: 'urgent', text: t('stay.no-code-here') };
    case 'not-read':
      return { tone: 'warning', text: t('stay.not-read') };
  }
}

/** What is wrong on the door beyond what the digits say; null where the code is as the stay needs it. */
export function troubleText(context: TextContext, door: CallDoor): Message | null {
  if (door.state === 'valid' || door.state === 'opens-later') return null;
  // A stay that is over is no trouble of the door.
  return { ...openingText(context, door), ...(door.state === 'ended' ? { tone: 'neutral' as const } : {}) };
}

/** "checked 2 min ago · gateway seen 10:12". */
export function readingText({ t, formats, nowMs }: TextContext, { readAtMs, health }: Pick<CallDoor, 'readAtMs' | 'health'>): string {
  const parts = [
    readAtMs === null ? null : t('stay.checked', { ago: formats.shortRelative(Math.min(readAtMs, nowMs), nowMs) }),
    health.isGatewayAlive === true && health.seenAtMs !== null
      ? t('stay.gateway-seen', { time: formats.instant(health.seenAtMs, nowMs) })
      : null,
    health.battery === 'good' && health.isGatewayAlive !== true ? t('stay.battery-good') : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

type JudgedHealth = Pick<CallDoor['health'], 'reach' | 'isRefused' | 'isGatewayAlive' | 'seenAtMs' | 'battery'>;
/** What may keep a change from reaching the door, or the door from opening. */
export function healthWarnings({ t, formats, nowMs }: TextContext, { health }: { readonly health: JudgedHealth }): readonly string[] {
  return [
    ...(health.isRefused ? [t('stay.lock-refused')] : []),
    ...(health.isGatewayAlive === false && health.seenAtMs !== null
      ? [t('stay.gateway-silent', { time: formats.instant(health.seenAtMs, nowMs) })]
      : []),
    ...(health.reach === 'phone' ? [t('stay.by-phone')] : []),
    ...(health.battery === 'low' || health.battery === 'critical' ? [t(`stay.battery-${health.battery}`)] : []),
  ];
}
