/** Approves or keeps held removals: two calls, which stay apart, since only the first lets a sync take a code from a door. */
import { useEffect, useState } from 'preact/hooks';
import { isAboutGuestInside } from '../../../shared/reconcile/removals/hold-cause.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw } from '../../lib/focus.ts';
import { useCall } from '../../lib/use-call.ts';
import { VIEW_TITLE_ID } from '../../ui/view.tsx';
import { TODO_TITLE_ID } from './card.tsx';
import { useSync } from '../shell/use-sync.ts';

type Holds = readonly OperationReport[];

export interface Removals {
  readonly isBusy: boolean;
  readonly hasFailed: boolean;
  readonly removeError: IpcError | null;
  readonly keepError: IpcError | null;
  readonly clear: () => void;
  /** The user approved these, and a sync is about to carry them out. */
  readonly approved: ReadonlySet<string>;
  /** Asks first where someone may be inside, and for several guests. `title`: what the card asks. */
  readonly remove: (holds: Holds, title: string) => Promise<void>;
  readonly keep: (holds: Holds) => Promise<void>;
}

export function useRemovals(): Removals {
  const { snapshot, t, announce, confirm } = useApp();
  const sync = useSync();
  const apply = useCall('holds.apply');
  const dismiss = useCall('holds.dismiss');
  const [approved, setApproved] = useState<ReadonlySet<string>>(new Set());
  const isSyncing = snapshot.activity === 'syncing';
  // Those that are still held when the sync ends need approval again.
  useEffect(() => (isSyncing ? () => setApproved(new Set()) : undefined), [isSyncing]);

  const ask = (holds: Holds, title: string): Promise<boolean> | true => {
    const count = holds.length;
    const button = { confirm: t(holds.some(isRemoval) ? 'today.remove' : 'today.end', { count }), kind: 'danger' } as const;
    if (holds.some(isAboutGuestInside))
      return confirm({ ...button, title: t('today.sure-inside'), texts: [title, t('today.sure-inside-text')] });
    if (new Set(holds.map(({ bookingId, personId }) => bookingId ?? personId)).size < 2) return true;
    return confirm({ ...button, title: t('today.sure-many', { count }), texts: [t('today.sure-many-text')] });
  };
  const remove = async (holds: Holds, title: string): Promise<void> => {
    if (!(await ask(holds, title))) return;
    const keys = holds.map(({ key }) => key);
    sync.expectResult();
    if (!(await apply.done({ keys }))) {
      sync.expectNothing();
      focusAfterDraw(TODO_TITLE_ID, VIEW_TITLE_ID);
      return;
    }
    setApproved(approved.union(new Set(keys)));
    announce(t('today.removing', { count: keys.length }));
    focusAfterDraw(TODO_TITLE_ID, VIEW_TITLE_ID);
  };
  const keep = async (holds: Holds): Promise<void> => {
    let wasWaiting = true;
    for (const { key } of holds) {
      const answer = await dismiss.run({ key });
      if (answer === null) return;
      wasWaiting &&= answer.wasWaiting;
    }
    announce(t(wasWaiting ? 'today.kept' : 'today.removal-gone'));
    focusAfterDraw(TODO_TITLE_ID, VIEW_TITLE_ID);
  };
  return {
    isBusy: apply.isBusy || dismiss.isBusy,
    hasFailed: apply.error !== null || dismiss.error !== null,
    removeError: apply.error,
    keepError: dismiss.error,
    clear: () => apply.clear(),
    approved,
    remove,
    keep,
  };
}

export function isRemoval({ kind }: Pick<OperationReport, 'kind'>): boolean {
  return kind === 'delete';
}
