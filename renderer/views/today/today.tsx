/** The start of the window: whether every guest gets in, the last and the next sync, what needs the user, and every stay. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WindowTarget } from '../../../shared/domain/app-state.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { focusInLongList } from '../../lib/focus.ts';
import { useEffectEvent } from '../../lib/use-effect-event.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { View } from '../../ui/view.tsx';
import { AttentionList } from './attention-list.tsx';
import { holdCardId } from './hold-card.tsx';
import { Holds, HOLDS_TITLE_ID } from './holds.tsx';
import { NoStays } from './no-stays.tsx';
import { overviewText, whyNoStays } from './overview.ts';
import { stayKey } from '../stay/stay-model.ts';
import { NO_FILTER, Stays } from './stays.tsx';
import type { StayFilter } from './stays.tsx';
import { useFocusFallback } from './use-focus-fallback.ts';
import { useSync } from '../shell/use-sync.ts';

export function Today({ bookingId }: { readonly bookingId: BookingId | null }) {
  const app = useApp();
  const { snapshot, t } = app;
  const sync = useSync();
  const root = useFocusFallback();
  const [filter, setFilter] = useState<StayFilter>(NO_FILTER);
  const [shownHold, setShownHold] = useState<string | null>(null);
  const [shownStay, setShownStay] = useState<string | null>(null);
  const reason = whyNoStays(app);

  const showHold = (key: string | null): void => {
    setShownHold(key);
    focusInLongList(key === null ? HOLDS_TITLE_ID : holdCardId(key), () => {});
  };
  const showStay = (id: BookingId): void => {
    const key = stayKey(id);
    setFilter(NO_FILTER);
    setShownStay(key);
    // Reset once it is shown, so that the same stay can be shown again.
    focusInLongList(key, () => {
      setShownStay(null);
      app.openPanel({ kind: 'stay', bookingId: id });
    });
  };
  const isUnknown = useRoutedBooking(bookingId, showStay, showHold);

  return (
    <View title={t('shell.today')}>
      <div class="arrivals" ref={root}>
        {snapshot.staysReadAtMs !== null && <Headline />}
        {isUnknown && bookingId !== null && <UnknownStay bookingId={bookingId} />}
        {reason !== 'first-steps' && <AttentionList sync={sync} onShowHold={showHold} />}
        <Holds sync={sync} showKey={shownHold} />
        {reason !== null && <NoStays reason={reason} sync={sync} />}
        {snapshot.stays.length > 0 && <Stays filter={filter} onFilter={setFilter} showKey={shownStay} />}
      </div>
    </View>
  );
}

/** Shows the booking of the route, once per route and as soon as the stays are known. True when there is no such booking. */
function useRoutedBooking(bookingId: BookingId | null, showStay: (id: BookingId) => void, showHold: (key: string) => void): boolean {
  const { snapshot, route, announce, t } = useApp();
  const handled = useRef<WindowTarget | null>(null);
  const [unknown, setUnknown] = useState<WindowTarget | null>(null);
  const areStaysKnown = snapshot.staysReadAtMs !== null;
  const show = useEffectEvent(() => {
    if (bookingId === null || handled.current === route) return;
    const hold = snapshot.holds.find((candidate) => candidate.bookingId === bookingId);
    const isStay = snapshot.stays.some(({ stay }) => stay.booking.id === bookingId);
    if (!isStay && hold === undefined && !areStaysKnown) return;
    handled.current = route;
    if (isStay) showStay(bookingId);
    else if (hold !== undefined) showHold(hold.key);
    else {
      setUnknown(route);
      announce(t('arrivals.unknown-stay'));
    }
  });
  useEffect(() => show(), [route, areStaysKnown]);
  return unknown === route;
}

function Headline() {
  const { tone, text, notes } = overviewText(useApp());
  return (
    <div class={`overview tone-${tone}`}>
      <h2>{text}</h2>
      {notes.length > 0 && <p>{notes.join(' ')}</p>}
    </div>
  );
}

function UnknownStay({ bookingId }: { readonly bookingId: BookingId }) {
  const { t, go } = useApp();
  return (
    <div class="unknown-stay row between">
      <p class="grow">
        <Icon name="info" /> {t('arrivals.booking-number', { booking: String(bookingId) })}: {t('arrivals.unknown-stay')}
      </p>
      <Button onClick={() => go({ view: 'history', runId: null, bookingId })}>{t('arrivals.history-of')}</Button>
    </div>
  );
}
