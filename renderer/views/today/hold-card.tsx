/** One operation that waits for the user: its door, its guest, its cause, and what applying it means. */
import { isAboutGuestInside } from '../../../shared/reconcile/removals/hold-cause.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { useApp } from '../../lib/app.ts';
import { doorName, guestOf, unitName } from '../../lib/names.ts';
import { operationReason, operationTitle, personText } from '../../lib/operation-text.ts';
import type { TextContext } from '../../lib/text-context.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/view.tsx';

export interface HoldCardProps {
  readonly hold: OperationReport;
  /** The user has approved it, and a sync is about to do it. */
  readonly isApproved: boolean;
  readonly isBusy: boolean;
  readonly onApply: () => void;
  readonly onDismiss: () => void;
}

export function holdCardId(key: string): string {
  return `hold-${key}`;
}

export function HoldCard({ hold, isApproved, isBusy, onApply, onDismiss }: HoldCardProps) {
  const app = useApp();
  const { snapshot, t } = app;
  const title = holdTitle(app, hold);
  return (
    <Card
      id={holdCardId(hold.key)}
      level={3}
      tone="warning"
      title={title}
      actions={
        isApproved ? (
          <Badge tone="waiting" text={t('arrivals.hold-in-hand')} />
        ) : (
          <>
            <Button isBusy={isBusy} name={t('arrivals.hold-apply-name', { title })} onClick={onApply}>
              {t('arrivals.hold-apply')}
            </Button>
            <Button kind="quiet" isBusy={isBusy} name={t('arrivals.hold-dismiss-name', { title })} onClick={onDismiss}>
              {t('arrivals.hold-dismiss')}
            </Button>
          </>
        )
      }
    >
      <p class="quiet-text">{bookingText(app, hold)}</p>
      {/* The reason for the hold stands above its group. */}
      <p>{operationReason(app, { ...hold, hold: null })}</p>
      <p>{t(effectKey(hold), { door: doorName(snapshot, t, hold) })}</p>
    </Card>
  );
}

export function holdTitle(app: TextContext, hold: OperationReport): string {
  const { snapshot, t } = app;
  if (hold.kind !== 'delete') return operationTitle(app, hold);
  const { bookingId } = hold;
  const other = bookingId === null ? personText(app, hold) : t('arrivals.hold-booking', { booking: String(bookingId) });
  const guest = guestOf(snapshot, hold) ?? other;
  return t('arrivals.hold-title', { guest, door: doorName(snapshot, t, hold) });
}

function bookingText(app: TextContext, hold: OperationReport): string {
  const { snapshot, t } = app;
  const { bookingId, unitId } = hold;
  if (bookingId === null) return personText(app, hold);
  const booking = String(bookingId);
  return unitId === null
    ? t('arrivals.hold-about', { booking })
    : t('arrivals.hold-about-unit', { booking, unit: unitName(snapshot, t, unitId) });
}

function effectKey(operation: OperationReport) {
  const { kind, evidence } = operation;
  if (isAboutGuestInside(operation)) return 'arrivals.hold-effect';
  if (kind !== 'delete') return 'arrivals.hold-effect-other';
  return evidence === 'duplicate' ? 'arrivals.hold-effect-duplicate' : 'arrivals.hold-effect';
}
