/** One account: whether it is connected and works, the form, the test, and the way out. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CloudName } from '../../../shared/errors.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import type { CallOutput, CredentialEntry } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { ConnectionStatus } from './connection-status.tsx';
import { ConnectionTrouble } from './connection-trouble.tsx';
import { AccountRefusal, WhatWasFound, Where } from './account-parts.tsx';
import { connectionState, isConnected } from './connection-words.ts';
import { CredentialForm } from './credential-form.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { foundWords } from './found.ts';
import { useFound } from './use-found.ts';

export interface AccountProps {
  readonly cloud: CloudName;
  /** In the first steps there is nothing to remove yet. */
  readonly canRemove?: boolean;
  /** What comes next once it works. */
  readonly next?: ComponentChildren;
}
/** What stands in an account's card. */
export function Account({ cloud, canRemove = true, next }: AccountProps) {
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
  const [done, setDone] = useState<'saved' | 'removed' | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const isBusy = save.isBusy || test.isBusy || remove.isBusy || found.isLooking;

  // The form folds away once it has done its work, and the button that asked to remove is gone: the focus goes on to what is there.
  useEffect(() => {
    if (done === null || (done === 'saved' && state.kind !== 'works')) return;
    setDone(null);
    const next = box.current?.querySelector<HTMLElement>('.account-next button');
    (done === 'saved' && next !== null && next !== undefined ? next : box.current)?.focus();
  }, [done, state.kind]);

  const tell = async (answer: CallOutput<'credentials.test'> | null, isSaved: boolean): Promise<boolean> => {
    if (answer === null) return false;
    if (answer.lastTest?.failure !== null) {
      announce(t('accounts.said-fails', { cloud: title }));
      return true;
    }
    if (isSaved) setDone('saved');
    const counts = await found.look();
    const works = t('accounts.said-works', { cloud: title });
    announce(counts === null ? works : `${works} ${t('accounts.found', { what: foundWords(app, counts) })}`);
    return true;
  };
  const begin = (): void => {
    found.forget();
    for (const call of [save, test, remove]) call.clear();
  };
  const onSave = async (entry: CredentialEntry): Promise<boolean> => {
    begin();
    return tell(await save.run(entry), true);
  };
  const form = (
    <>
      <Where cloud={cloud} />
      <CredentialForm cloud={cloud} isBusy={isBusy} onSave={onSave} />
    </>
  );
  return (
    <div class="account" ref={box} tabIndex={-1} role="group" aria-label={title}>
      <ConnectionStatus cloud={cloud} connection={connection} />
      {state.kind === 'fails' && <ConnectionTrouble cloud={cloud} failure={state.failure} />}
      {state.kind === 'works' && <WhatWasFound cloud={cloud} found={found} />}
      {state.kind === 'works' && next !== undefined && <div class="account-next">{next}</div>}
      <AccountRefusal cloud={cloud} of="save" error={save.error} />
      <AccountRefusal cloud={cloud} of="test" error={test.error} />
      <AccountRefusal cloud={cloud} of="remove" error={remove.error} />
      {isConnected(connection) ? (
        <details>
          <summary>{t('accounts.replace')}</summary>
          <div class="account-replace">{form}</div>
        </details>
      ) : (
        form
      )}
      {state.kind !== 'none' && (
        <div class="row">
          <Button
            icon="sync"
            name={t('accounts.test-name', { cloud: title })}
            isBusy={isBusy}
            onClick={() => {
              begin();
              void test.run({ cloud }).then((answer) => tell(answer, false));
            }}
          >
            {t('accounts.test')}
          </Button>
          {canRemove && connection.stored && (
            <Button
              kind="danger"
              icon="trash"
              name={t('accounts.remove-name', { cloud: title })}
              isDisabled={isBusy}
              onClick={() => setAsking(true)}
            >
              {t('accounts.remove')}
            </Button>
          )}
        </div>
      )}
      {isAsking && (
        <RemoveDialog
          cloud={cloud}
          isBusy={remove.isBusy}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            begin();
            void remove.run({ cloud }).then((answer) => {
              setAsking(false);
              if (answer === null) return;
              announce(t('accounts.said-removed', { cloud: title }));
              setDone('removed');
            });
          }}
        />
      )}
    </div>
  );
}

/** The element of the page that shows an account, for a target that names it. */
export function accountId(cloud: CloudName): string {
  return `account-${cloud}`;
}
