/** What the side panel shows beside the page: one stay, one person, or one code without either. Every page can open it. */
import type { BookingId, CodeId, LockId, PersonId } from '../../shared/domain/ids.ts';

interface StayTarget {
  readonly kind: 'stay';
  readonly bookingId: BookingId;
}
interface PersonTarget {
  readonly kind: 'person';
  /** null: somebody new. */
  readonly personId: PersonId | null;
}
interface CodeTarget {
  readonly kind: 'code';
  readonly lockId: LockId;
  readonly codeId: CodeId;
  /** The user removed or linked it: what the page shows of the doors has changed. */
  readonly onChanged?: () => void;
}
export type PanelTarget = StayTarget | PersonTarget | CodeTarget;
export type PanelKind = PanelTarget['kind'];
