/** Copies a run's report for support, and shows exactly what was copied. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { Card } from '../../ui/view.tsx';

export function CopyReport({ id }: { readonly id: string }) {
  const { t, announce } = useApp();
  const copying = useCall('history.copy-report');
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    const answer = await copying.run({ id });
    if (answer === null) return;
    setCopied(answer.text);
    announce(t('history.copied'));
  };
  return (
    <Card title={t('history.support')}>
      <p>{t('history.support-text')}</p>
      <div class="row">
        <Button icon="copy" isBusy={copying.isBusy} onClick={() => void copy()}>
          {t('history.copy')}
        </Button>
      </div>
      <Failure title={t('history.copy-failed')} error={copying.error} onRetry={() => void copy()} isBusy={copying.isBusy} />
      {copied !== null && (
        <details open>
          <summary>{t('history.copied-text')}</summary>
          <pre class="raw report" tabIndex={0} role="region" aria-label={t('history.copied-text')}>
            {copied}
          </pre>
        </details>
      )}
    </Card>
  );
}
