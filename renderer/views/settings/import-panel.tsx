/** Imports the configuration file of the older Python tool: in the settings and in the setup. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { IconText } from '../../ui/icon.tsx';
import { FileImport } from './file-import.tsx';
import type { ReadFileProps } from './file-import.tsx';
import { ImportPreview, Mistakes } from './import-preview.tsx';

export function ImportPanel({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useApp();
  return (
    <FileImport
      label={t('settings.import')}
      resultLabel={t('import.found')}
      dropLabel={t('import.drop')}
      accept=".yml,.yaml,.txt,.php,.toml"
      readFailed={t('import.read-failed')}
      untouched={t('import.untouched')}
      applied={t('import.done')}
      read={(bridge, text) => bridge.call('import.read', { text })}
      onApplied={onDone}
      result={ImportResult}
    >
      <p>{t('import.text')}</p>
    </FileImport>
  );
}

function ImportResult({ reading, ...props }: ReadFileProps<CallOutput<'import.read'>>) {
  const { t } = useApp();
  if (reading.kind === 'read') return <ImportPreview reading={reading} {...props} />;
  return (
    <div class="failure stack" role="alert">
      <IconText class="failure-title" icon="alert" text={t('import.mistakes')} />
      <p>{t('import.mistakes-text')}</p>
      <Mistakes mistakes={reading.mistakes} />
    </div>
  );
}
