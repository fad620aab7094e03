/** What The Keys said when it refused a write, folded in: the exact words help support, and most users do not need them. */
import { useApp } from '../lib/app.ts';

export function Said({ said }: { readonly said: string | undefined }) {
  const { t } = useApp();
  if (said === undefined) return null;
  return (
    <details>
      <summary>{t('common.details')}</summary>
      <p class="raw">{t('common.said', { said })}</p>
    </details>
  );
}
