/** What is to be known of a door, in small lines below its name: nothing on a good day but that several units use it. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { TextContext } from '../../lib/text-context.ts';

export type KnownDoor = CallOutput<'doors.list'>['doors'][number];

/** `door`: undefined while it is not known. */
export function doorNotes(
  { t, formats }: Pick<TextContext, 't' | 'formats'>,
  door: KnownDoor | undefined,
  nowMs: number,
): readonly string[] {
  if (door === undefined) return [];
  const { unitIds, battery, isGatewayAlive, seenAtMs } = door;
  const isSilent = isGatewayAlive === false && seenAtMs !== null;
  return [
    ...(isSilent ? [t('calendar.gateway-silent', { since: formats.instant(seenAtMs, nowMs) })] : []),
    ...(battery === 'low' || battery === 'critical' ? [t(`calendar.battery-${battery}`)] : []),
    ...(unitIds.length > 1 ? [t('calendar.shared', { count: unitIds.length })] : []),
  ];
}
