/** All guests under their headings, with a search and a jump to a date. Only the rows in sight are in the page. */
import type { ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { addDays } from '../../../shared/time.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw, focusInLongList } from '../../lib/focus.ts';
import { memoize } from '../../lib/memoize.ts';
import { doorName } from '../../lib/names.ts';
import { Button } from '../../ui/button.tsx';
import { PageSearch } from '../../ui/page-search.tsx';
import { Empty } from '../../ui/states.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { DateJump } from './date-jump.tsx';
import { stateText } from './row-text.ts';
import { entryForDate, guestRows, listEntries } from './rows.ts';
import type { ListEntry } from './rows.ts';
import { findRows, indexRows } from './search.ts';
import { StayRow, toldOf, TurnoverRow, unitText } from './stay-row.tsx';

export interface StaysProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly showKey: string | null;
}
const TITLE_ID = 'guests-title';

export function Stays({ query, onQuery, showKey }: StaysProps) {
  const { snapshot, t, formats, nowMs, announce } = useApp();
  const { stays, others, names, tellings } = snapshot;
  const [jumpKey, setJumpKey] = useState<string | null>(null);
  const rows = guestRows({ stays, others });
  // Not before the first search, which few begin with.
  const index = useMemo(
    () =>
      memoize(
        () =>
          indexRows(rows, {
            doorName: (place) => doorName({ names }, t, place),
            unitName: (row) => unitText(row, t),
            stateName: (row) => stateText(row, t),
            noName: t('common.no-name'),
          }),
        () => '',
      ),
    [rows, names, t],
  );
  const isSearching = query.trim() !== '';
  const found = useMemo(() => (isSearching ? findRows(index(), query) : rows), [rows, index, isSearching, query]);
  const today = formats.dateAt(nowMs);
  const entries = useMemo(() => listEntries(found, nowMs, today), [found, nowMs, today]);
  const told = useMemo(() => Map.groupBy(tellings, ({ bookingId }) => bookingId), [tellings]);
  // Rows that stay in sight while the list scrolls are not drawn again.
  const row = memoize(
    (entry: ListEntry): ComponentChild => {
      if (entry.kind === 'heading') return <GroupHeading entry={entry} today={today} />;
      if (entry.kind === 'turnover') return <TurnoverRow entry={entry} />;
      return <StayRow entry={entry} today={today} told={toldOf(entry.row, told.get(entry.row.bookingId) ?? [])} />;
    },
    ({ key }) => key,
  );
  const jump = (date: LocalDate): void => {
    const key = entryForDate(entries, date, today);
    if (key === null) announce(t('today.nobody-then'));
    setJumpKey(key);
    // Reset once it is shown, so that the same date can be chosen again.
    if (key !== null) focusInLongList(key, () => setJumpKey(null));
  };
  return (
    <section class="stack" aria-labelledby={TITLE_ID} data-focus-fallback={TITLE_ID}>
      <div class="guests-head row">
        <h2 id={TITLE_ID} tabIndex={-1} class="visually-hidden">
          {t('today.guests')}
        </h2>
        <PageSearch label={t('today.search')} value={query} onInput={onQuery} />
        <p role="status" class="quiet-text small">
          {isSearching && t('today.found', { count: found.length })}
        </p>
        <DateJump first={today} onChoose={jump} />
      </div>
      {found.length === 0 ? (
        <Empty
          icon="search"
          title={t('today.nothing-found')}
          text={t('today.nothing-found-text')}
          actions={
            <Button
              onClick={() => {
                onQuery('');
                focusAfterDraw(TITLE_ID);
              }}
            >
              {t('today.show-all-guests')}
            </Button>
          }
        />
      ) : (
        <VirtualList
          label={t('today.guests')}
          scrolling="page"
          items={entries}
          isHeading={isHeading}
          hasStickyHeadings
          estimatedHeightPx={44}
          showKey={showKey ?? jumpKey}
          row={row}
        />
      )}
    </section>
  );
}

function isHeading(entry: ListEntry): boolean {
  return entry.kind === 'heading';
}

function GroupHeading({ entry, today }: { readonly entry: Extract<ListEntry, { kind: 'heading' }>; readonly today: LocalDate }) {
  const { t, formats } = useApp();
  const { key, section, date, count } = entry;
  const title = (): string => {
    if (section === 'tomorrow') return t('today.group-tomorrow', { day: formats.longDay(addDays(today, 1)) });
    if (section !== 'later' || date === null) return t(`today.group-${section}`);
    return date.slice(0, 4) === today.slice(0, 4) ? formats.longDay(date) : formats.longDate(date);
  };
  return (
    <div class="group-head small">
      <h3 id={key} tabIndex={-1}>
        {title()}
      </h3>
      <p class="quiet-text">{formats.number(count)}</p>
    </div>
  );
}
