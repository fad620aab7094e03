/** What is to be known of a door, in small lines below its name: nothing on a good day but that several units use it. */
import type { Message, TextContext } from '../../lib/text-context.ts';
import type { KnownDoor } from '../../lib/use-door-clock.ts';

/** `door`: undefined while it is not known. */
export function doorNotes(
  { t, formats }: Pick<TextContext, 't' | 'formats'>,
  door: KnownDoor | undefined,
  nowMs: number,
): readonly Message[] {
  if (door === undefined) return [];
  const { unitIds, battery, isGatewayAlive, seenAtMs } = door;
  const isSilent = isGatewayAlive === false && seenAtMs !== null;
  return [
    ...(isSilent ? [warning(t('calendar.gateway-silent', { since: formats.instant(seenAtMs, nowMs) }))] : []),
    ...(battery === 'low' || battery === 'critical' ? [warning(t(`calendar.battery-${battery}`))] : []),
    ...(unitIds.length > 1 ? [{ tone: 'neutral', text: t('calendar.shared', { count: unitIds.length }) } as const] : []),
  ];
}

function warning(text: string): Message {
  return { tone: 'warning', text };
}
