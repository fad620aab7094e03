/** What the user can do with a stay: the frequent actions as buttons, the others behind three dots. */
import { useEffect, useState } from 'preact/hooks';
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { StayAction } from '../../../shared/domain/stay-action.ts';
import { addMinutes } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { guestName } from '../../lib/names.ts';
import type { StayTarget } from '../../lib/panel.ts';
import type { TextContext } from '../../lib/text-context.ts';
import { useActs } from '../../lib/use-act.ts';
import { useCall } from '../../lib/use-call.ts';
import { useEffectEvent } from '../../lib/use-effect-event.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import type { MenuAction } from '../../ui/menu-button.tsx';
import { Failure } from '../../ui/states.tsx';
import { NoteDialog, PinDialog, TimeDialog } from './stay-dialogs.tsx';
import { crossedStays, stayTimes } from './stay-model.ts';
import type { StayTimes } from './stay-model.ts';
import type { StayView } from './stay-state.tsx';

export interface StayActsProps {
  readonly status: StayStatus;
  readonly guest: string;
  readonly view: StayView | null;
  readonly target: StayTarget;
  readonly onChanged: () => void;
}
type Dialog = 'from' | 'until' | 'extend' | 'pin' | 'note';

const EXTENSION_MINUTES = 60;

export function StayActs({ status, guest, view, target, onChanged }: StayActsProps) {
  const app = useApp();
  const { t, announce, confirm, nowMs } = app;
  const { actOnStay, isBusy, error, clear } = useActs(onChanged);
  const send = useCall('messages.send');
  const markTold = useCall('messages.mark-told');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { booking, doors } = status.stay;
  const { id: bookingId } = booking;
  const { start, end } = view?.window ?? stayTimes(status);
  const isBlocked = view?.isBlocked ?? (doors.length > 0 && doors.every((door) => door.isOff === true));
  const isOver = status.endMs <= nowMs;

  // Asked for again, it opens again.
  const openWanted = useEffectEvent(() => {
    if (target.extend === true && !isOver) setDialog('extend');
  });
  useEffect(() => openWanted(), [target]);

  const act = async (action: StayAction, button: string, done: string): Promise<void> => {
    setDialog(null);
    await actOnStay({ bookingId, action }, { ask: { title: t('stay.act-title', { guest, act: button }), confirm: button }, done });
  };
  const newPin = async (): Promise<void> => {
    const ask = { title: t('stay.new-pin-title', { guest }), confirm: t('stay.new-pin') };
    await actOnStay({ bookingId, action: { kind: 'new-pin' } }, { ask, done: t('stay.new-pin-done', { guest }), canUndo: false });
  };
  const block = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('stay.block-title', { guest }),
      texts: [t('stay.block-text')],
      confirm: t('stay.block-button'),
      kind: 'danger',
    });
    if (isSure) await act({ kind: 'block' }, t('stay.block-button'), t('stay.block-done', { guest }));
  };
  const sendNow = async (): Promise<void> => {
    const sent = await send.run({ bookingId });
    if (sent === null) return;
    announce(t(sent.isSent ? 'stay.sent' : 'stay.not-sent'));
    onChanged();
  };
  const onMarkTold = async (): Promise<void> => {
    if (!(await markTold.done({ bookingId }))) return;
    announce(t('stay.marked-told'));
    onChanged();
  };
  const simple = (kind: 'no-code' | 'with-code' | 'no-messages' | 'with-messages' | 'reset-times'): MenuAction => {
    const label = t(`stay.${kind}`);
    return { label, onChoose: () => void act({ kind }, label, t(`stay.${kind}-done`)) };
  };
  const hasOwnTimes = view !== null && (view.own.from !== null || view.own.until !== null);
  // Nobody is sent the same twice.
  const wasSent = view?.told.some(({ way, state, agrees }) => way === 'message' && state !== 'unclear' && agrees === 'yes') === true;
  const more: readonly MenuAction[] = [
    { label: t('stay.own-pin'), onChoose: () => setDialog('pin') },
    ...(hasOwnTimes ? [simple('reset-times')] : []),
    simple(view?.noCode === true ? 'with-code' : 'no-code'),
    { label: t('stay.note'), onChoose: () => setDialog('note') },
    ...(wasSent ? [] : [{ label: t(view?.told[0] === undefined ? 'stay.send-now' : 'stay.tell-again'), onChoose: () => void sendNow() }]),
    { label: t('stay.mark-told'), onChoose: () => void onMarkTold() },
    simple(view?.noMessages === true ? 'with-messages' : 'no-messages'),
  ];
  const isAnyBusy = isBusy || send.isBusy || markTold.isBusy;
  const close = (): void => setDialog(null);
  return (
    <div class="panel-part stack">
      <div class="row" role="group" aria-label={t('stay.actions', { guest })}>
        {isBlocked ? (
          <Button
            kind="primary"
            isBusy={isAnyBusy}
            onClick={() => void act({ kind: 'unblock' }, t('stay.unblock'), t('stay.unblock-done', { guest }))}
          >
            {t('stay.unblock')}
          </Button>
        ) : (
          <>
            <Button isBusy={isAnyBusy} onClick={() => void newPin()}>
              {t('stay.new-pin-ask')}
            </Button>
            <Button isBusy={isAnyBusy} onClick={() => setDialog('from')}>
              {t('stay.change-from')}
            </Button>
            <Button isBusy={isAnyBusy} onClick={() => setDialog('until')}>
              {t('stay.change-until')}
            </Button>
            <Button
              isBusy={isAnyBusy}
              onClick={() => void act({ kind: 'extend', minutes: EXTENSION_MINUTES }, t('stay.extend'), t('stay.extend-done', { guest }))}
            >
              {t('stay.extend')}
            </Button>
            {!isOver && (
              <Button isBusy={isAnyBusy} onClick={() => void block()}>
                {t('stay.block')}
              </Button>
            )}
          </>
        )}
        <MenuButton name={t('stay.more', { guest })} actions={more} />
      </div>
      <Failure title={t('stay.act-failed')} error={error ?? send.error ?? markTold.error} />
      {!isBlocked && (dialog === 'from' || dialog === 'until' || dialog === 'extend') && (
        <TimeDialog
          end={dialog === 'from' ? 'from' : 'until'}
          guest={guest}
          day={dialog === 'from' ? booking.arrival : booking.departure}
          now={dialog === 'from' ? start : dialog === 'until' ? end : addMinutes(end, EXTENSION_MINUTES)}
          warning={(at) => crossedText(app, status, dialog === 'from' ? { start: at, end } : { start, end: at })}
          onSave={(at) => void act({ kind: dialog === 'from' ? 'from' : 'until', at }, t('stay.save-times'), t('stay.times-done'))}
          onCancel={close}
        />
      )}
      {dialog === 'pin' && (
        <PinDialog
          guest={guest}
          onSave={(digits) => void act({ kind: 'pin', digits }, t('stay.save-pin'), t('stay.pin-done', { guest }))}
          onCancel={close}
        />
      )}
      {dialog === 'note' && (
        <NoteDialog
          guest={guest}
          note={view?.note ?? ''}
          onSave={(text) => void act({ kind: 'note', text }, t('stay.save-note'), t('stay.note-done'))}
          onCancel={close}
        />
      )}
      {error !== null && (
        <Button kind="quiet" onClick={clear}>
          {t('common.close')}
        </Button>
      )}
    </div>
  );
}

/** Who else could open the same doors in these times; null: nobody who cannot already. */
function crossedText({ snapshot, t, formats }: TextContext, status: StayStatus, times: StayTimes): string | null {
  const [other] = crossedStays(status, snapshot.stays, times);
  if (other === undefined) return null;
  const { start, end } = stayTimes(other);
  const guest = guestName(t, other.stay.booking.guestName);
  return t('stay.crosses', { guest, from: formats.moment(start), until: formats.moment(end) });
}
