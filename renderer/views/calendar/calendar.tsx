/** The calendar: per door, who can open it over the next days, and who can right now. */
import { useCallback, useMemo, useState } from 'preact/hooks';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { dateOf } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { memoize } from '../../lib/memoize.ts';
import { doorName } from '../../lib/names.ts';
import { useLoad } from '../../lib/use-call.ts';
import { useDoorClock } from '../../lib/use-door-clock.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { View, VIEW_TITLE_ID } from '../../ui/view.tsx';
import { CalendarGrid } from './calendar-grid.tsx';
import { buildCalendar, filterRows, openNow, SPANS } from './calendar-model.ts';
import type { Span } from './calendar-model.ts';
import { doorNotes } from './door-notes.ts';
import { Legend } from './legend.tsx';

export function Calendar() {
  const { snapshot, t, formats, nowMs, go } = useApp();
  const { stays, others, holds, attention, names, lastRun, activity } = snapshot;
  const [search, setSearch] = useState('');
  const [span, setSpan] = useState<Span>('14');
  const [isNow, setNow] = useState(false);
  const codes = useLoad('codes.list', null, lastRun?.run.id);
  const read = codes.state.kind === 'loaded' ? codes.state.value : null;

  const { factsOf, nowAt } = useDoorClock();
  const firstDay = names.doors.map((door) => dateOf(nowAt(door))).toSorted()[0] ?? formats.dateAt(nowMs);
  const doorNameOf = useMemo(() => memoize((place: KeypadPlace) => doorName({ names }, t, place), placeKey), [names, t]);
  const notesOf = useCallback((place: KeypadPlace) => doorNotes({ t, formats }, factsOf(place), nowMs), [t, formats, factsOf, nowMs]);
  const calendar = useMemo(() => {
    const compare = (one: KeypadPlace, other: KeypadPlace): number => formats.compare(doorNameOf(one), doorNameOf(other));
    return buildCalendar({ stays, others, holds, attention, names, codes: read?.codes ?? null, firstDay, span: Number(span), compare });
  }, [stays, others, holds, attention, names, read, firstDay, span, formats, doorNameOf]);
  const open = useMemo(() => openNow(calendar.rows, nowAt), [calendar, nowAt]);
  const rows = useMemo(
    () => filterRows(isNow ? open.rows : calendar.rows, search, doorNameOf),
    [isNow, open, calendar, search, doorNameOf],
  );

  const hasDoors = calendar.rows.length > 0;
  const content = (): preact.ComponentChild => {
    if (!hasDoors) {
      if (activity === 'starting') return <Loading label={t('common.loading')} />;
      return (
        <Empty
          icon="door"
          title={t('calendar.no-doors')}
          text={t('calendar.no-doors-text')}
          actions={
            <Button kind="primary" onClick={() => go({ view: 'doors', unitId: null })}>
              {t('calendar.choose-doors')}
            </Button>
          }
        />
      );
    }
    return (
      <CalendarGrid
        {...{ rows, doorNameOf, notesOf, nowAt, search }}
        days={calendar.days}
        onSearch={setSearch}
        onChanged={codes.reload}
        none={
          <Empty
            icon={search === '' ? 'door' : 'search'}
            title={search === '' ? t('calendar.nobody-now') : t('calendar.none-found', { search })}
            actions={
              <Button
                onClick={() => {
                  setSearch('');
                  setNow(false);
                  document.getElementById(VIEW_TITLE_ID)?.focus();
                }}
              >
                {t('calendar.show-all')}
              </Button>
            }
          />
        }
      />
    );
  };
  const [first = firstDay, last = firstDay] = [calendar.days[0], calendar.days.at(-1)];

  return (
    <View
      title={t('calendar.title')}
      lead={
        codes.state.kind === 'loading' && hasDoors
          ? t('calendar.codes-loading')
          : t('calendar.lead', { from: formats.shortDay(first), to: formats.shortDay(last) })
      }
      layout="fill"
      actions={
        hasDoors && (
          <>
            <Segmented
              label={t('calendar.span')}
              choices={SPANS.map((days) => ({ value: days, label: days === '90' ? t('calendar.days', { count: Number(days) }) : days }))}
              value={span}
              onChange={setSpan}
            />
            <Button isPressed={isNow} onClick={() => setNow(!isNow)}>
              {t('calendar.open-now')} <strong class={isNow ? '' : 'tone-good'}>{open.count}</strong>
            </Button>
            <Legend />
          </>
        )
      }
    >
      {hasDoors && (
        <p class="visually-hidden" role="status">
          {isNow || search !== '' ? t('calendar.found', { count: rows.length }) : ''}
        </p>
      )}
      {codes.state.kind === 'error' && hasDoors && (
        <Failure
          title={t('calendar.codes-failed')}
          error={codes.state.error}
          onRetry={codes.reload}
          isBusy={codes.isBusy}
          text={t('calendar.codes-failed-text')}
        />
      )}
      {read !== null && read.unread.length > 0 && <p class="tone-warning">{t('calendar.codes-partly', { count: read.unread.length })}</p>}
      {content()}
    </View>
  );
}
