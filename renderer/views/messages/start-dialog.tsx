/** Before a way is switched on: who would be told, when, and who counts as told already. Nothing goes before the user starts it here. */
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall, useLoad } from '../../lib/use-call.ts';
import { guestName } from '../../lib/names.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Failure, Loading } from '../../ui/states.tsx';
import { useModal } from '../../ui/use-modal.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { confirmedOf, countsOf, isTold } from './start-plan.ts';
import type { Plan, PlanLine, Ticks, Way } from './start-plan.ts';

const TITLE_ID = 'start-title';
const TELLS_GUESTS: ReadonlySet<Way> = new Set<Way>(['message', 'placeholder']);

export function StartDialog({ way, onClose }: { readonly way: Way; readonly onClose: () => void }) {
  const { t, snapshot, announce } = useApp();
  const dialog = useModal();
  const [key, setKey] = useState(snapshot.settings.messages.placeholder.key);
  const [ticks, setTicks] = useState<Ticks>(new Map());
  // Asked once; the name of the placeholder changes nothing about who gets one.
  const loaded = useLoad('messages.start', { way, key: null, alreadyTold: { kind: 'usual' }, confirmed: null });
  const start = useCall('messages.start');
  const plan = loaded.state.kind === 'loaded' && loaded.state.value.kind === 'plan' ? loaded.state.value : null;
  const { error } = start;
  const { reload } = loaded;
  useEffect(() => {
    // Who would be told has changed meanwhile: only what the user sees now may be started.
    if (error?.detail === 'changed') reload();
  }, [error, reload]);

  const begin = async (): Promise<void> => {
    if (plan === null) return;
    const answer = await start.run({
      way,
      key: way === 'placeholder' ? key.trim() : null,
      alreadyTold: { kind: 'usual' },
      confirmed: confirmedOf(plan, ticks),
    });
    if (answer?.kind !== 'started') return;
    onClose();
    announce(t('messages.started', { way: t(`messages.way-${way}`) }));
  };
  return (
    <dialog
      ref={dialog}
      class="start-dialog"
      aria-labelledby={TITLE_ID}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={TITLE_ID}>{t(`messages.start-${way}-title`)}</h2>
      <p>{t(`messages.start-${way}-text`)}</p>
      {way === 'placeholder' && (
        <TextField
          label={t('messages.key')}
          hint={t('messages.key-hint', { key: key.trim() })}
          value={key}
          maxLength={40}
          onInput={setKey}
        />
      )}
      {loaded.state.kind === 'loading' && <Loading label={t('messages.start-loading')} rows={3} />}
      {loaded.state.kind === 'error' && (
        <Failure title={t('messages.start-failed')} error={loaded.state.error} onRetry={reload} isBusy={loaded.isBusy} />
      )}
      {plan !== null && TELLS_GUESTS.has(way) && <PlanList way={way} plan={plan} ticks={ticks} onTicks={setTicks} />}
      {plan !== null && plan.more > 0 && <p class="tone-warning">{t('messages.start-more', { count: plan.more })}</p>}
      <Failure title={t('messages.not-started')} error={error} />
      <div class="row end">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          kind="primary"
          isBusy={start.isBusy || loaded.isBusy}
          isDisabled={plan === null || plan.more > 0}
          onClick={() => void begin()}
        >
          {t(`messages.start-${way}`)}
        </Button>
      </div>
    </dialog>
  );
}

interface PlanListProps {
  readonly way: Way;
  readonly plan: Plan;
  readonly ticks: Ticks;
  readonly onTicks: (ticks: Ticks) => void;
}
function PlanList({ way, plan, ticks, onTicks }: PlanListProps) {
  const { t, formats } = useApp();
  const { now, later, told } = countsOf(plan, ticks);
  const mayTick = plan.lines.some((line) => line.mayTick);
  const counts = { now: formats.number(now), later: formats.number(later), told: formats.number(told) };
  if (plan.lines.length === 0) return <p class="quiet-text">{t('messages.start-nobody')}</p>;
  return (
    <>
      <p class="strong" role="status">
        {t(way === 'placeholder' ? 'messages.start-placeholder-counts' : 'messages.start-counts', counts)}
      </p>
      {mayTick && <p>{t('messages.start-tick')}</p>}
      <div class="framed-list start-list">
        <VirtualList
          label={t('messages.start-list')}
          items={plan.lines.map((line) => ({ key: String(line.bookingId), line }))}
          estimatedHeightPx={45}
          row={({ line }) => (
            <PlanRow line={line} isTold={isTold(line, ticks)} onTick={(sends) => onTicks(new Map([...ticks, [line.bookingId, !sends]]))} />
          )}
        />
      </div>
    </>
  );
}

interface PlanRowProps {
  readonly line: PlanLine;
  readonly isTold: boolean;
  /** A tick sends, as its button says: without one, the guest counts as told. */
  readonly onTick: (sends: boolean) => void;
}
function PlanRow({ line, isTold: told, onTick }: PlanRowProps) {
  const { t, formats, nowMs } = useApp();
  const { guest, unit, arrival, will, atMs, reason, mayTick } = line;
  const name = guestName(t, guest);
  const what = (): string => {
    if (told) return t('messages.will-told');
    if (will === 'later' && atMs !== null) return t('messages.will-at', { time: formats.instant(atMs, nowMs) });
    if (reason !== null) return t(will === 'never' ? 'messages.off' : 'messages.waits', { reason: t(`messages.reason-${reason}`) });
    return t(will === 'now' ? 'messages.will-now' : 'messages.will-later');
  };
  return (
    <div class="plan-row">
      {mayTick ? (
        <input
          type="checkbox"
          aria-label={t('messages.tick', { guest: name })}
          checked={!told}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
      ) : (
        <span />
      )}
      <span>
        <span class="strong">{name}</span>
        <span class="quiet-text small">{`${unit} · ${formats.day(arrival)}`}</span>
      </span>
      <span class={will === 'waits' && !told ? 'small tone-warning' : 'small quiet-text'}>{what()}</span>
    </div>
  );
}
