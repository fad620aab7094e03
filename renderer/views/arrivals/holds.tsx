/** Operations that wait for the user's word: each as a card, together by why they wait. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { useApp } from '../../lib/app.ts';
import { doorName } from '../../lib/names.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/states.tsx';
import { VIEW_TITLE_ID } from '../../ui/view.tsx';
import { HoldCard, holdCardId, holdTitle } from './hold-card.tsx';
import { groupHolds, nextHold } from './holds-model.ts';
import type { HoldGroup } from './holds-model.ts';
import type { Sync } from './use-sync.ts';

export const HOLDS_TITLE_ID = 'holds-title';
const SHOWN_AT_FIRST = 3;

/** `showKey`: a card to bring into sight even where the group is folded. */
export function Holds({ sync, showKey }: { readonly sync: Sync; readonly showKey: string | null }) {
  const app = useApp();
  const { snapshot, t, announce } = app;
  const { holds } = snapshot;
  const apply = useCall('holds.apply');
  const dismiss = useCall('holds.dismiss');
  const [asked, setAsked] = useAsked();
  const [toConfirm, setToConfirm] = useState<readonly OperationReport[] | null>(null);
  const isGone = apply.error?.detail === 'gone';
  const keys = holds.map((hold) => hold.key);

  const carryOut = async (wanted: readonly OperationReport[]): Promise<void> => {
    const wantedKeys = wanted.map((hold) => hold.key);
    sync.expect();
    const isDone = await apply.done({ keys: wantedKeys });
    setToConfirm(null);
    if (!isDone) {
      sync.forget();
      focusHold(null);
      return;
    }
    const done = new Set([...asked, ...wantedKeys]);
    setAsked(done);
    announce(t('arrivals.hold-applying', { count: wantedKeys.length }));
    focusHold(nextHold(keys, done, wantedKeys.at(-1) ?? ''));
  };
  const letBe = async ({ key }: OperationReport): Promise<void> => {
    const next = nextHold(keys, new Set([...asked, key]), key);
    const answer = await dismiss.run({ key });
    if (answer === null) return;
    announce(t(answer.wasWaiting ? 'arrivals.hold-dismissed' : 'arrivals.hold-was-gone'));
    focusHold(next);
  };
  const ask = (wanted: readonly OperationReport[]): void => {
    if (wanted.length > 1 || wanted[0]?.hold === 'someone-may-be-inside') setToConfirm(wanted);
    else void carryOut(wanted);
  };

  if (holds.length === 0 && apply.error === null && dismiss.error === null) return null;
  const busyWith = apply.isBusy || dismiss.isBusy;
  return (
    <section class="holds" aria-labelledby={HOLDS_TITLE_ID} data-focus-home={HOLDS_TITLE_ID}>
      <h2 id={HOLDS_TITLE_ID} tabIndex={-1}>
        {t('arrivals.holds')}
      </h2>
      {apply.error !== null && (
        <Failure
          title={t('arrivals.hold-failed')}
          error={apply.error}
          actions={isGone && <Button onClick={() => closeFailure(() => apply.clear())}>{t('common.close')}</Button>}
          text={t('arrivals.hold-failed-text')}
        />
      )}
      <Failure title={t('arrivals.hold-dismiss-failed')} error={dismiss.error} text={t('arrivals.hold-dismiss-failed-text')} />
      {groupHolds(holds).map((group) => (
        <Group
          key={group.reason ?? 'other'}
          group={group}
          asked={asked}
          isBusy={busyWith}
          showKey={showKey}
          onApply={ask}
          onDismiss={(hold) => void letBe(hold)}
        />
      ))}
      {toConfirm !== null && (
        <Confirm wanted={toConfirm} isBusy={apply.isBusy} onConfirm={() => void carryOut(toConfirm)} onCancel={() => setToConfirm(null)} />
      )}
    </section>
  );
}

