/** What could not be read from the two accounts, what that means, and the button that reads them again. */
import type { CloudName } from '../../../shared/errors.ts';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { Card } from '../../ui/view.tsx';
import type { Editor } from './use-doors-editor.ts';

/** Trying again does not help. */
const CREDENTIAL_KINDS: ReadonlySet<string> = new Set(['credentials-missing', 'credentials-rejected']);

export function AccountNotes({ editor }: { readonly editor: Editor }) {
  const { t, go } = useApp();
  const { discovery, isDiscovering, discover } = editor;
  const { found } = editor.work;
  return (
    <>
      <Failure
        title={t('doors.discover-broken')}
        text={t('doors.discover-broken-text')}
        error={discovery.kind === 'error' ? discovery.error : null}
        onRetry={discover}
        isBusy={isDiscovering}
      />
      {found?.failures.map(({ cloud, kind, message }) => (
        <Failure
          key={`${cloud ?? ''} ${kind}`}
          title={t(`doors.${subjectOf(cloud)}`)}
          text={t(`doors.${subjectOf(cloud)}-text`)}
          error={{ kind: 'refused', detail: kind, message }}
          onRetry={discover}
          isBusy={isDiscovering}
          actions={
            cloud !== null &&
            CREDENTIAL_KINDS.has(kind) && (
              <Button icon="key" onClick={() => go({ view: 'accounts', cloud })}>
                {t('doors.check-account')}
              </Button>
            )
          }
        />
      ))}
      {found?.locks?.length === 0 && (
        <Card level={2} tone="warning" icon="alert" title={t('doors.no-locks')} actions={<RefreshAccounts editor={editor} />}>
          <p>{t('doors.no-locks-text')}</p>
        </Card>
      )}
    </>
  );
}

function subjectOf(cloud: CloudName | null): 'units-unread' | 'locks-unread' | 'discover-broken' {
  if (cloud === null) return 'discover-broken';
  return cloud === 'smoobu' ? 'units-unread' : 'locks-unread';
}

/** Reads both accounts again, for units and locks that were added or renamed there. */
export function RefreshAccounts({ editor }: { readonly editor: Editor }) {
  const { t } = useApp();
  return (
    <Button icon="sync" name={t('doors.refresh-name')} isBusy={editor.isDiscovering} onClick={editor.discover}>
      {t('doors.refresh')}
    </Button>
  );
}
