/** Parts of an account's card: where to find the credentials, what the account contains, and why a call failed. */
import type { CloudName } from '../../../shared/errors.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import { IconText } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { ConnectionFailure } from './connection-status.tsx';
import { keychainKind } from './connection.ts';
import { foundText } from './found.ts';
import type { Found } from './found.ts';

/** Main opens only exactly this address in the browser. */
const SMOOBU_ADDRESS = 'https://login.smoobu.com/';

export function WhereToFind({ cloud }: { readonly cloud: CloudName }) {
  const { t } = useApp();
  if (cloud === 'the-keys') return <p>{t('accounts.the-keys-where')}</p>;
  return (
    <p>
      {t('accounts.smoobu-where')}{' '}
      <a href={SMOOBU_ADDRESS} target="_blank" rel="noreferrer">
        {t('accounts.smoobu-open')}
      </a>
    </p>
  );
}

export function AccountContent({ cloud, found }: { readonly cloud: CloudName; readonly found: Found }) {
  const app = useApp();
  const { t } = app;
  const { isLoading, counts, error, load } = found;
  if (isLoading) return <p class="quiet-text">{t('accounts.looking')}</p>;
  if (error !== null) {
    return <Failure title={t('accounts.look-failed')} text={t('accounts.look-failed-text')} error={error} onRetry={() => void load()} />;
  }
  if (counts === null) return null;
  return (
    <>
      <IconText class="strong tone-good" icon="check" text={t('accounts.found', { what: foundText(app, counts) })} />
      {cloud === 'smoobu' && counts.main === 0 && <p>{t('accounts.no-units')}</p>}
      {cloud === 'the-keys' && counts.keypads === 0 && <p>{t('accounts.no-keypads')}</p>}
    </>
  );
}

export interface AccountErrorProps {
  readonly cloud: CloudName;
  readonly of: 'save' | 'test' | 'remove';
  readonly error: IpcError | null;
}
/** Most often the keychain could not store or remove the credentials. */
export function AccountError({ cloud, of, error }: AccountErrorProps) {
  const { t } = useApp();
  if (error === null) return null;
  const keychain = keychainKind(error.detail);
  const title = t(`accounts.${of}-failed`, { cloud: CLOUD_TITLES[cloud] });
  return (
    <div role="alert">
      {keychain === null ? (
        <Failure title={title} text={t('accounts.call-failed-text')} error={error} />
      ) : (
        <>
          <p class="field-error">{title}</p>
          <ConnectionFailure cloud={cloud} failure={keychain} raw={error.message} />
        </>
      )}
    </div>
  );
}
