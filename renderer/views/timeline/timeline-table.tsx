/** The timeline for those who prefer reading: one table per door, with the same facts. */
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Timeline } from './timeline-model.ts';
import { barName, barNotes, endWords, startWords, stateWords, TONES } from './words.ts';

export function TimelineTable({
  timeline,
  doorNameOf,
}: {
  readonly timeline: Timeline;
  readonly doorNameOf: (place: KeypadPlace) => string;
}) {
  const app = useApp();
  const { t, go } = app;
  return (
    <div class="timeline-tables">
      {timeline.rows.map((row) => (
        <table key={row.key}>
          <caption>{doorNameOf(row.place)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('timeline.who')}</th>
              <th scope="col">{t('timeline.from')}</th>
              <th scope="col">{t('timeline.to')}</th>
              <th scope="col">{t('timeline.state')}</th>
              <th scope="col">{t('timeline.notes')}</th>
            </tr>
          </thead>
          <tbody>
            {row.bars.length === 0 && (
              <tr>
                <td colSpan={5}>{t('timeline.empty-row')}</td>
              </tr>
            )}
            {row.bars.map((bar) => {
              const { bookingId } = bar;
              return (
                <tr key={bar.key}>
                  <th scope="row">
                    {bookingId === null ? (
                      barName(app, bar)
                    ) : (
                      <button type="button" class="link" onClick={() => go({ view: 'arrivals', bookingId })}>
                        {barName(app, bar)}
                      </button>
                    )}
                    {bar.unitName !== '' && <div class="quiet-text">{bar.unitName}</div>}
                  </th>
                  <td>{startWords(app, bar)}</td>
                  <td>{endWords(app, bar)}</td>
                  <td>
                    <Badge tone={TONES[bar.state]} text={stateWords(app, bar.state)} />
                  </td>
                  <td>
                    {barNotes(app, bar, row.bars).map((note) => (
                      <p key={note}>{note}</p>
                    ))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ))}
    </div>
  );
}
