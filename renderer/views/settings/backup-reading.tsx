/** What a backup holds and would change, or why it cannot be used. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { PlanPreview } from '../preview/plan-preview.tsx';

export interface BackupReadingProps {
  readonly reading: CallOutput<'backup.read'>;
  readonly isBusy: boolean;
  readonly error: IpcError | null;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}
export function BackupReading({ reading, isBusy, error, onApply, onCancel }: BackupReadingProps) {
  const { t, formats, snapshot } = useApp();
  if (reading.kind === 'unreadable') {
    const { because } = reading;
    return (
      <Failure
        title={t(`settings.restore-${because}`)}
        error={{ kind: 'bad-request', detail: because, message: '' }}
        text={t(because === 'newer' ? 'settings.restore-newer-text' : 'settings.restore-untouched')}
      />
    );
  }
  const { createdAtMs, version, units, doors, differs } = reading;
  return (
    <>
      <p>
        <strong>{t('settings.restore-of', { date: formats.fullInstant(createdAtMs), version })}</strong>
      </p>
      <p>{formats.list([t('settings.restore-units', { count: units }), t('settings.restore-doors', { count: doors })])}</p>
      {!differs && <p>{t('settings.restore-same')}</p>}
      {differs && <p>{t(snapshot.firstStepsDone ? 'settings.restore-means' : 'settings.restore-means-first')}</p>}
      {differs && snapshot.firstStepsDone && <PlanPreview of={{ of: 'candidate' }} />}
      <Failure title={t('settings.restore-failed')} error={error} text={t('settings.restore-untouched')} />
      <div class="row">
        {differs && (
          <Button kind="primary" isBusy={isBusy} onClick={onApply}>
            {t('settings.apply')}
          </Button>
        )}
        <Button isDisabled={isBusy} onClick={onCancel}>
          {t(differs ? 'common.cancel' : 'common.close')}
        </Button>
      </div>
    </>
  );
}
