/** One account: whether it is connected and works, and how to connect, test and remove it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CloudName } from '../../../shared/errors.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import type { CallOutput, CredentialEntry } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { AccountContent, AccountError, WhereToFind } from './account-parts.tsx';
import { ConnectionFailure, ConnectionStatus } from './connection-status.tsx';
import { connectionState, isConnected } from './connection.ts';
import { CredentialForm } from './credential-form.tsx';
import { foundText, useFound } from './found.ts';

export interface AccountProps {
  readonly cloud: CloudName;
  /** During the setup there is nothing to remove yet, and the result stands beside the fields. */
  readonly isSetup?: boolean;
}
export function Account({ cloud, isSetup = false }: AccountProps) {
  const app = useApp();
  const { t, announce } = app;
  const title = CLOUD_TITLES[cloud];
  const connection = app.snapshot.connections[cloud];
  const state = connectionState(connection);
  const save = useCall('credentials.save');
  const test = useCall('credentials.test');
  const remove = useCall('credentials.remove');
  const found = useFound(cloud);
  const [isAsking, setAsking] = useState(false);
  const [finished, setFinished] = useState<'saved' | 'removed' | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const isBusy = save.isBusy || test.isBusy || remove.isBusy || found.isLoading;

  // The form is folded away after saving, and the remove button is gone after removing: the focus moves to what is there.
  useEffect(() => {
    if (finished === null || (finished === 'saved' && state.kind !== 'works')) return;
    setFinished(null);
    box.current?.focus();
  }, [finished, state.kind]);

  const clearResults = (): void => {
    found.reset();
    for (const call of [save, test, remove]) call.clear();
  };
  /** True when main has answered, whether or not the account works. */
  const showResult = async (answer: CallOutput<'credentials.test'> | null, isSaved: boolean): Promise<boolean> => {
    if (answer === null) return false;
    if (answer.lastTest?.failure !== null) {
      announce(t('accounts.said-fails', { cloud: title }));
      return true;
    }
    if (isSaved) setFinished('saved');
    const counts = await found.load();
    const works = t('accounts.said-works', { cloud: title });
    announce(counts === null ? works : `${works} ${t('accounts.found', { what: foundText(app, counts) })}`);
    return true;
  };
  const onSave = async (entry: CredentialEntry): Promise<boolean> => {
    clearResults();
    return showResult(await save.run(entry), true);
  };
  const onTest = async (): Promise<void> => {
    clearResults();
    await showResult(await test.run({ cloud }), false);
  };
  const onRemove = async (): Promise<void> => {
    clearResults();
    const answer = await remove.run({ cloud });
    setAsking(false);
    if (answer === null) return;
    announce(t('accounts.said-removed', { cloud: title }));
    setFinished('removed');
  };
  const form = (
    <>
      {!isSetup && <WhereToFind cloud={cloud} />}
      <CredentialForm cloud={cloud} isBusy={isBusy} onSave={onSave} />
      {!isSetup && <p class="hint">{t('accounts.write-only')}</p>}
    </>
  );
  const fields = (
    <div class="account-form stack medium">
      {isConnected(connection) ? (
        <details>
          <summary>{t('accounts.replace')}</summary>
          <div class="account-replace stack medium">{form}</div>
        </details>
      ) : (
        form
      )}
    </div>
  );
  const result = (
    <div class="account-result stack medium">
      <ConnectionStatus cloud={cloud} connection={connection} />
      {state.kind === 'fails' && <ConnectionFailure cloud={cloud} failure={state.failure} />}
      {state.kind === 'works' && <AccountContent cloud={cloud} found={found} />}
      <AccountError cloud={cloud} of="save" error={save.error} />
      <AccountError cloud={cloud} of="test" error={test.error} />
      <AccountError cloud={cloud} of="remove" error={remove.error} />
      {state.kind !== 'none' && (
        <div class="row">
          <Button icon="sync" name={t('accounts.test-name', { cloud: title })} isBusy={isBusy} onClick={() => void onTest()}>
            {t('accounts.test')}
          </Button>
          {!isSetup && connection.stored && (
            <Button icon="trash" name={t('accounts.remove-name', { cloud: title })} isDisabled={isBusy} onClick={() => setAsking(true)}>
              {t('accounts.remove')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
  // Of a connected account, how it is comes before the way to change it.
  const isResultFirst = !isSetup && isConnected(connection);
  return (
    <div class="account" ref={box} tabIndex={-1} role="group" aria-label={title}>
      {isResultFirst ? result : fields}
      {isResultFirst ? fields : result}
      {isAsking && (
        <ConfirmDialog
          kind="danger"
          title={t('accounts.remove-title', { cloud: title })}
          confirm={t('accounts.remove')}
          isBusy={remove.isBusy}
          onCancel={() => setAsking(false)}
          onConfirm={() => void onRemove()}
        >
          <p>{t('accounts.remove-text', { cloud: title })}</p>
          <p>{t('accounts.remove-stays')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
