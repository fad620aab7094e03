/** What opens each door of a unit now or in the next two weeks, for the case that this computer and the clouds are both down. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';

type Sheet = CallOutput<'sheet.emergency'>;
type Door = Sheet['units'][number]['doors'][number];

export function EmergencySheet({ sheet }: { readonly sheet: Sheet }) {
  const { t, formats, nowMs } = useApp();
  return (
    <>
      <h1>{t('print.emergency-title', { time: formats.fullInstant(nowMs) })}</h1>
      <p>{t(sheet.hasPins ? 'print.has-pins' : 'print.no-pins')}</p>
      {sheet.units.map(({ unitId, name, address, doors }) => (
        <section key={unitId}>
          <h2>{name === '' ? t('common.unit-number', { id: String(unitId) }) : name}</h2>
          {address !== '' && <p>{address}</p>}
          {doors.map((door, index) => (
            <DoorCodes key={index} door={door} />
          ))}
        </section>
      ))}
    </>
  );
}

function DoorCodes({ door: { name, prefix, readAtMs, codes } }: { readonly door: Door }) {
  const { t, formats } = useApp();
  return (
    <>
      <h3>
        {name}
        {prefix !== '' && ` · ${t('print.prefix', { prefix })}`}
      </h3>
      {readAtMs === null ? (
        <p>{t('print.not-read')}</p>
      ) : (
        <p>{t(codes.length === 0 ? 'print.nobody' : 'print.as-of', { time: formats.fullInstant(readAtMs) })}</p>
      )}
      {codes.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{t('print.pin')}</th>
              <th>{t('print.whose')}</th>
              <th>{t('print.from')}</th>
              <th>{t('print.until')}</th>
            </tr>
          </thead>
          <tbody>
            {codes.map((code, index) => (
              <tr key={index}>
                <td class="sheet-pin">{code.pin ?? '••••'}</td>
                <td>{code.name}</td>
                <td>{code.start === null ? t('operations.value.open') : formats.moment(code.start)}</td>
                <td>{code.end === null ? t('operations.value.open') : formats.moment(code.end)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
