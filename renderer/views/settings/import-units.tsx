/** The units of an imported file with their doors, and whether that is new here. */
import { useApp } from '../../lib/app.ts';
import { lockName, unitName } from '../../lib/names.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../lib/text-context.ts';
import type { ImportRead } from './import-reading.ts';

const TONES: Readonly<Record<ImportRead['units'][number]['change'], Tone>> = { new: 'good', changed: 'warning', same: 'neutral' };

export function ImportUnits({ units }: Pick<ImportRead, 'units'>) {
  const { t, snapshot } = useApp();
  return (
    <>
      <h3>{t('import.units')}</h3>
      <ul class="import-units plain-list">
        {units.map(({ unitId, name, doors, change }) => (
          <li key={unitId}>
            <span class="import-unit">
              <strong>{name === '' ? unitName(snapshot, t, unitId) : name}</strong>
              <Badge tone={TONES[change]} text={t(`import.${change}`)} />
            </span>
            <ul class="plain-list">
              {doors.map(({ lockId, keypadId, prefix }) => (
                <li key={`${String(lockId)} ${keypadId}`}>
                  {t('import.door', { lock: lockName(snapshot, t, lockId), keypad: t('common.keypad-id', { id: keypadId }) })}
                  {prefix !== '' && <span class="quiet-text"> · {t('import.prefix', { prefix })}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
