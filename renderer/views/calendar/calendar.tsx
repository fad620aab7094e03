/** The timeline: per door, who can open it over the next 30 days, as bars or as a table. */
import { useMemo, useState } from 'preact/hooks';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { memoize } from '../../lib/memoize.ts';
import { doorName } from '../../lib/names.ts';
import { useLoad } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { View } from '../../ui/view.tsx';
import { TimelineBars } from './timeline-bars.tsx';
import { buildTimeline, filterRows } from './timeline-model.ts';
import { TimelineTable } from './timeline-table.tsx';

export function Calendar() {
  const { snapshot, t, formats, nowMs, go } = useApp();
  const { stays, names, lastRun, activity } = snapshot;
  const [search, setSearch] = useState('');
  const [isTable, setTable] = useState(false);
  const codes = useLoad('codes.list', null, lastRun?.run.id);
  const read = codes.state.kind === 'loaded' ? codes.state.value : null;
  const today = formats.dateAt(nowMs);

  const timeline = useMemo(() => {
    const doorNameOf = memoize((place: KeypadPlace) => doorName({ names }, t, place), placeKey);
    const byName = (one: KeypadPlace, other: KeypadPlace): number => formats.compare(doorNameOf(one), doorNameOf(other));
    return { ...buildTimeline({ stays, names }, read?.codes ?? null, today, byName), doorNameOf };
  }, [stays, names, read, today, t, formats]);
  const rows = useMemo(() => filterRows(timeline.rows, search, timeline.doorNameOf), [timeline, search]);

  const content = (): preact.ComponentChild => {
    if (timeline.rows.length === 0) {
      if (activity === 'starting') return <Loading label={t('common.loading')} />;
      return (
        <Empty
          icon="door"
          title={t('timeline.no-doors')}
          actions={
            <Button kind="primary" onClick={() => go({ view: 'doors', unitId: null })}>
              {t('timeline.open-mapping')}
            </Button>
          }
          text={t('timeline.no-doors-text')}
        />
      );
    }
    if (rows.length === 0) {
      const showAll = <Button onClick={() => setSearch('')}>{t('timeline.show-all')}</Button>;
      return <Empty icon="search" title={t('timeline.none-found', { search })} actions={showAll} />;
    }
    const parts = { timeline: { days: timeline.days, rows }, doorNameOf: timeline.doorNameOf };
    return (
      <>
        {timeline.rows.every((row) => row.bars.length === 0) && (
          <Empty icon="calendar" title={t('timeline.no-stays')} text={t('timeline.no-stays-text')} />
        )}
        {isTable ? <TimelineTable {...parts} /> : <TimelineBars {...parts} />}
      </>
    );
  };

  return (
    <View
      title={t('timeline.title')}
      lead={t('timeline.lead')}
      actions={
        <div class="row" role="group" aria-label={t('timeline.shown-as')}>
          <Button isPressed={!isTable} onClick={() => setTable(false)}>
            {t('timeline.bars')}
          </Button>
          <Button isPressed={isTable} onClick={() => setTable(true)}>
            {t('timeline.table')}
          </Button>
        </div>
      }
    >
      {timeline.rows.length > 0 && (
        <div class="timeline-tools row">
          <TextField type="search" label={t('timeline.search')} value={search} onInput={setSearch} maxLength={100} />
          <p class="quiet-text" role="status">
            {t('timeline.found', { count: rows.length })}
          </p>
        </div>
      )}
      {codes.state.kind === 'loading' && timeline.rows.length > 0 && (
        <p class="quiet-text" role="status">
          {t('timeline.codes-loading')}
        </p>
      )}
      {codes.state.kind === 'error' && timeline.rows.length > 0 && (
        <Failure
          title={t('timeline.codes-failed')}
          error={codes.state.error}
          onRetry={codes.reload}
          isBusy={codes.isBusy}
          text={t('timeline.codes-failed-text')}
        />
      )}
      {read !== null && read.unread.length > 0 && <p class="tone-warning">{t('timeline.codes-partly', { count: read.unread.length })}</p>}
      {content()}
    </View>
  );
}
