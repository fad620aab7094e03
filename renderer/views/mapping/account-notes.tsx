/** What of the two accounts could not be read, what that means for the mapping, and how to read them again. */
import type { CloudName } from '../../../shared/errors.ts';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { Card } from '../../ui/view.tsx';
import { ReadAgain } from './read-again.tsx';
import type { Discovery } from './unit-rows.ts';
import type { Editor, EditorState } from './use-mapping-editor.ts';

/** Nothing that trying again mends. */
const CREDENTIAL_KINDS: ReadonlySet<string> = new Set(['credentials-missing', 'credentials-rejected']);

export function AccountNotes({ editor, state }: { readonly editor: Editor; readonly state: EditorState }) {
  const { t } = useApp();
  const { discovery, isDiscovering, discover } = state;
  const { found } = editor.work;
  return (
    <>
      {discovery.kind === 'error' && (
        <Failure
          title={t('mapping.discover-broken')}
          error={discovery.error}
          onRetry={discover}
          isBusy={isDiscovering}
          text={t('mapping.discover-broken-text')}
        />
      )}
      {found?.failures.map((failure) => (
        <CloudFailed key={`${failure.cloud ?? ''} ${failure.kind}`} failure={failure} isBusy={isDiscovering} onRetry={discover} />
      ))}
      {found?.locks?.length === 0 && (
        <Card
          level={2}
          tone="warning"
          icon="alert"
          title={t('mapping.no-locks')}
          actions={<ReadAgain isDiscovering={isDiscovering} discover={discover} />}
        >
          <p>{t('mapping.no-locks-text')}</p>
        </Card>
      )}
    </>
  );
}

interface CloudFailedProps {
  readonly failure: Discovery['failures'][number];
  readonly isBusy: boolean;
  readonly onRetry: () => void;
}
function CloudFailed({ failure, isBusy, onRetry }: CloudFailedProps) {
  const { t, go } = useApp();
  const { cloud, kind, message } = failure;
  const words = wordsOf(cloud);
  return (
    <Failure
      title={t(words.title)}
      error={{ kind: 'refused', detail: kind, message }}
      onRetry={onRetry}
      isBusy={isBusy}
      actions={
        cloud !== null &&
        CREDENTIAL_KINDS.has(kind) && (
          <Button icon="key" onClick={() => go({ view: 'accounts', cloud })}>
            {t('mapping.check-account')}
          </Button>
        )
      }
      text={t(words.text)}
    />
  );
}

function wordsOf(cloud: CloudName | null) {
  switch (cloud) {
    case 'smoobu':
      return { title: 'mapping.units-unread', text: 'mapping.units-unread-text' } as const;
    case 'the-keys':
      return { title: 'mapping.locks-unread', text: 'mapping.locks-unread-text' } as const;
    case null:
      return { title: 'mapping.discover-broken', text: 'mapping.discover-broken-text' } as const;
  }
}
