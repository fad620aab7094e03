/** All stays under their headings, with search and filter. Only the rows in sight are in the page. */
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { addDays } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { memoize } from '../../lib/memoize.ts';
import { doorName } from '../../lib/names.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Empty } from '../../ui/states.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { findStays, indexStays } from './search.ts';
import { groupStays } from '../stay/stay-model.ts';
import type { Group, ListEntry } from '../stay/stay-model.ts';
import { StayRow } from './stay-row.tsx';

export interface StayFilter {
  readonly query: string;
  readonly onlyNeedsYou: boolean;
}
export const NO_FILTER: StayFilter = { query: '', onlyNeedsYou: false };

export interface StaysProps {
  readonly filter: StayFilter;
  readonly onFilter: (filter: StayFilter) => void;
  readonly showKey: string | null;
}
const TITLE_ID = 'stays-title';

export function Stays({ filter, onFilter, showKey }: StaysProps) {
  const { snapshot, t, formats, nowMs } = useApp();
  const { stays, names } = snapshot;
  const index = useMemo(() => indexStays(stays, (place) => doorName({ names }, t, place), t('common.no-name')), [stays, names, t]);
  const found = useMemo(() => findStays(index, filter.query, filter.onlyNeedsYou), [index, filter]);
  const today = formats.dateAt(nowMs);
  const entries = useMemo(() => groupStays(found, nowMs, today), [found, nowMs, today]);
  // Thousands of stays share few spans of days.
  const days = useMemo(() => memoize(formats.days, (from, to) => `${from}/${to}`), [formats]);
  // Rows that stay in sight while the list scrolls are not drawn again.
  const row = memoize(
    (entry: ListEntry): ComponentChild =>
      entry.kind === 'heading' ? <GroupHeading group={entry.group} count={entry.count} /> : <StayRow status={entry.status} days={days} />,
    ({ key }) => key,
  );
  const isNarrowed = filter.query.trim() !== '' || filter.onlyNeedsYou;
  return (
    <section class="stack" aria-labelledby={TITLE_ID} data-focus-fallback={TITLE_ID}>
      <div class="stays-head row loose">
        <h2 id={TITLE_ID} tabIndex={-1}>
          {t('arrivals.stays')}
        </h2>
        <p role="status" class="quiet-text">
          {isNarrowed && t('arrivals.found', { count: found.length })}
        </p>
        <Button icon="alert" isPressed={filter.onlyNeedsYou} onClick={() => onFilter({ ...filter, onlyNeedsYou: !filter.onlyNeedsYou })}>
          {t('arrivals.only-needs-you')}
        </Button>
        <TextField
          type="search"
          label={t('arrivals.search')}
          placeholder={t('arrivals.search-hint')}
          value={filter.query}
          onInput={(query) => onFilter({ ...filter, query })}
        />
      </div>
      {found.length === 0 ? (
        <NothingFound filter={filter} onReset={() => onFilter(NO_FILTER)} />
      ) : (
        <VirtualList
          label={t('arrivals.stays')}
          scrolling="page"
          items={entries}
          isHeading={isHeading}
          estimatedHeightPx={44}
          showKey={showKey}
          row={row}
        />
      )}
    </section>
  );
}

function isHeading(entry: ListEntry): boolean {
  return entry.kind === 'heading';
}

function GroupHeading({ group, count }: { readonly group: Group; readonly count: number }) {
  const { t, formats, nowMs } = useApp();
  const today = formats.dateAt(nowMs);
  const days: Readonly<Record<Group, string>> = {
    'in-house': '',
    today: formats.longDay(today),
    tomorrow: formats.longDay(addDays(today, 1)),
    week: formats.days(addDays(today, 2), addDays(today, 6)),
    later: '',
  };
  return (
    <div class="group-head">
      <h3>{t(`arrivals.group-${group}`)}</h3>
      <p class="quiet-text small">{days[group]}</p>
      <p class="group-count quiet-text small">{t('arrivals.group-count', { count })}</p>
    </div>
  );
}

function NothingFound({ filter, onReset }: { readonly filter: StayFilter; readonly onReset: () => void }) {
  const { t } = useApp();
  // With a query, it is the query that matched nothing.
  const isCalm = filter.onlyNeedsYou && filter.query.trim() === '';
  return (
    <Empty
      icon={isCalm ? 'check' : 'search'}
      title={t(isCalm ? 'arrivals.nothing-needs-you' : 'arrivals.nothing-found')}
      text={t(isCalm ? 'arrivals.nothing-needs-you-text' : 'arrivals.nothing-found-text')}
      actions={<Button onClick={onReset}>{t('arrivals.show-all-stays')}</Button>}
    />
  );
}
