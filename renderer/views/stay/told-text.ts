/** What the guest of a stay was told last, and what is still to be told, in words. Pure. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { TextContext } from '../../lib/text-context.ts';

type View = Pick<CallOutput<'stay.view'>, 'told'>;

/** "told by message Sat 21 Nov, 10:00"; null when the guest was told nothing that is known here. */
export function toldText({ t, formats, nowMs }: TextContext, { told: [last] }: View): string | null {
  if (last === undefined) return null;
  const time = formats.instant(Date.parse(last.at), nowMs);
  return last.state === 'unclear' ? t('stay.told-unclear', { time }) : t(`stay.told-${last.way}`, { time });
}

/** What goes next, or why nothing does; null where nothing is planned. */
export function tellingText({ t, formats, nowMs, snapshot }: TextContext, { stay }: StayStatus): string | null {
  const lines = snapshot.tellings.filter(({ bookingId, way }) => bookingId === stay.booking.id && way === 'message');
  const next = lines.find(({ state }) => state === 'scheduled' || state === 'due');
  if (next !== undefined)
    return next.atMs === null ? t('stay.telling-soon') : t('stay.telling-at', { time: formats.instant(next.atMs, nowMs) });
  const sent = lines.find(({ state }) => state === 'sent' || state === 'confirmed');
  if (sent?.atMs !== undefined && sent.atMs !== null) return t('stay.told-message', { time: formats.instant(sent.atMs, nowMs) });
  return lines.some(({ state }) => state === 'waiting') ? t('stay.telling-waits') : null;
}
