/** What the side panel shows beside the page: one stay, or one person. Every page can open it. */
import type { BookingId, PersonId } from '../../shared/domain/ids.ts';

interface StayTarget {
  readonly kind: 'stay';
  readonly bookingId: BookingId;
}
interface PersonTarget {
  readonly kind: 'person';
  /** null: somebody new. */
  readonly personId: PersonId | null;
}
export type PanelTarget = StayTarget | PersonTarget;
export type PanelKind = PanelTarget['kind'];
