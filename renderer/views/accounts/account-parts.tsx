/** Parts of an account: where to find its credentials, what it holds, and why a call about it came to nothing. */
import type { CloudName } from '../../../shared/errors.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { ConnectionTrouble } from './connection-trouble.tsx';
import { keychainKind } from './connection-words.ts';
import { foundWords } from './found.ts';
import type { Found } from './use-found.ts';

/** The whole address: only so does it leave the app. */
const SMOOBU_ADDRESS = 'https://login.smoobu.com/';

export function Where({ cloud }: { readonly cloud: CloudName }) {
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

export function WhatWasFound({ cloud, found }: { readonly cloud: CloudName; readonly found: Found }) {
  const app = useApp();
  const { t } = app;
  const { isLooking, counts, error } = found;
  if (isLooking) return <p class="quiet-text">{t('accounts.looking')}</p>;
  if (error !== null) {
    return (
      <Failure title={t('accounts.look-failed')} error={error} onRetry={() => void found.look()} text={t('accounts.look-failed-text')} />
    );
  }
  if (counts === null) return null;
  return (
    <>
      <p class="found">
        <Icon name="check" /> {t('accounts.found', { what: foundWords(app, counts) })}
      </p>
      {cloud === 'smoobu' && counts.main === 0 && <p>{t('accounts.no-units')}</p>}
      {cloud === 'the-keys' && counts.keypads === 0 && <p>{t('accounts.no-keypads')}</p>}
    </>
  );
}

export interface AccountRefusalProps {
  readonly cloud: CloudName;
  readonly of: 'save' | 'test' | 'remove';
  readonly error: IpcError | null;
}
/** Most often the keychain's: nothing was stored, or nothing removed. */
export function AccountRefusal({ cloud, of, error }: AccountRefusalProps) {
  const { t } = useApp();
  if (error === null) return null;
  const keychain = keychainKind(error.detail);
  const title = t(`accounts.${of}-failed`, { cloud: CLOUD_TITLES[cloud] });
  return (
    <div role="alert">
      {keychain === null ? (
        <Failure title={title} error={error} text={t('accounts.call-failed-text')} />
      ) : (
        <>
          <p class="field-error">{title}</p>
          <ConnectionTrouble cloud={cloud} failure={keychain} raw={error.message} />
        </>
      )}
    </div>
  );
}
