/** Everybody who has a code without a booking: cleaners, owners, one-off visits, spare codes, and codes that belong to nobody known. */
import { useMemo, useState } from 'preact/hooks';
import { isFoundIn } from '../../../shared/text.ts';
import { addDays } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { memoize } from '../../lib/memoize.ts';
import { doorName } from '../../lib/names.ts';
import { useLoad } from '../../lib/use-call.ts';
import { useDoorClock } from '../../lib/use-door-clock.ts';
import { Button } from '../../ui/button.tsx';
import { IconText } from '../../ui/icon.tsx';
import { PageSearch } from '../../ui/page-search.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { View } from '../../ui/view.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { CodeRow } from './code-row.tsx';
import { codesOfNobody, inGroups } from './people-model.ts';
import type { DoorCode } from './people-model.ts';
import { PersonRow } from './person-row.tsx';
import { usePeople } from './use-people.ts';
import type { ShownPerson } from './use-people.ts';

type Group = 'spares' | 'nobody';
type Entry =
  | { readonly kind: 'heading'; readonly key: string; readonly group: Group; readonly count: number }
  | { readonly kind: 'person'; readonly key: string; readonly person: ShownPerson }
  | { readonly kind: 'code'; readonly key: string; readonly code: DoorCode };
/** Fewer are seen at a glance. */
const SEARCHED_FROM = 20;

export function People() {
  const { t, snapshot, formats, nowMs, openPanel, go } = useApp();
  const { names, lastRun, firstStepsDone } = snapshot;
  const { nowAt } = useDoorClock();
  const people = usePeople(true);
  const codes = useLoad('codes.list', null, lastRun?.run.id);
  const [query, setQuery] = useState('');
  const known = people.state.kind === 'loaded' ? people.state.value : null;
  const read = codes.state.kind === 'loaded' ? codes.state.value : null;
  const yesterday = addDays(formats.dateAt(nowMs), -1);

  const all = useMemo(() => (known === null ? [] : known.people), [known]);
  const nobody = useMemo(() => codesOfNobody(read?.codes ?? [], all, yesterday), [read, all, yesterday]);
  const entries = useMemo((): readonly Entry[] => {
    const doorsOf = (person: ShownPerson): string => person.doors.map((door) => doorName({ names }, t, door)).join(' ');
    const groups = inGroups(all, query, (person) => `${person.name} ${doorsOf(person)}`, formats.compare);
    const codesFound = nobody
      .filter((code) => isFoundIn([code.name, doorName({ names }, t, code)], query))
      .toSorted((one, other) => formats.compare(one.name, other.name));
    const person = (one: ShownPerson): Entry => ({ kind: 'person', key: one.personId, person: one });
    const heading = (group: Group, count: number): readonly Entry[] => (count === 0 ? [] : [{ kind: 'heading', key: group, group, count }]);
    return [
      ...groups.people.map(person),
      ...heading('spares', groups.spares.length),
      ...groups.spares.map(person),
      ...heading('nobody', codesFound.length),
      ...codesFound.map((code): Entry => ({ kind: 'code', key: `code ${String(code.codeId)}`, code })),
    ];
  }, [all, nobody, query, names, t, formats]);
  const reload = (): void => {
    people.reload();
    codes.reload();
  };
  const row = memoize(
    (entry: Entry) => {
      if (entry.kind === 'heading') return <GroupHeading group={entry.group} count={entry.count} />;
      return entry.kind === 'person' ? (
        <PersonRow person={entry.person} />
      ) : (
        <CodeRow code={entry.code} now={nowAt(entry.code)} onChange={reload} />
      );
    },
    ({ key }) => key,
  );
  const add = (
    <Button kind="primary" icon="plus" onClick={() => openPanel({ kind: 'person', personId: null })}>
      {t('person.add')}
    </Button>
  );
  const isEmpty = known !== null && entries.length === 0 && query === '' && (read !== null || codes.state.kind === 'error');
  const isSearched = all.length + nobody.length >= SEARCHED_FROM || query !== '';

  return (
    <View
      title={t('people.title')}
      lead={t('people.lead')}
      actions={
        <>
          {isSearched && <PageSearch label={t('people.find')} value={query} onInput={setQuery} />}
          {!isEmpty && add}
        </>
      }
    >
      <div class="people stack wide">
        {people.state.kind === 'error' && (
          <Failure
            title={t('people.failed')}
            text={t('people.failed-text')}
            error={people.state.error}
            onRetry={reload}
            isBusy={people.isBusy}
          />
        )}
        {known?.problems.map(({ message }) => (
          <IconText key={message} class="tone-warning" icon="alert" text={message} />
        ))}
        {codes.state.kind === 'error' && people.state.kind !== 'error' && firstStepsDone && (
          <Failure title={t('people.codes-failed')} error={codes.state.error} onRetry={codes.reload} isBusy={codes.isBusy} />
        )}
        {known === null && people.state.kind === 'loading' && <Loading label={t('people.loading')} />}
        {isEmpty && (
          <Empty
            icon="user"
            title={t('people.empty')}
            text={t(firstStepsDone ? 'people.empty-text' : 'people.first-steps')}
            actions={
              firstStepsDone ? (
                add
              ) : (
                <Button kind="primary" onClick={() => go({ view: 'first-steps' })}>
                  {t('today.fix-first-steps')}
                </Button>
              )
            }
          />
        )}
        {entries.length === 0 && query !== '' && (
          <Empty
            icon="search"
            title={t('people.none-found')}
            actions={<Button onClick={() => setQuery('')}>{t('people.show-all')}</Button>}
          />
        )}
        {known !== null && entries.length > 0 && (
          <div class="framed-list">
            <VirtualList
              label={t('people.title')}
              scrolling="page"
              items={entries}
              isHeading={isHeading}
              estimatedHeightPx={44}
              row={row}
            />
          </div>
        )}
      </div>
    </View>
  );
}

function isHeading({ kind }: Entry): boolean {
  return kind === 'heading';
}

function GroupHeading({ group, count }: { readonly group: Group; readonly count: number }) {
  const { t, formats } = useApp();
  return (
    <div class="list-group">
      <h2>{t(`people.group-${group}`)}</h2>
      <p class="quiet-text tiny">{formats.number(count)}</p>
      {group === 'nobody' && <p class="quiet-text tiny">{t('people.nobody-hint')}</p>}
    </div>
  );
}
