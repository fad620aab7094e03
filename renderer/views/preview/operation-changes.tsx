/** What an operation changes of a code: each field, from what to what. */
import type { operationChanges } from '../../lib/operation-text.ts';
import { useApp } from '../../lib/app.ts';
import { Icon } from '../../ui/icon.tsx';

export function OperationChanges({ changes }: { readonly changes: ReturnType<typeof operationChanges> }) {
  const { t } = useApp();
  if (changes.length === 0) return null;
  return (
    <dl class="preview-changes">
      {changes.map(({ key, field, from, to }) => (
        <div key={key}>
          <dt class="quiet-text">{field}</dt>
          <dd>
            {from !== null && (
              <>
                <span class="visually-hidden">{t('preview.from')} </span>
                <del>{from}</del>
                <Icon name="right" />
                <span class="visually-hidden"> {t('preview.to')} </span>
              </>
            )}
            <ins>{to}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
