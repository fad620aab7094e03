/** The panel of a code without a stay: what it is, when it opens its door, its PIN, and what the user can do with it. */
import { useApp } from '../../lib/app.ts';
import type { CodeId, LockId } from '../../../shared/domain/ids.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { doorName } from '../../lib/names.ts';
import { operationReason } from '../../lib/operation-text.ts';
import { useLoad } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import { DoorDigits } from '../person/door-digits.tsx';
import { isStrangers } from '../door/door-model.ts';
import { CodeActs } from './code-acts.tsx';
import type { ShownCode } from './code-acts.tsx';

export interface CodePanelProps {
  readonly lockId: LockId;
  readonly codeId: CodeId;
  readonly onChanged?: () => void;
}

export function CodePanel({ lockId, codeId, onChanged }: CodePanelProps) {
  const { snapshot, t } = useApp();
  // What is in memory is shown at once, and what the lock has as soon as it is read.
  const known = useLoad('door.view', { lockId, fresh: false });
  const fresh = useLoad('door.view', { lockId, fresh: true });
  const isFresh = fresh.state.kind === 'loaded';
  const door = fresh.state.kind === 'loaded' ? fresh.state.value : known.state.kind === 'loaded' ? known.state.value : null;
  const code = door?.codes?.find((one) => one.codeId === codeId) ?? null;
  const hold = snapshot.holds.find((one) => one.kind === 'delete' && one.codeId === codeId) ?? null;
  if (code === null) {
    return (
      <SidePanel title={t('code.title')} lead={door?.name}>
        {fresh.state.kind === 'loading' && <Loading label={t('common.loading')} />}
        {fresh.state.kind === 'error' && (
          <Failure title={t('code.not-read')} error={fresh.state.error} onRetry={fresh.reload} isBusy={fresh.isBusy} />
        )}
        {isFresh && <p>{t('code.gone')}</p>}
      </SidePanel>
    );
  }
  const name = code.name.trim() === '' ? t('calendar.nameless-code') : code.name.trim();
  const place = doorName(snapshot, t, code);
  return (
    <SidePanel title={name} lead={place}>
      <WhatItIs code={code} hold={hold} />
      <CodeFacts code={code} name={name} door={place} />
      {fresh.state.kind === 'error' && (
        <Failure title={t('code.not-read-again')} error={fresh.state.error} onRetry={fresh.reload} isBusy={fresh.isBusy} />
      )}
      <CodeActs code={code} hold={hold} name={name} door={place} onChanged={onChanged} />
    </SidePanel>
  );
}

function WhatItIs({ code, hold }: { readonly code: ShownCode; readonly hold: OperationReport | null }) {
  const app = useApp();
  const { t, go } = app;
  const { owner, bookingId } = code;
  const isWarning = hold !== null || isStrangers(code);
  return (
    <div class={isWarning ? 'panel-verdict tone-warning' : 'panel-verdict'}>
      <Icon name={isWarning ? 'alert' : 'info'} />
      <div class="stack">
        <p>
          <strong>{t(`code.owner-${owner}`)}.</strong> {hold === null ? t(`code.is-${owner}`) : operationReason(app, hold)}
        </p>
        {isStrangers(code) && owner !== 'outdated' && <p>{t('code.unknown-opens')}</p>}
        {bookingId !== null && (
          <div class="row">
            <Button kind="quiet" icon="history" onClick={() => go({ view: 'history', runId: null, bookingId })}>
              {t('code.history', { booking: String(bookingId) })}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

function CodeFacts({ code, name, door }: { readonly code: ShownCode; readonly name: string; readonly door: string }) {
  const { lockId, codeId, opens, start, end, hasSchedule } = code;
  const { t, formats } = useApp();
  return (
    <dl class="facts">
      <dt>{t('code.opens')}</dt>
      <dd>{t(`code.opens-${opens}`)}</dd>
      <dt>{t('code.since')}</dt>
      <dd>{start === null ? t('code.no-start') : formats.moment(start)}</dd>
      <dt>{t('code.until')}</dt>
      <dd>{end === null ? t('code.no-end') : formats.moment(end)}</dd>
      {hasSchedule && (
        <>
          <dt>{t('code.schedule')}</dt>
          <dd>{t('code.has-schedule')}</dd>
        </>
      )}
      <dt>{t('code.pin')}</dt>
      <dd>
        <DoorDigits lockId={lockId} codeId={codeId} person={name} door={door} />
      </dd>
    </dl>
  );
}
