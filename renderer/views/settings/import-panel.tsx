/** Takes over the older Python tool's configuration file: read, shown, applied. In the settings and in the first steps. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Failure } from '../../ui/states.tsx';
import { FileStep, FileTrouble } from './file-step.tsx';
import { ImportMistakes, ImportPreview } from './import-preview.tsx';
import { useCandidate } from './use-candidate.ts';

export interface ImportPanelProps {
  readonly onDone?: () => void;
}
export function ImportPanel({ onDone }: ImportPanelProps) {
  const { t, announce } = useApp();
  const candidate = useCandidate((bridge, text) => bridge.call('import.read', { text }));
  const { state } = candidate;
  const panel = useRef<HTMLDivElement>(null);
  const result = useRef<HTMLDivElement>(null);
  // What was found is where the user goes on.
  useEffect(() => {
    if (state.kind === 'read') result.current?.focus();
  }, [state]);
  const close = (): void => panel.current?.focus();
  return (
    <div class="takeover" ref={panel} tabIndex={-1} role="group" aria-label={t('settings.import')}>
      <p>{t('import.text')}</p>
      <FileStep candidate={candidate} label={t('import.drop')} accept=".yml,.yaml,.txt" />
      {state.kind === 'file-trouble' && <FileTrouble because={state.because} />}
      {state.kind === 'error' && <Failure title={t('import.read-failed')} error={state.error} text={t('import.untouched')} />}
      {state.kind === 'read' && (
        <div ref={result} tabIndex={-1} class="takeover-result" role="group" aria-label={t('import.found')}>
          {state.reading.kind === 'unreadable' ? (
            <ImportMistakes mistakes={state.reading.mistakes} />
          ) : (
            <ImportPreview
              key={state.turn}
              reading={state.reading}
              isBusy={candidate.isApplying}
              error={candidate.error}
              onApply={(choice) =>
                void candidate.apply(choice).then((isDone) => {
                  if (!isDone) return;
                  announce(t('import.done'));
                  close();
                  onDone?.();
                })
              }
              onCancel={() => {
                candidate.drop();
                close();
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}
