/** What the side panel shows beside the page: a stay, a door, a person, a code without either, a message, the texts for guests, or a sync. Every page can open it. */
import type { BookingId, CodeId, LockId, PersonId } from '../../shared/domain/ids.ts';
import type { Schedule } from '../../shared/domain/wishes.ts';
import type { Telling } from '../../shared/domain/told.ts';

export interface StayTarget {
  readonly kind: 'stay';
  readonly bookingId: BookingId;
  /** Opens the form for the end of the stay, filled with an hour more. */
  readonly extend?: true;
}
interface DoorTarget {
  readonly kind: 'door';
  readonly lockId: LockId;
}
interface PersonTarget {
  readonly kind: 'person';
  /** null: somebody new. */
  readonly personId: PersonId | null;
  /** What the form of somebody new begins with. `schedule` null: as usual. */
  readonly draft?: {
    readonly name: string;
    readonly lockIds: readonly LockId[];
    readonly schedule: Extract<Schedule, { readonly kind: 'once' }> | null;
  };
}
interface CodeTarget {
  readonly kind: 'code';
  readonly lockId: LockId;
  readonly codeId: CodeId;
  /** The user removed or linked it: what the page shows of the doors has changed. */
  readonly onChanged?: () => void;
}
/** What one guest is told in one way. */
interface MessageTarget {
  readonly kind: 'message';
  readonly bookingId: BookingId;
  readonly way: Telling['way'];
}
/** The texts for guests. */
interface TextsTarget {
  readonly kind: 'texts';
}
interface RunTarget {
  readonly kind: 'run';
  readonly runId: string;
}
export type PanelTarget = StayTarget | DoorTarget | PersonTarget | CodeTarget | MessageTarget | TextsTarget | RunTarget;
export type PanelKind = PanelTarget['kind'];
