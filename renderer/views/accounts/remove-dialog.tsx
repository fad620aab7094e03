/** The question before credentials are forgotten: what it means for guests. */
import type { CloudName } from '../../../shared/errors.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import { useApp } from '../../lib/app.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';

export interface RemoveDialogProps {
  readonly cloud: CloudName;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}
export function RemoveDialog({ cloud, ...rest }: RemoveDialogProps) {
  const { t } = useApp();
  const title = CLOUD_TITLES[cloud];
  return (
    <ConfirmDialog title={t('accounts.remove-title', { cloud: title })} confirm={t('accounts.remove')} kind="danger" {...rest}>
      <p>{t('accounts.remove-text', { cloud: title })}</p>
      <p>{t('accounts.remove-stays')}</p>
    </ConfirmDialog>
  );
}
