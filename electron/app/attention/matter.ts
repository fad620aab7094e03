/** A matter is one thing that may need the user: its list item, its tray label and its notification, judged from one condition. */
import type { AttentionItem } from '../../../shared/domain/app-state.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { ProblemKind, ShownProblem } from '../../../shared/domain/problem.ts';
import type { Facts } from '../status/facts.ts';
import type { MatterCategory } from './notice-types.ts';

export interface Matter extends Pick<AttentionItem, 'key' | 'kind' | 'target'> {
  /** null: there is nothing to do, or not yet. */
  readonly item: MatterItem | null;
  /** null: no notification, not even that it is resolved. */
  readonly notice: MatterNotice | null;
}

type Subject = 'cloud' | 'bookingId' | 'unitId' | 'lockId' | 'question' | 'holds' | 'bookings';
export interface MatterItem extends Pick<AttentionItem, 'severity'>, Partial<Pick<AttentionItem, Subject>> {
  /** Without it, the first sentence of the message is the title. */
  readonly title?: string;
  readonly message: string;
  /** Short, since a menu is as wide as its longest entry. No guest names, no booking numbers. */
  readonly trayLabel: string;
}

/**
 * `due`: the user should know. `ongoing`: not resolved, but no reason to notify now.
 * `resolved`: a user who was notified before is notified of this too.
 */
export type MatterNotice =
  | ({ readonly category: MatterCategory } & (
      | DueNotice
      | { readonly status: 'ongoing' }
      | { readonly status: 'resolved'; readonly message: string }
    ))
  /** Good news without bad news before. Left out where it is told at the same time that something about a guest is solved. */
  | ({ readonly category: 'recovered' } & DueNotice);

export interface DueNotice {
  readonly status: 'due';
  /** What there is to know about it. The user is notified when a facet is added, and not when one goes. */
  readonly facets: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly isUrgent: boolean;
  readonly breaksQuietHours?: boolean;
  /** Set for arrivals: several share one notification. */
  readonly arrivals?: readonly { readonly bookingId: BookingId; readonly unitName: string }[];
}

export interface MatterProvider {
  /** Problems this matter stands for: they are not listed a second time. */
  readonly problemKinds?: readonly ProblemKind[];
  /** `unclaimed`: the known problems that no matter of the list stands for. */
  find(facts: Facts, unclaimed: readonly ShownProblem[]): readonly Matter[];
}
