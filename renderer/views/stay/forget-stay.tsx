/** Forgets a guest whose stay is over. */
import type { BookingId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';

export function ForgetStay({ bookingId }: { readonly bookingId: BookingId }) {
  const { t, announce, confirm, closePanel } = useApp();
  const forget = useCall('stay.forget');
  const onForget = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('stay.forget-title', { booking: String(bookingId) }),
      texts: [t('stay.forget-text')],
      confirm: t('stay.forget-button'),
      kind: 'danger',
    });
    if (!isSure || !(await forget.done({ bookingId }))) return;
    announce(t('stay.forgotten'));
    closePanel();
  };
  return (
    <div class="panel-part stack">
      <div class="row">
        <Button isBusy={forget.isBusy} onClick={() => void onForget()}>
          {t('stay.forget')}
        </Button>
      </div>
      <Failure title={t('stay.not-forgotten')} error={forget.error} />
    </div>
  );
}