interface GroupProps {
  readonly group: HoldGroup;
  readonly asked: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly showKey: string | null;
  readonly onApply: (holds: readonly OperationReport[]) => void;
  readonly onDismiss: (hold: OperationReport) => void;
}
function Group({ group, asked, isBusy, showKey, onApply, onDismiss }: GroupProps) {
  const { t } = useApp();
  const [isWhole, setWhole] = useState(false);
  const { reason, holds } = group;
  const isAskedFor = holds.slice(SHOWN_AT_FIRST).some((hold) => hold.key === showKey);
  const shown = isWhole || isAskedFor ? holds : holds.slice(0, SHOWN_AT_FIRST);
  const open = holds.filter((hold) => !asked.has(hold.key));
  const listId = `holds-${reason ?? 'other'}`;
  return (
    <div class="hold-group">
      <div class="hold-group-head">
        <p>
          {t(`arrivals.hold-${reason ?? 'other'}`)} <span class="quiet-text">{t('arrivals.hold-dismiss-hint')}</span>
        </p>
        {open.length > 1 && (
          <Button isBusy={isBusy} onClick={() => onApply(open)}>
            {t('arrivals.hold-apply-all', { count: open.length })}
          </Button>
        )}
      </div>
      <div class="hold-cards" id={listId}>
        {shown.map((hold) => (
          <HoldCard
            key={hold.key}
            hold={hold}
            isAsked={asked.has(hold.key)}
            isBusy={isBusy}
            onApply={() => onApply([hold])}
            onDismiss={() => onDismiss(hold)}
          />
        ))}
      </div>
      {holds.length > SHOWN_AT_FIRST && (
        <div class="row">
          <Button kind="quiet" isExpanded={shown.length > SHOWN_AT_FIRST} controls={listId} onClick={() => setWhole(!isWhole)}>
            {shown.length > SHOWN_AT_FIRST ? t('arrivals.show-fewer') : t('arrivals.show-all', { count: holds.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

interface ConfirmProps {
  readonly wanted: readonly OperationReport[];
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}
function Confirm({ wanted, isBusy, onConfirm, onCancel }: ConfirmProps) {
  const app = useApp();
  const { snapshot, t, formats } = app;
  const count = wanted.length;
  const [first] = wanted;
  if (first === undefined) return null;
  const mayBeInside = wanted.some((hold) => hold.hold === 'someone-may-be-inside');
  const doors = [...new Set(wanted.map((hold) => doorName(snapshot, t, hold)))];
  return (
    <ConfirmDialog
      title={mayBeInside ? t('arrivals.hold-sure') : t('arrivals.hold-sure-all', { count })}
      confirm={t('arrivals.hold-remove', { count })}
      kind="danger"
      isBusy={isBusy}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{count === 1 ? holdTitle(app, first) : formats.list(doors)}</p>
      <p>{mayBeInside ? t('arrivals.hold-sure-text') : t('arrivals.hold-sure-all-text')}</p>
    </ConfirmDialog>
  );
}

/** What the user said yes to, until the run that does it is over: whatever waits then still waits. */
function useAsked(): [ReadonlySet<string>, (asked: ReadonlySet<string>) => void] {
  const { snapshot } = useApp();
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const lastRunId = snapshot.lastRun?.run.id ?? null;
  const wasSyncing = useRef(false);
  const isSyncing = snapshot.activity === 'syncing';
  useEffect(() => {
    if (wasSyncing.current && !isSyncing) setAsked(new Set());
    wasSyncing.current = isSyncing;
  }, [isSyncing, lastRunId]);
  return [asked, setAsked];
}

/** After the dialog has given back what it took: the next card, else the heading. */
function focusHold(key: string | null): void {
  requestAnimationFrame(() => {
    const card = key === null ? null : document.getElementById(holdCardId(key));
    (card ?? document.getElementById(HOLDS_TITLE_ID) ?? document.getElementById(VIEW_TITLE_ID))?.focus();
  });
}

function closeFailure(clear: () => void): void {
  clear();
  focusHold(null);
}
