/** All stays under their headings, with search and filter. Only what is in sight stands in the page. */
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import type { Formats } from '../../lib/format.ts';
import { doorName } from '../../lib/names.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Empty } from '../../ui/states.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { dayAfter, groupStays } from './groups.ts';
import type { Group, ListEntry } from './groups.ts';
import { findStays, indexStays } from './search.ts';
import { StayRow } from './stay-row.tsx';
import type { Sync } from './use-sync.ts';

export interface Find {
  readonly query: string;
  readonly onlyNeedsYou: boolean;
}
export const FIND_ALL: Find = { query: '', onlyNeedsYou: false };

export interface StaysProps {
  readonly find: Find;
  readonly onFind: (find: Find) => void;
  /** Keys of stays that are folded out. */
  readonly open: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  readonly showKey: string | null;
  readonly sync: Sync;
}
const TITLE_ID = 'stays-title';

export function Stays({ find, onFind, open, onToggle, showKey, sync }: StaysProps) {
  const { snapshot, t, formats, nowMs } = useApp();
  const { stays, names } = snapshot;
  const index = useMemo(() => indexStays(stays, (place) => doorName({ names }, t, place), t('common.no-name')), [stays, names, t]);
  const found = useMemo(() => findStays(index, find.query, find.onlyNeedsYou), [index, find]);
  const today = formats.dateAt(nowMs);
  const entries = useMemo(() => groupStays(found, nowMs, today), [found, nowMs, today]);
  const days = useMemo(() => rememberedDays(formats), [formats]);
  // Of this drawing: while the list only scrolls, rows that stay in sight are not drawn again.
  const drawn = new Map<string, ComponentChild>();
  const draw = (entry: ListEntry): ComponentChild => {
    const row =
      drawn.get(entry.key) ??
      (entry.kind === 'heading' ? (
        <GroupHeading group={entry.group} count={entry.count} />
      ) : (
        <StayRow status={entry.status} days={days} isOpen={open.has(entry.key)} onToggle={() => onToggle(entry.key)} sync={sync} />
      ));
    drawn.set(entry.key, row);
    return row;
  };
  const isNarrowed = find.query.trim() !== '' || find.onlyNeedsYou;
  return (
    <section class="stays" aria-labelledby={TITLE_ID} data-focus-home={TITLE_ID}>
      <div class="stays-head">
        <h2 id={TITLE_ID} tabIndex={-1}>
          {t('arrivals.stays')}
        </h2>
        <p role="status" class="quiet-text">
          {isNarrowed && t('arrivals.found', { count: found.length })}
        </p>
        <Button icon="alert" isPressed={find.onlyNeedsYou} onClick={() => onFind({ ...find, onlyNeedsYou: !find.onlyNeedsYou })}>
          {t('arrivals.only-needs-you')}
        </Button>
        <TextField
          type="search"
          label={t('arrivals.search')}
          placeholder={t('arrivals.search-hint')}
          value={find.query}
          onInput={(query) => onFind({ ...find, query })}
        />
      </div>
      {found.length === 0 ? (
        <NothingFound find={find} onReset={() => onFind(FIND_ALL)} />
      ) : (
        <VirtualList
          label={t('arrivals.stays')}
          scrolling="page"
          items={entries}
          keyOf={keyOf}
          isHeading={isHeading}
          estimatedHeightPx={76}
          showKey={showKey}
          row={draw}
        />
      )}
    </section>
  );
}

/** Stays of thousands share few spans of days, and writing one takes its time. */
function rememberedDays(formats: Formats): Formats['days'] {
  const known = new Map<string, string>();
  return (from, to) => {
    const key = `${from}/${to}`;
    const text = known.get(key) ?? formats.days(from, to);
    known.set(key, text);
    return text;
  };
}

function keyOf(entry: ListEntry): string {
  return entry.key;
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
    tomorrow: formats.longDay(dayAfter(today, 1)),
    week: formats.days(dayAfter(today, 2), dayAfter(today, 6)),
    later: '',
  };
  return (
    <div class="group-head">
      <h3>{t(`arrivals.group-${group}`)}</h3>
      <p class="quiet-text">{days[group]}</p>
      <p class="group-count quiet-text">{t('arrivals.group-count', { count })}</p>
    </div>
  );
}

function NothingFound({ find, onReset }: { readonly find: Find; readonly onReset: () => void }) {
  const { t } = useApp();
  // With words to look for, the words are what did not fit.
  const isCalm = find.onlyNeedsYou && find.query.trim() === '';
  return (
    <Empty
      icon={isCalm ? 'check' : 'search'}
      title={t(isCalm ? 'arrivals.nothing-needs-you' : 'arrivals.nothing-found')}
      actions={<Button onClick={onReset}>{t('arrivals.show-all-stays')}</Button>}
      text={t(isCalm ? 'arrivals.nothing-needs-you-text' : 'arrivals.nothing-found-text')}
    />
  );
}
