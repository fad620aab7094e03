/** The timeline as bars, one row per door. Tab stops once; arrow keys move from bar to bar and from door to door. */
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { barName, barNotes, barSentence, endText, startText, TONES } from './bar-text.ts';
import { BAR_STATES, nextBar } from './timeline-model.ts';
import type { Bar, Row, Timeline } from './timeline-model.ts';

export interface TimelineProps {
  readonly timeline: Timeline;
  readonly doorNameOf: (place: KeypadPlace) => string;
}
interface Picked {
  readonly row: Row;
  readonly bar: Bar;
}

export function TimelineBars({ timeline, doorNameOf }: TimelineProps) {
  const { t, go, formats, nowMs } = useApp();
  const { days, rows } = timeline;
  const grid = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [pickedKey, setPickedKey] = useState<string | null>(null);
  const picked = rows.flatMap((row) => row.bars.map((bar) => ({ row, bar }))).find(({ bar }) => bar.key === pickedKey);

  /** In the page itself: rendering hundreds of bars again for every key would be slow. */
  const focusBar = (key: string): void => {
    for (const element of grid.current?.querySelectorAll<HTMLElement>('.bar') ?? []) {
      const isNext = element.dataset.key === key;
      element.tabIndex = isNext ? 0 : -1;
      if (isNext) element.focus();
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target } = event;
    const key = target instanceof HTMLElement ? target.dataset.key : undefined;
    const next = key === undefined ? null : nextBar(rows, key, event.key);
    if (next === null) return;
    event.preventDefault();
    focusBar(next);
  };

  const drawn = useMemo(() => {
    const firstKey = rows.flatMap(({ bars }) => bars)[0]?.key;
    return rows.map((row) => (
      <div class="timeline-row" role="row" key={row.key}>
        <div class="timeline-door" role="rowheader">
          {doorNameOf(row.place)}
          {row.hidden > 0 && <div class="quiet-text small">{t('timeline.hidden', { count: row.hidden })}</div>}
        </div>
        <div
          class={row.turnovers.length > 0 ? 'timeline-track changes' : 'timeline-track'}
          role={row.bars.length === 0 ? 'gridcell' : 'presentation'}
          style={{ '--lanes': String(row.lanes) }}
        >
          {row.bars.length === 0 && <span class="visually-hidden">{t('timeline.empty-row')}</span>}
          {row.turnovers.map((day) => (
            <span
              key={day}
              class="turnover"
              aria-hidden="true"
              style={{ left: `${(day / days.length) * 100}%`, width: `${100 / days.length}%` }}
            >
              <Icon name="sync" />
            </span>
          ))}
          {row.bars.map((bar) => (
            <div
              key={bar.key}
              class="bar-cell"
              role="gridcell"
              style={{ left: `${bar.from * 100}%`, width: `${(bar.to - bar.from) * 100}%`, '--lane': String(bar.lane) }}
            >
              <button
                type="button"
                class={`bar ${bar.state} tone-${TONES[bar.state]}`}
                data-key={bar.key}
                tabIndex={bar.key === firstKey ? 0 : -1}
                aria-label={[barSentence({ t, formats }, bar), ...barNotes({ t, formats }, bar, row.bars)].join(' ')}
                onFocus={() => setPickedKey(bar.key)}
                onPointerEnter={() => setPickedKey(bar.key)}
                onClick={() => {
                  if (bar.bookingId !== null) go({ view: 'today', bookingId: bar.bookingId });
                }}
              >
                {bar.overlaps.length > 0 && <Icon name="alert" />}
                <span class="bar-label">{barName({ t }, bar)}</span>
              </button>
            </div>
          ))}
        </div>
      </div>
    ));
  }, [rows, days, doorNameOf, t, formats, go]);

  return (
    <div class="timeline-bars stack">
      <Legend />
      <div class="timeline-scroller panel">
        <div class="timeline-grid" role="grid" aria-label={t('timeline.grid')} aria-describedby={helpId} ref={grid} onKeyDown={onKeyDown}>
          <Days days={days} />
          <div
            class="timeline-now"
            aria-hidden="true"
            style={{ '--now': String(formats.minuteOfDayAt(nowMs) / (days.length * 24 * 60)) }}
          />
          {drawn}
        </div>
      </div>
      <p class="hint" id={helpId}>
        {t('timeline.keys')}
      </p>
      <div class={picked === undefined ? '' : 'timeline-picked panel row between'}>
        {picked === undefined ? <p class="hint">{t('timeline.pick')}</p> : <PickedBar {...picked} doorNameOf={doorNameOf} />}
      </div>
    </div>
  );
}

/** The days above the bars. Hidden from screen readers: every bar says its own dates. */
function Days({ days }: { readonly days: readonly LocalDate[] }) {
  const { formats } = useApp();
  const [today] = days;
  return (
    <div class="timeline-days" aria-hidden="true">
      <div class="timeline-door" />
      <ol class="timeline-dates">
        {days.map((day) => (
          <li key={day} class={isWeekend(day) ? 'weekend' : ''}>
            <span>{formats.weekday(day)}</span>
            <strong>{formats.dayOfMonth(day)}</strong>
            {(day === today || day.endsWith('-01')) && <em>{formats.month(day)}</em>}
          </li>
        ))}
      </ol>
    </div>
  );
}
function isWeekend(day: LocalDate): boolean {
  const weekday = new Date(`${day}T12:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function Legend() {
  const { t } = useApp();
  return (
    <ul class="legend plain-list small quiet-text" aria-label={t('timeline.legend')}>
      {BAR_STATES.map((state) => (
        <li key={state}>
          <span class={`swatch ${state} tone-${TONES[state]}`} aria-hidden="true" /> {t(`timeline.state-${state}`)}
        </li>
      ))}
      <li>
        <span class="swatch-now" aria-hidden="true" /> {t('timeline.now')}
      </li>
      <li>
        <Icon name="sync" /> {t('timeline.turnover')}
      </li>
      <li>
        <Icon name="alert" /> {t('timeline.overlap')}
      </li>
    </ul>
  );
}

function PickedBar({ row, bar, doorNameOf }: Picked & Pick<TimelineProps, 'doorNameOf'>) {
  const app = useApp();
  const { t, go } = app;
  const { bookingId } = bar;
  return (
    <>
      <div>
        <p>
          <strong>{barName(app, bar)}</strong> {bar.unitName !== '' && <span class="quiet-text">{bar.unitName}</span>}{' '}
          <Badge tone={TONES[bar.state]} text={t(`timeline.state-${bar.state}`)} />
        </p>
        <p>
          {doorNameOf(row.place)} · {startText(app, bar)} – {endText(app, bar)}
        </p>
        {barNotes(app, bar, row.bars).map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      {bookingId !== null && <Button onClick={() => go({ view: 'today', bookingId })}>{t('timeline.open-stay')}</Button>}
    </>
  );
}
