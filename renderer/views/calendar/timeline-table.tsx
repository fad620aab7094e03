/** The timeline as text: one table per door, with the same facts. */
import { useApp } from '../../lib/app.ts';
import { Badge } from '../../ui/badge.tsx';
import { barName, barNotes, endText, startText, TONES } from './bar-text.ts';
import type { TimelineProps } from './timeline-bars.tsx';

export function TimelineTable({ timeline, doorNameOf }: TimelineProps) {
  const app = useApp();
  const { t, go } = app;
  return (
    <div class="timeline-tables stack wide">
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
                      <button type="button" class="link" onClick={() => go({ view: 'today', bookingId })}>
                        {barName(app, bar)}
                      </button>
                    )}
                    {bar.unitName !== '' && <div class="quiet-text">{bar.unitName}</div>}
                  </th>
                  <td>{startText(app, bar)}</td>
                  <td>{endText(app, bar)}</td>
                  <td>
                    <Badge tone={TONES[bar.state]} text={t(`timeline.state-${bar.state}`)} />
                  </td>
                  <td>
                    {barNotes(app, bar, row.bars).map((note) => (
                      <p key={note}>{note}</p>
                    ))}
                  </td>
                </tr>
              );
            })}
            {row.hidden > 0 && (
              <tr>
                <td colSpan={5}>{t('timeline.hidden', { count: row.hidden })}</td>
              </tr>
            )}
          </tbody>
        </table>
      ))}
    </div>
  );
}
