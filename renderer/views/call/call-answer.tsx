/** What to tell the guest who calls: the digits for each door in large type, whether they open it now, and what to do otherwise. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { guestName } from '../../lib/names.ts';
import type { TextContext } from '../../lib/text-context.ts';
import { useLoad } from '../../lib/use-call.ts';
import type { Loaded } from '../../lib/use-call.ts';
import { useDigits } from '../../lib/use-digits.ts';
import { Failure, Loading } from '../../ui/states.tsx';
import { stayTimes } from '../stay/stay-model.ts';
import { CallActs } from './call-acts.tsx';
import { DoorAnswer } from './door-answer.tsx';

type CallView = CallOutput<'call.view'>;

export function CallAnswer({ bookingId }: { readonly bookingId: BookingId }) {
  const app = useApp();
  const { snapshot, t } = app;
  const status = snapshot.stays.find(({ stay }) => stay.booking.id === bookingId) ?? null;
  // From memory at once; then from the locks, which may take a while.
  const known = useLoad('call.view', { bookingId, fresh: false });
  const fresh = useLoad('call.view', { bookingId, fresh: true });
  const digits = useDigits(bookingId);
  const view = loadedOf(fresh.state) ?? loadedOf(known.state);
  if (view === null && fresh.isBusy) return <Loading label={t('call.reading')} />;
  const guest = guestName(t, status?.stay.booking.guestName ?? '');
  const doors = digits.isSpare ? view?.doors.filter((door) => digits.at(door) !== undefined) : view?.doors;
  return (
    <div class="call-answer">
      <section class="call-doors" aria-label={t('call.doors')}>
        <h2 class="call-who">{whoText(app, status, guest)}</h2>
        {view === null && fresh.state.kind === 'loaded' && <p>{t('call.unknown')}</p>}
        {view?.doors.length === 0 && <p>{t('stay.no-doors')}</p>}
        {view !== null &&
          doors?.map((door) => (
            <DoorAnswer
              key={placeKey(door)}
              door={door}
              digits={digits}
              isReading={fresh.isBusy}
              isFailed={view.failed.includes(door.lockId)}
            />
          ))}
        <Failure
          title={t('call.unread')}
          {...(view === null ? {} : { text: t('call.unread-text') })}
          error={fresh.state.kind === 'error' ? fresh.state.error : null}
          isBusy={fresh.isBusy}
          onRetry={fresh.reload}
        />
      </section>
      {view !== null && <CallActs bookingId={bookingId} guest={guest} view={view} digits={digits} onChanged={fresh.reload} />}
    </div>
  );
}

function loadedOf(state: Loaded<CallView>): CallView {
  return state.kind === 'loaded' ? state.value : null;
}

/** "Björk Hallgrímsdóttir · Vieux Lyon, Traboule · until Sun 29 Nov, 11:00". */
function whoText({ t, formats, nowMs }: TextContext, status: StayStatus | null, guest: string): string {
  if (status === null) return guest;
  const { start, end } = stayTimes(status);
  const when =
    status.startMs <= nowMs
      ? t('call.until', { time: formats.moment(end) })
      : t('call.from-to', { start: formats.moment(start), end: formats.moment(end) });
  return [guest, status.stay.unitName, when].filter((part) => part !== '').join(' · ');
}
