/** What the panel says of a guest who is no stay, as Today does: a code that still opens after a cancellation, or a unit without a door. */
import { placeKey } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { doorName, guestName } from '../../lib/names.ts';
import { HeldRemovals } from '../today/held-removals.tsx';
import { unusualText } from '../today/row-text.ts';
import type { GuestRow } from '../today/rows.ts';
import { StateIcon, toneOf } from '../today/stay-row.tsx';

export function OtherGuest({ row }: { readonly row: GuestRow }) {
  const { snapshot, t, formats, openPanel } = useApp();
  const { start, end } = row;
  const codes = snapshot.others.find(({ bookingId }) => bookingId === row.bookingId)?.codes ?? [];
  const tone = toneOf(row, snapshot);
  const holds = snapshot.holds.filter(({ bookingId }) => bookingId === row.bookingId);
  return (
    <>
      <div class={`panel-verdict tone-${tone}`}>
        <StateIcon row={row} tone={tone} />
        <p>
          <strong>{unusualText(row, t) ?? t('stay.unknown')}</strong>
        </p>
      </div>
      <dl class="facts">
        {start !== null && [<dt key="from">{t('stay.opens')}</dt>, <dd key="start">{formats.moment(start)}</dd>]}
        {end !== null && [<dt key="until">{t('stay.until')}</dt>, <dd key="end">{formats.moment(end)}</dd>]}
        {codes.length > 0 && <dt>{t('call.doors')}</dt>}
        {codes.map((code) => (
          <dd key={placeKey(code)}>
            <button type="button" class="name-button" onClick={() => openPanel({ kind: 'code', lockId: code.lockId, codeId: code.codeId })}>
              {doorName(snapshot, t, code)}
            </button>
          </dd>
        ))}
      </dl>
      <HeldRemovals holds={holds} title={guestName(t, row.guest)} />
    </>
  );
}
