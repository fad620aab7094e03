/** Operations that need the user's approval: each as a card, grouped by why they wait. */
import { useEffect, useState } from 'preact/hooks';
import { isAboutGuestInside } from '../../../shared/reconcile/removals/hold-cause.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw } from '../../lib/focus.ts';
import { doorName } from '../../lib/names.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/states.tsx';
import { VIEW_TITLE_ID } from '../../ui/view.tsx';
import { HoldCard, holdCardId, holdTitle } from './hold-card.tsx';
import { groupHolds, nextHold } from './holds-model.ts';
import type { HoldGroup } from './holds-model.ts';
import { ShowAll, SHOWN_AT_FIRST } from './show-all.tsx';
import type { Sync } from '../shell/use-sync.ts';

export const HOLDS_TITLE_ID = 'holds-title';

/** `showKey`: a card that must be visible even in a group that is cut short. */
export function Holds({ sync, showKey }: { readonly sync: Sync; readonly showKey: string | null }) {
  const { snapshot, t, announce } = useApp();
  const { holds } = snapshot;
  const apply = useCall('holds.apply');
  const dismiss = useCall('holds.dismiss');
  const [approved, setApproved] = useApproved();
  const [toConfirm, setToConfirm] = useState<readonly OperationReport[] | null>(null);
  const keys = holds.map((hold) => hold.key);

  const applyAll = async (chosen: readonly OperationReport[]): Promise<void> => {
    const chosenKeys = chosen.map((hold) => hold.key);
    sync.expectResult();
    const isDone = await apply.done({ keys: chosenKeys });
    setToConfirm(null);
    if (!isDone) {
      sync.expectNothing();
      focusHold(null);
      return;
    }
    const decided = approved.union(new Set(chosenKeys));
    setApproved(decided);
    announce(t('arrivals.hold-applying', { count: chosenKeys.length }));
    focusHold(nextHold(keys, decided, chosenKeys.at(-1) ?? ''));
  };
  const onDismiss = async ({ key }: OperationReport): Promise<void> => {
    const next = nextHold(keys, approved.union(new Set([key])), key);
    const answer = await dismiss.run({ key });
    if (answer === null) return;
    announce(t(answer.wasWaiting ? 'arrivals.hold-dismissed' : 'arrivals.hold-was-gone'));
    focusHold(next);
  };
  const onApply = (chosen: readonly OperationReport[]): void => {
    if (chosen.length > 1 || chosen.some(isAboutGuestInside)) setToConfirm(chosen);
    else void applyAll(chosen);
  };

  if (holds.length === 0 && apply.error === null && dismiss.error === null) return null;
  return (
    <section class="stack" aria-labelledby={HOLDS_TITLE_ID} data-focus-fallback={HOLDS_TITLE_ID}>
      <h2 id={HOLDS_TITLE_ID} tabIndex={-1}>
        {t('arrivals.holds')}
      </h2>
      <Failure
        title={t('arrivals.hold-failed')}
        text={t('arrivals.hold-failed-text')}
        error={apply.error}
        actions={
          apply.error?.detail === 'gone' && (
            <Button
              onClick={() => {
                apply.clear();
                focusHold(null);
              }}
            >
              {t('common.close')}
            </Button>
          )
        }
      />
      <Failure title={t('arrivals.hold-dismiss-failed')} text={t('arrivals.hold-dismiss-failed-text')} error={dismiss.error} />
      {groupHolds(holds).map((group) => (
        <Group
          key={group.key}
          group={group}
          approved={approved}
          isBusy={apply.isBusy || dismiss.isBusy}
          showKey={showKey}
          onApply={onApply}
          onDismiss={(hold) => void onDismiss(hold)}
        />
      ))}
      {toConfirm !== null && (
        <Confirm chosen={toConfirm} isBusy={apply.isBusy} onConfirm={() => void applyAll(toConfirm)} onCancel={() => setToConfirm(null)} />
      )}
    </section>
  );
}

interface GroupProps {
  readonly group: HoldGroup;
  readonly approved: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly showKey: string | null;
  readonly onApply: (holds: readonly OperationReport[]) => void;
  readonly onDismiss: (hold: OperationReport) => void;
}
function Group({ group, approved, isBusy, showKey, onApply, onDismiss }: GroupProps) {
  const { t } = useApp();
  const [isExpanded, setExpanded] = useState(false);
  const { key, reason, holds } = group;
  const mustShowAll = holds.slice(SHOWN_AT_FIRST).some((hold) => hold.key === showKey);
  const shown = isExpanded || mustShowAll ? holds : holds.slice(0, SHOWN_AT_FIRST);
  const undecided = holds.filter((hold) => !approved.has(hold.key));
  const listId = `holds-${key}`;
  return (
    <div class="stack">
      <div class="hold-group-head row between">
        <p>
          {t(`arrivals.hold-${reason ?? 'other'}`)} <span class="quiet-text">{t('arrivals.hold-dismiss-hint')}</span>
        </p>
        {undecided.length > 1 && (
          <Button isBusy={isBusy} onClick={() => onApply(undecided)}>
            {t('arrivals.hold-apply-all', { count: undecided.length })}
          </Button>
        )}
      </div>
      <div class="hold-cards" id={listId}>
        {shown.map((hold) => (
          <HoldCard
            key={hold.key}
            hold={hold}
            isApproved={approved.has(hold.key)}
            isBusy={isBusy}
            onApply={() => onApply([hold])}
            onDismiss={() => onDismiss(hold)}
          />
        ))}
      </div>
      <ShowAll count={holds.length} isExpanded={shown.length > SHOWN_AT_FIRST} listId={listId} onToggle={() => setExpanded(!isExpanded)} />
    </div>
  );
}

interface ConfirmProps {
  readonly chosen: readonly OperationReport[];
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}
function Confirm({ chosen, isBusy, onConfirm, onCancel }: ConfirmProps) {
  const app = useApp();
  const { snapshot, t, formats } = app;
  const count = chosen.length;
  const mayBeInside = chosen.some(isAboutGuestInside);
  const doors = new Set(chosen.map((hold) => doorName(snapshot, t, hold)));
  return (
    <ConfirmDialog
      title={mayBeInside ? t('arrivals.hold-sure') : t('arrivals.hold-sure-all', { count })}
      confirm={t('arrivals.hold-remove', { count })}
      kind="danger"
      isBusy={isBusy}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{chosen[0] !== undefined && count === 1 ? holdTitle(app, chosen[0]) : formats.list([...doors])}</p>
      <p>{mayBeInside ? t('arrivals.hold-sure-text') : t('arrivals.hold-sure-all-text')}</p>
    </ConfirmDialog>
  );
}

/** The operations that the user approved, until the sync that does them is over: those that are still held then need approval again. */
function useApproved(): [ReadonlySet<string>, (approved: ReadonlySet<string>) => void] {
  const { snapshot } = useApp();
  const [approved, setApproved] = useState<ReadonlySet<string>>(new Set());
  const isSyncing = snapshot.activity === 'syncing';
  // The cleanup of the effect runs when the sync ends.
  useEffect(() => (isSyncing ? () => setApproved(new Set()) : undefined), [isSyncing]);
  return [approved, setApproved];
}

/** The card, else the heading of this part, else that of the view. */
function focusHold(key: string | null): void {
  focusAfterDraw(...(key === null ? [] : [holdCardId(key)]), HOLDS_TITLE_ID, VIEW_TITLE_ID);
}
