/** The panel of a door: who can open it now and next, every code and whose it is, its battery and gateway, and how it is replaced. */
import { useEffect, useState } from 'preact/hooks';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { lockName } from '../../lib/names.ts';
import type { Message } from '../../lib/text-context.ts';
import { useLoad } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, IconText } from '../../ui/icon.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { CodeRow } from './code-row.tsx';
import { groupsOf } from './door-model.ts';
import { batteryText, gatewayText } from './door-text.ts';
import { ReplaceDoor } from './replace-door.tsx';
import { SpareCode } from './spare-code.tsx';

type ShownDoor = CallOutput<'door.view'>;

export function DoorPanel({ lockId }: { readonly lockId: LockId }) {
  const { t, snapshot, formats } = useApp();
  // What is in memory comes at once; the lock itself is read meanwhile.
  const known = useLoad('door.view', { lockId, fresh: false });
  const fresh = useLoad('door.view', { lockId, fresh: true });
  const [shown, setShown] = useState<ShownDoor | null>(null);
  useEffect(() => {
    if (known.state.kind === 'loaded') setShown((before) => before ?? (known.state.kind === 'loaded' ? known.state.value : null));
  }, [known.state]);
  useEffect(() => {
    if (fresh.state.kind === 'loaded') setShown(fresh.state.value);
  }, [fresh.state]);
  const told = shown?.name.trim() ?? '';
  const title = told === '' ? lockName(snapshot, t, lockId) : told;
  const units = snapshot.names.units.filter(({ unitId }) => snapshot.stays.some(({ stay }) => usesDoor(stay, unitId, lockId)));
  return (
    <SidePanel title={title} lead={units.length === 0 ? undefined : formats.list(units.map((unit) => unit.name))}>
      {shown === null && fresh.state.kind === 'loading' && <Loading label={t('door.loading')} rows={4} />}
      <Failure
        title={t('door.failed')}
        text={t('door.failed-text')}
        error={fresh.state.kind === 'error' ? fresh.state.error : null}
        onRetry={fresh.reload}
        isBusy={fresh.isBusy}
      />
      {shown !== null && <DoorContent name={title} door={shown} isReading={fresh.isBusy} onChanged={fresh.reload} />}
    </SidePanel>
  );
}

function usesDoor(
  { booking, doors }: { readonly booking: { readonly unitId: number | null }; readonly doors: readonly { readonly lockId: number }[] },
  unitId: number,
  lockId: number,
): boolean {
  return booking.unitId === unitId && doors.some((door) => door.lockId === lockId);
}

interface DoorContentProps {
  readonly name: string;
  readonly door: ShownDoor;
  readonly isReading: boolean;
  readonly onChanged: () => void;
}
function DoorContent({ name, door, isReading, onChanged }: DoorContentProps) {
  const app = useApp();
  const { t, formats, nowMs, go } = app;
  const { health, readAtMs, unread, limit, codes } = door;
  const battery = batteryText(t, formats, health);
  const gateway = gatewayText(t, formats, health, nowMs);
  const groups = codes === null ? [] : groupsOf(codes);
  return (
    <>
      <dl class="facts">
        <dt>{t('door.battery')}</dt>
        <HealthFact fact={battery} />
        <dt>{t('door.gateway')}</dt>
        <HealthFact fact={gateway} />
        {limit !== null && codes !== null && (
          <>
            <dt>{t('door.codes')}</dt>
            <dd>{t('door.room', { used: codes.length, count: limit })}</dd>
          </>
        )}
        <dt>{t('door.updated')}</dt>
        <dd class="line door-updated">
          <span role="status">
            {isReading
              ? t('door.loading')
              : readAtMs === null
                ? t('door.not-read')
                : formats.shortRelative(oldest(readAtMs, health), nowMs)}
          </span>
          <Button kind="quiet" icon="sync" name={t('door.refresh')} isBusy={isReading} onClick={onChanged} />
        </dd>
      </dl>
      {unread > 0 && <IconText class="tone-warning" icon="alert" text={t('door.unread', { count: unread })} />}
      {codes !== null && groups.every(({ group }) => group !== 'now') && (
        <section class="stack">
          <h3>{t('door.now')}</h3>
          <p class="quiet-text">{t('door.now-nobody')}</p>
        </section>
      )}
      {groups.map(({ group, codes: own }) => (
        <section key={group} class="stack" aria-label={t(`door.${group}`)}>
          <h3>{t(`door.${group}`)}</h3>
          <ul class="plain-list panel-doors" role="list" aria-label={t(`door.${group}`)}>
            {own.map((code) => (
              <CodeRow key={code.codeId} code={code} door={name} onChanged={onChanged} />
            ))}
          </ul>
        </section>
      ))}
      {door.spare !== null && (
        <SpareCode lockId={door.lockId} door={name} isOn={door.spare === 'on'} isReading={isReading} onChanged={onChanged} />
      )}
      <ReplaceDoor lockId={door.lockId} onReplaced={onChanged} />
      <div class="row panel-foot">
        <Button kind="quiet" icon="history" onClick={() => go({ view: 'history', runId: null, lockId: door.lockId })}>
          {t('door.history')}
        </Button>
      </div>
    </>
  );
}

function HealthFact({ fact: { tone, text } }: { readonly fact: Message }) {
  if (tone === 'neutral') return <dd>{text}</dd>;
  return (
    <dd class={`tone-${tone}`}>
      <Icon name="alert" /> {text}
    </dd>
  );
}

/** The codes and the health of a door are read together, unless one of them failed. */
function oldest(codesAtMs: number, health: ShownDoor['health']): number {
  return Math.min(codesAtMs, health.readAtMs ?? codesAtMs);
}
