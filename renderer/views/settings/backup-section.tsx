/** Saves a backup, and restores one after showing what it would change. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { PlanPreview } from '../preview/plan-preview.tsx';
import { FileImport } from './file-import.tsx';
import type { ReadFileProps } from './file-import.tsx';
import { Section } from './section.tsx';

export function BackupSection() {
  const { t, announce } = useApp();
  const save = useCall('backup.save');
  const onSave = async (): Promise<void> => {
    const answer = await save.run(null);
    if (answer === null) return;
    announce(answer.savedAs === null ? t('settings.backup-not-saved') : t('settings.backup-saved', { file: answer.savedAs }));
  };
  return (
    <Section id="backup">
      <div class="setting-action">
        <p class="hint">{t('settings.backup-text')}</p>
        <Button icon="download" isBusy={save.isBusy} onClick={() => void onSave()}>
          {t('settings.backup-save')}
        </Button>
        <Failure title={t('settings.backup-failed')} text={t('settings.backup-failed-text')} error={save.error} />
      </div>
      <div class="setting">
        <FileImport
          label={t('settings.restore')}
          resultLabel={t('settings.restore')}
          dropLabel={t('settings.restore-drop')}
          accept=".json"
          readFailed={t('settings.restore-read-failed')}
          untouched={t('settings.restore-untouched')}
          applied={t('settings.restored')}
          read={(bridge, text) => bridge.call('backup.read', { text })}
          result={BackupPreview}
        >
          <h3>{t('settings.restore')}</h3>
        </FileImport>
      </div>
    </Section>
  );
}

/** What a backup contains and would change, or why it cannot be used. */
function BackupPreview({ reading, isBusy, error, onApply, onCancel }: ReadFileProps<CallOutput<'backup.read'>>) {
  const { t, formats, snapshot } = useApp();
  if (reading.kind === 'unreadable') {
    const { because } = reading;
    return (
      <Failure
        title={t(`settings.restore-${because}`)}
        text={t(because === 'newer' ? 'settings.restore-newer-text' : 'settings.restore-untouched')}
        error={{ kind: 'bad-request', detail: because, message: '' }}
      />
    );
  }
  const { createdAtMs, version, units, doors, stays, people, unreadablePins, differs } = reading;
  const decisions = [
    ...(stays === 0 ? [] : [t('settings.restore-stays', { count: stays })]),
    ...(people === 0 ? [] : [t('settings.restore-people', { count: people })]),
  ];
  return (
    <>
      <p>
        <strong>{t('settings.restore-of', { date: formats.fullInstant(createdAtMs), version })}</strong>
      </p>
      <p>{formats.list([t('settings.restore-units', { count: units }), t('settings.restore-doors', { count: doors }), ...decisions])}</p>
      {unreadablePins > 0 && <p>{t('settings.restore-unreadable-pins', { count: unreadablePins })}</p>}
      {!differs && <p>{t('settings.restore-same')}</p>}
      {differs && <p>{t(snapshot.firstStepsDone ? 'settings.restore-means' : 'settings.restore-means-first')}</p>}
      {differs && snapshot.firstStepsDone && <PlanPreview of={{ of: 'candidate' }} />}
      <Failure title={t('settings.restore-failed')} text={t('settings.restore-untouched')} error={error} />
      <div class="row">
        {differs && (
          <Button kind="primary" isBusy={isBusy} onClick={() => onApply({ withCredentials: false, apiSecret: null })}>
            {t('settings.restore-apply')}
          </Button>
        )}
        <Button isDisabled={isBusy} onClick={onCancel}>
          {t(differs ? 'common.cancel' : 'common.close')}
        </Button>
      </div>
    </>
  );
}
