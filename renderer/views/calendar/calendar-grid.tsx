/** The days above, the doors on the left, and a bar for each code. Tab stops once; arrow keys move from bar to bar and from door to door. */
import type { ComponentChildren, RefObject } from 'preact';
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import type { Message } from '../../lib/text-context.ts';
import { PageSearch } from '../../ui/page-search.tsx';
import { BarCard } from './bar-card.tsx';
import type { Calendar } from './calendar-model.ts';
import { DoorRow } from './door-row.tsx';
import { nextBar, placeRows, rowsInSight } from './in-sight.ts';
import { useSight } from './use-sight.ts';

/** In a hurry, the pointer crosses many bars on its way. */
const HOVER_MS = 150;

export interface CalendarGridProps extends Calendar {
  readonly doorNameOf: (place: KeypadPlace) => string;
  /** What is to be known of a door, in small lines below its name. */
  readonly notesOf: (place: KeypadPlace) => readonly Message[];
  readonly nowAt: (place: KeypadPlace) => LocalDateTime;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** Codes on the doors have changed. */
  readonly onChanged: () => void;
  /** What is shown where there are no rows. */
  readonly none: ComponentChildren;
}

export function CalendarGrid(props: CalendarGridProps) {
  const { days, rows, doorNameOf, notesOf, nowAt } = props;
  const { t } = useApp();
  const scroller = useRef<HTMLDivElement>(null);
  const track = useRef<HTMLOListElement>(null);
  const helpId = useId();
  const sight = useSight(scroller, track);
  const places = useMemo(() => placeRows(rows, (row) => notesOf(row.place).length + (row.hidden > 0 ? 1 : 0)), [rows, notesOf]);

  // The bar that Tab comes to is always drawn, wherever the calendar is scrolled.
  const [wantedKey, setActiveKey] = useState<string | null>(null);
  const known = wantedKey !== null && rows.some(({ bars }) => bars.some(({ key }) => key === wantedKey));
  const activeKey = known ? wantedKey : (rows.find(({ bars }) => bars.length > 0)?.bars[0]?.key ?? null);
  const toFocus = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (toFocus.current === null) return;
    barElement(scroller.current, toFocus.current)?.focus();
    toFocus.current = null;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && card.shown !== null) {
      event.preventDefault();
      card.hide();
    }
    const { target } = event;
    const key = target instanceof HTMLElement ? target.dataset.key : undefined;
    const next = key === undefined ? null : nextBar(rows, key, event.key);
    if (next === null) return;
    event.preventDefault();
    toFocus.current = next;
    setActiveKey(next);
  };

  const card = useCard();
  const onBarFocus = (key: string, isByKeyboard: boolean): void => {
    setActiveKey(key);
    if (isByKeyboard) card.show(key);
  };
  const shownRow = rows.find(({ bars }) => bars.some(({ key }) => key === card.shown));
  const shownBar = shownRow?.bars.find(({ key }) => key === card.shown);

  const { first, end } = rowsInSight(places, sight);
  const drawn = rows
    .map((row, index) => ({ row, index }))
    .filter(({ row, index }) => (index >= first && index < end) || row.bars.some(({ key }) => key === activeKey));
  return (
    <>
      <div class="calendar-scroller" ref={scroller}>
        <div
          class={`calendar-grid days-${String(days.length)}`}
          role="grid"
          aria-label={t('calendar.grid')}
          aria-describedby={helpId}
          aria-rowcount={rows.length + 1}
          style={{ '--days': String(days.length) }}
          onKeyDown={onKeyDown}
        >
          <Days {...props} track={track} />
          <div class="calendar-rows" role="presentation" style={{ height: `${String(places.heightPx)}px` }}>
            <Columns days={days} />
            {drawn.map(({ row, index }) => (
              <DoorRow
                key={row.key}
                {...{ row, days, index, sight, activeKey, onBarFocus }}
                onChanged={props.onChanged}
                topPx={places.topsPx[index] ?? 0}
                heightPx={(places.topsPx[index + 1] ?? 0) - (places.topsPx[index] ?? 0)}
                name={doorNameOf(row.place)}
                notes={notesOf(row.place)}
                now={nowAt(row.place)}
                shownKey={card.shown}
                onHover={card.hover}
              />
            ))}
          </div>
        </div>
        {rows.length === 0 && props.none}
      </div>
      <p class="visually-hidden" id={helpId}>
        {t('calendar.keys')}
      </p>
      {shownRow !== undefined && shownBar !== undefined && (
        <BarCard
          key={shownBar.key}
          bar={shownBar}
          door={doorNameOf(shownRow.place)}
          onHold={() => card.hover(shownBar.key)}
          onLeave={() => card.hover(null)}
        />
      )}
    </>
  );
}

function barElement(scroller: HTMLElement | null, key: string): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`.bar[data-key="${CSS.escape(key)}"]`) ?? null;
}

interface Card {
  /** The key of the bar whose card is shown. */
  readonly shown: string | null;
  readonly show: (key: string) => void;
  readonly hide: () => void;
  /** After a moment; null: the pointer has left. */
  readonly hover: (key: string | null) => void;
}
function useCard(): Card {
  const [shown, setShown] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const set = useCallback((key: string | null) => {
    clearTimeout(timer.current);
    setShown(key);
  }, []);
  const hover = useCallback((key: string | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(key), HOVER_MS);
  }, []);
  const hide = useCallback(() => set(null), [set]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { shown, show: set, hide, hover };
}

type DaysProps = Pick<CalendarGridProps, 'days' | 'search' | 'onSearch'>;

/** The days are hidden from screen readers: every bar says its own dates. */
function Days({ days, search, onSearch, track }: DaysProps & { readonly track: RefObject<HTMLOListElement | null> }) {
  const { t, formats } = useApp();
  return (
    <div class="calendar-days" role="row" aria-rowindex={1}>
      <div class="calendar-corner" role="columnheader">
        <PageSearch label={t('calendar.search')} value={search} onInput={onSearch} />
      </div>
      <ol class="plain-list" ref={track} aria-hidden="true">
        {days.map((day, index) => (
          <li key={day} class={dayClass(day, index)}>
            <span>{day.endsWith('-01') ? formats.month(day) : formats.shortWeekday(day)}</span> <strong>{formats.dayOfMonth(day)}</strong>
          </li>
        ))}
      </ol>
    </div>
  );
}

function dayClass(day: LocalDate, index: number): string {
  return [index === 0 ? 'first-day' : '', isWeekend(day) ? 'weekend' : '', day.endsWith('-01') ? 'month' : '']
    .filter((name) => name !== '')
    .join(' ');
}

function Columns({ days }: { readonly days: readonly LocalDate[] }) {
  return (
    <div class="calendar-columns" aria-hidden="true">
      {days.map((day, index) => isWeekend(day) && <span key={day} style={{ '--day': String(index) }} />)}
    </div>
  );
}

function isWeekend(day: LocalDate): boolean {
  const weekday = new Date(`${day}T12:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
