/** Why an approved removal, or a code that was to be kept, came to nothing. */
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw } from '../../lib/focus.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { VIEW_TITLE_ID } from '../../ui/view.tsx';
import type { Removals } from './use-removals.ts';

export function RemovalFailures({ removals }: { readonly removals: Removals }) {
  const { t } = useApp();
  return (
    <>
      <Failure
        title={t('today.remove-failed')}
        text={t('today.remove-failed-text')}
        error={removals.removeError}
        actions={
          removals.removeError?.detail === 'gone' && (
            <Button
              onClick={() => {
                removals.clear();
                focusAfterDraw(VIEW_TITLE_ID);
              }}
            >
              {t('common.close')}
            </Button>
          )
        }
      />
      <Failure title={t('today.keep-failed')} text={t('today.keep-failed-text')} error={removals.keepError} />
    </>
  );
}
