/** The home of the window: who gets in, what goes on, what needs the user, what waits, and every stay. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { WindowTarget } from '../../../shared/domain/app-state.ts';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { View } from '../../ui/view.tsx';
import { AttentionList } from './attention-list.tsx';
import { emptinessOf } from './empty-words.ts';
import { stayKey } from './groups.ts';
import { holdCardId } from './hold-card.tsx';
import { Holds, HOLDS_TITLE_ID } from './holds.tsx';
import { NoStays } from './no-stays.tsx';
import { FIND_ALL, Stays } from './stays.tsx';
import type { Find } from './stays.tsx';
import { Strip } from './strip.tsx';
import { useFocusHome } from './use-focus-home.ts';
import { useSync } from './use-sync.ts';

export function Arrivals({ bookingId }: { readonly bookingId: number | null }) {
  const { snapshot, t, formats, nowMs } = useApp();
  const sync = useSync();
  const root = useFocusHome();
  const [find, setFind] = useState<Find>(FIND_ALL);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [shownHold, setShownHold] = useState<string | null>(null);
  const [shownStay, setShownStay] = useState<string | null>(null);
  const emptiness = emptinessOf(snapshot, nowMs, formats.dateAt(nowMs));

  const showHold = (key: string | null): void => {
    setShownHold(key);
    focusOnceDrawn(key === null ? HOLDS_TITLE_ID : holdCardId(key), () => undefined);
  };
  const showStay = (key: string): void => {
    setFind(FIND_ALL);
    setOpen((before) => new Set([...before, key]));
    setShownStay(key);
    // Forgotten once it is there, so that the same stay can be asked for again.
    focusOnceDrawn(key, () => setShownStay(null));
  };
  const isUnknown = useRoutedBooking(bookingId, showStay, showHold);

  return (
    <View title={t('shell.arrivals')}>
      <div class="arrivals" ref={root}>
        <Strip sync={sync} />
        {isUnknown && bookingId !== null && <UnknownStay bookingId={bookingId} />}
        {emptiness !== 'first-steps' && <AttentionList sync={sync} onShowHold={showHold} />}
        <Holds sync={sync} showKey={shownHold} />
        {emptiness !== null && <NoStays emptiness={emptiness} sync={sync} />}
        {snapshot.stays.length > 0 && (
          <Stays
            find={find}
            onFind={setFind}
            open={open}
            onToggle={(key) => setOpen((before) => toggled(before, key))}
            showKey={shownStay}
            sync={sync}
          />
        )}
      </div>
    </View>
  );
}

/** Goes to the booking the route names, once per asking and as soon as it is known. True: it is nowhere. */
function useRoutedBooking(bookingId: number | null, showStay: (key: string) => void, showHold: (key: string) => void): boolean {
  const { snapshot, route, announce, t } = useApp();
  const handled = useRef<WindowTarget | null>(null);
  const [unknown, setUnknown] = useState<WindowTarget | null>(null);
  const isKnown = snapshot.staysReadAtMs !== null;
  useEffect(() => {
    if (bookingId === null || handled.current === route) return;
    const hold = snapshot.holds.find((candidate) => candidate.bookingId === bookingId);
    const isStay = snapshot.stays.some(({ stay }) => stay.booking.id === bookingId);
    if (!isStay && hold === undefined && !isKnown) return;
    handled.current = route;
    if (isStay) showStay(stayKey(bookingId));
    else if (hold !== undefined) showHold(hold.key);
    else {
      setUnknown(route);
      announce(t('arrivals.unknown-stay'));
    }
  }, [route, isKnown]);
  return unknown === route;
}

function UnknownStay({ bookingId }: { readonly bookingId: number }) {
  const { t, go } = useApp();
  return (
    <div class="unknown-stay">
      <p>
        <Icon name="info" /> {t('arrivals.booking-number', { booking: String(bookingId) })}: {t('arrivals.unknown-stay')}
      </p>
      <Button onClick={() => go({ view: 'history', runId: null, bookingId })}>{t('arrivals.history-of')}</Button>
    </div>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const others = [...keys].filter((candidate) => candidate !== key);
  return new Set(others.length === keys.size ? [...others, key] : others);
}

/** So many drawings may pass until a row of a long list is there. */
const DRAWINGS = 60;

function focusOnceDrawn(id: string, done: () => void, left = DRAWINGS): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id);
    if (element !== null) {
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'nearest' });
    }
    if (element !== null || left === 0) done();
    else focusOnceDrawn(id, done, left - 1);
  });
}
