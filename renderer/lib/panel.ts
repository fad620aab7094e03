/** What the side panel shows beside the page: one stay. Every page can open it. */
import type { BookingId } from '../../shared/domain/ids.ts';

interface StayTarget {
  readonly kind: 'stay';
  readonly bookingId: BookingId;
}
export type PanelTarget = StayTarget;
export type PanelKind = PanelTarget['kind'];
