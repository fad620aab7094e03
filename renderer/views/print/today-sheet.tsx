/** Who arrives and leaves today, the turnovers, and who else has a code. */
import type { ComponentChildren } from 'preact';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { dateOf, timeOf } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { guestName } from '../../lib/names.ts';
import { scheduleText } from '../people/schedule-text.ts';
import { guestRows, listEntries } from '../today/rows.ts';
import type { GuestRow } from '../today/rows.ts';

type Person = CallOutput<'people.list'>['people'][number];

/** `people`: null where they could not be read. */
export function TodaySheet({ people }: { readonly people: readonly Person[] | null }) {
  const app = useApp();
  const { t, formats, snapshot, nowMs } = app;
  const today = formats.dateAt(nowMs);
  const entries = listEntries(guestRows(snapshot), nowMs, today);
  const guestsOf = (section: 'arriving' | 'leaving'): readonly GuestRow[] =>
    entries.flatMap((entry) => (entry.kind === 'guest' && entry.section === section ? [entry.row] : []));
  const turnovers = entries.flatMap((entry) => (entry.kind === 'turnover' ? [entry] : []));
  const others = (people ?? []).filter(
    ({ window, isSpare }) => !isSpare && window !== null && dateOf(window.start) <= today && dateOf(window.end) >= today,
  );
  const time = (moment: LocalDateTime | null): string => (moment === null ? '' : formats.time(timeOf(moment)));
  return (
    <>
      <h1>{formats.longDate(today)}</h1>
      <Part
        title={t('print.arriving')}
        rows={guestsOf('arriving').map((row) => [time(row.start), guestName(t, row.guest), row.unitName])}
      />
      <Part title={t('print.leaving')} rows={guestsOf('leaving').map((row) => [time(row.end), guestName(t, row.guest), row.unitName])} />
      <Part
        title={t('print.turnovers')}
        rows={turnovers.map(({ leaving, arriving }) => [
          leaving.unitName,
          t('print.free', { from: time(leaving.end), until: time(arriving.start) }),
          t('print.then', { leaving: guestName(t, leaving.guest), arriving: guestName(t, arriving.guest) }),
        ])}
      />
      {people === null ? (
        <p>{t('print.people-unread')}</p>
      ) : (
        <Part title={t('print.people')} rows={others.map(({ name, schedule }) => [name, scheduleText(app, schedule)])} />
      )}
    </>
  );
}

function Part({ title, rows }: { readonly title: string; readonly rows: readonly (readonly ComponentChildren[])[] }) {
  const { t } = useApp();
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p>{t('print.none')}</p>
      ) : (
        <table>
          <tbody>
            {rows.map((cells, index) => (
              <tr key={index}>
                {cells.map((cell, at) => (
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
