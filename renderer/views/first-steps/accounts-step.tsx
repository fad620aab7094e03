/** Both accounts on one page, each with the result of its test beside its fields; and the other ways to start. */
import { useId, useState } from 'preact/hooks';
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../shared/errors.ts';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { WhereToFind } from '../accounts/account-parts.tsx';
import { Account } from '../accounts/account.tsx';
import { isConnected } from '../accounts/connection.ts';
import { ImportPanel } from '../settings/import-panel.tsx';
import { SetupFrame } from './setup-frame.tsx';

export interface AccountsStepProps {
  /** The user works here: the page stays when both accounts are connected. */
  readonly onUse: () => void;
  readonly onNext: () => void;
  readonly onImported: () => void;
}
export function AccountsStep({ onUse, onNext, onImported }: AccountsStepProps) {
  const { t, snapshot } = useApp();
  const noteId = useId();
  const isReady = CLOUD_NAMES.every((cloud) => isConnected(snapshot.connections[cloud]));
  return (
    <SetupFrame
      title={t('first-steps.accounts-title')}
      lead={t('first-steps.accounts-lead')}
      step="accounts"
      note={
        <p class="quiet-text" id={noteId}>
          {t(isReady ? 'first-steps.accounts-ready' : 'first-steps.accounts-wait')}
        </p>
      }
      actions={
        <Button kind="primary" isDisabled={!isReady} describedBy={noteId} onClick={onNext}>
          {t('first-steps.choose-doors')}
        </Button>
      }
    >
      <div class="panel setup-accounts" onFocusIn={onUse}>
        {CLOUD_NAMES.map((cloud) => (
          <section key={cloud} class="setup-account" aria-labelledby={`setup-${cloud}`}>
            <div class="stack setup-about">
              <h2 id={`setup-${cloud}`}>{CLOUD_TITLES[cloud]}</h2>
              <p class="quiet-text">{t(`first-steps.${cloud}-text`)}</p>
              <div class="small">
                <WhereToFind cloud={cloud} />
              </div>
            </div>
            <Account cloud={cloud} isSetup />
          </section>
        ))}
      </div>
      <OtherWays onImported={onImported} />
    </SetupFrame>
  );
}

function OtherWays({ onImported }: { readonly onImported: () => void }) {
  const { t, snapshot, go } = useApp();
  const demo = useCall('demo.start');
  const [isImporting, setImporting] = useState(false);
  const panelId = useId();
  return (
    <section class="stack" aria-label={t('first-steps.other-ways')}>
      <div class="row">
        {!snapshot.isDemo && (
          <Button icon="play" isBusy={demo.isBusy} describedBy={`${panelId}-demo`} onClick={() => void demo.run(null)}>
            {t('first-steps.demo')}
          </Button>
        )}
        <Button kind="quiet" icon="upload" onClick={() => go({ view: 'settings' })}>
          {t('first-steps.restore')}
        </Button>
        <Button
          kind="quiet"
          icon="upload"
          isExpanded={isImporting}
          controls={isImporting ? panelId : undefined}
          onClick={() => setImporting((before) => !before)}
        >
          {t('first-steps.import')}
        </Button>
      </div>
      {!snapshot.isDemo && (
        <p class="hint" id={`${panelId}-demo`}>
          {t('first-steps.demo-text')}
        </p>
      )}
      <Failure title={t('first-steps.demo-failed')} error={demo.error} text={t('first-steps.demo-failed-text')} />
      {isImporting && (
        <div class="panel card" id={panelId}>
          <ImportPanel
            onDone={() => {
              setImporting(false);
              onImported();
            }}
          />
        </div>
      )}
    </section>
  );
}
