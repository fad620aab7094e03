/** The start of the window: what there is to do, who comes, leaves and stays, and whether they get in. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WindowTarget } from '../../../shared/domain/app-state.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { focusInLongList } from '../../lib/focus.ts';
import { useEffectEvent } from '../../lib/use-effect-event.ts';
import { Button } from '../../ui/button.tsx';
import { View } from '../../ui/view.tsx';
import { stayKey } from '../stay/stay-model.ts';
import { cardId } from './card.tsx';
import { NoStays } from './no-stays.tsx';
import { headlineOf, whyNoStays } from './overview.ts';
import { Stays } from './stays.tsx';
import { Todo } from './todo.tsx';
import { useFocusFallback } from './use-focus-fallback.ts';
import { useSync } from '../shell/use-sync.ts';

export function Today({ bookingId }: { readonly bookingId: BookingId | null }) {
  const app = useApp();
  const { snapshot } = app;
  const sync = useSync();
  const root = useFocusFallback();
  const [query, setQuery] = useState('');
  const [shownItem, setShownItem] = useState<string | null>(null);
  const [shownStay, setShownStay] = useState<string | null>(null);
  const reason = whyNoStays(app);
  const { title, lead } = headlineOf(app);

  const showItem = (key: string): void => {
    setShownItem(key);
    focusInLongList(cardId(key), () => {});
  };
  const showStay = (id: BookingId): void => {
    const key = stayKey(id);
    setQuery('');
    setShownStay(key);
    // Reset once it is shown, so that the same stay can be shown again.
    focusInLongList(key, () => {
      setShownStay(null);
      app.openPanel({ kind: 'stay', bookingId: id, ...(app.route.view === 'today' && app.route.extend === true ? { extend: true } : {}) });
    });
  };
  useRoutedBooking(bookingId, showStay, showItem);

  return (
    <View title={title} {...(lead === null ? {} : { lead })} actions={reason !== 'first-steps' && <HeaderActions />}>
      <div class="today" ref={root}>
        {reason !== 'first-steps' && <Todo showKey={shownItem} />}
        {reason === null ? (
          snapshot.stays.length + snapshot.others.length > 0 && <Stays query={query} onQuery={setQuery} showKey={shownStay} />
        ) : (
          <NoStays reason={reason} sync={sync} />
        )}
      </div>
    </View>
  );
}

/** Shows the booking of the route, once per route and as soon as the stays are known; one that is over or gone in its panel only. */
function useRoutedBooking(bookingId: BookingId | null, showStay: (id: BookingId) => void, showItem: (key: string) => void): void {
  const { snapshot, route, openPanel } = useApp();
  const handled = useRef<WindowTarget | null>(null);
  const areStaysKnown = snapshot.staysReadAtMs !== null;
  const show = useEffectEvent(() => {
    if (bookingId === null || handled.current === route) return;
    const item = snapshot.attention.find((candidate) => candidate.bookingId === bookingId);
    const isListed =
      snapshot.stays.some(({ stay }) => stay.booking.id === bookingId) || snapshot.others.some((other) => other.bookingId === bookingId);
    if (!isListed && item === undefined && !areStaysKnown) return;
    handled.current = route;
    if (isListed) showStay(bookingId);
    else if (item !== undefined) showItem(item.key);
    else openPanel({ kind: 'stay', bookingId });
  });
  useEffect(() => show(), [route, areStaysKnown]);
}

function HeaderActions() {
  const { t, go, openPrint } = useApp();
  return (
    <>
      <Button icon="door" onClick={() => go({ view: 'call' })}>
        {t('shortcut.call')}
      </Button>
      <Button icon="print" name={t('shortcut.print')} onClick={openPrint} />
    </>
  );
}
