/** Saving a backup, and restoring one after a look at what it would change. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { BackupReading } from './backup-reading.tsx';
import { FileStep, FileTrouble } from './file-step.tsx';
import { Section } from './section.tsx';
import { useCandidate } from './use-candidate.ts';

export function BackupSection() {
  const { t, announce } = useApp();
  const save = useCall('backup.save');
  const candidate = useCandidate((bridge, text) => bridge.call('backup.read', { text }));
  const { state } = candidate;
  const part = useRef<HTMLDivElement>(null);
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.kind === 'read') result.current?.focus();
  }, [state]);
  const close = (): void => part.current?.focus();
  return (
    <Section id="backup" text={t('settings.backup-text')}>
      <div class="row">
        <Button
          icon="download"
          isBusy={save.isBusy}
          onClick={() =>
            void save.run(null).then((answer) => {
              if (answer === null) return;
              announce(answer.savedAs === null ? t('settings.backup-not-saved') : t('settings.backup-saved', { file: answer.savedAs }));
            })
          }
        >
          {t('settings.backup-save')}
        </Button>
      </div>
      <Failure title={t('settings.backup-failed')} error={save.error} text={t('settings.backup-failed-text')} />
      <div class="takeover" ref={part} tabIndex={-1} role="group" aria-label={t('settings.restore')}>
        <h3>{t('settings.restore')}</h3>
        <FileStep candidate={candidate} label={t('settings.restore-drop')} accept=".json" />
        {state.kind === 'file-trouble' && <FileTrouble because={state.because} />}
        {state.kind === 'error' && (
          <Failure title={t('settings.restore-read-failed')} error={state.error} text={t('settings.restore-untouched')} />
        )}
        {state.kind === 'read' && (
          <div ref={result} tabIndex={-1} class="takeover-result" role="group" aria-label={t('settings.restore')}>
            <BackupReading
              key={state.turn}
              reading={state.reading}
              isBusy={candidate.isApplying}
              error={candidate.error}
              onApply={() =>
                void candidate.apply({ withCredentials: false, apiSecret: null }).then((isDone) => {
                  if (!isDone) return;
                  announce(t('settings.restored'));
                  close();
                })
              }
              onCancel={() => {
                candidate.drop();
                close();
              }}
            />
          </div>
        )}
      </div>
    </Section>
  );
}
