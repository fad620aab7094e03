/** What the app shows of a state at one moment: judged once, for the window, the tray and the notifications alike. */
import { attentionItems, mattersOf } from '../attention/index.ts';
import type { Matter } from '../attention/matter.ts';
import { snapshotOf } from '../status/app-snapshot.ts';
import type { SnapshotContext, SnapshotFields } from '../status/app-snapshot.ts';
import type { AppState } from '../status/app-state.ts';
import { factsAt } from '../status/facts.ts';
import type { Facts } from '../status/facts.ts';

export interface View {
  readonly snapshot: SnapshotFields;
  readonly matters: readonly Matter[];
}
export type ViewContext = Pick<Facts, 'localization' | 'system'> & SnapshotContext;

/** The time counts: pauses end, arrivals come near and stays pass without any event. */
export function viewAt(state: AppState, nowMs: number, context: ViewContext): View {
  const facts = factsAt(state, nowMs, context);
  const matters = mattersOf(facts);
  return { snapshot: snapshotOf(facts, attentionItems(matters), context), matters };
}
