/** Dropping or choosing a file, and what is wrong when it cannot be read: the same for imports and backups. */
import { useApp } from '../../lib/app.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import type { Candidate } from './use-candidate.ts';

export interface FileStepProps {
  readonly candidate: Pick<Candidate<unknown>, 'read' | 'state'>;
  readonly label: string;
  readonly accept: string;
}
export function FileStep({ candidate, label, accept }: FileStepProps) {
  const { t } = useApp();
  const isReading = candidate.state.kind === 'reading';
  return (
    <>
      <FileDrop label={label} choose={t('import.choose')} accept={accept} isBusy={isReading} onFile={candidate.read} />
      {isReading && <Loading label={t('import.reading')} rows={2} />}
    </>
  );
}

export function FileTrouble({ because }: { readonly because: 'too-large' | 'unreadable' }) {
  const { t } = useApp();
  return (
    <Failure
      title={t(because === 'too-large' ? 'settings.file-too-large' : 'settings.file-failed')}
      error={{ kind: 'bad-request', detail: because, message: '' }}
      text={t('import.untouched')}
    />
  );
}
