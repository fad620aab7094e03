/** When a unit's codes work: its own check-in and check-out, or those of the settings, and the minutes around them. */
import type { WallTime } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { CheckField, TextField } from '../../ui/field.tsx';
import { MAX_BUFFER_MINUTES } from './draft.ts';
import type { DraftUnit, UnitMistakes } from './draft.ts';
import type { Editor } from './use-mapping-editor.ts';

export interface UnitTimesProps {
  readonly editor: Editor;
  readonly unit: DraftUnit;
  readonly mistakes: UnitMistakes;
}

export function UnitTimes({ editor, unit, mistakes }: UnitTimesProps) {
  const { t, formats, snapshot } = useApp();
  const { times } = snapshot.settings;
  const asSettings = (time: WallTime): string => t('mapping.as-settings-time', { time: formats.time(time) });
  const wrongTime = (isWrong: boolean): string | null => (isWrong ? t('mapping.time-wrong') : null);
  const wrongMinutes = (isWrong: boolean): string | null => (isWrong ? t('mapping.minutes-wrong', { most: MAX_BUFFER_MINUTES }) : null);
  return (
    <fieldset class="mapping-part">
      <legend>{t('mapping.times')}</legend>
      <p class="hint">{t('mapping.times-lead')}</p>
      <div class="mapping-times">
        <div>
          <CheckField
            label={t('mapping.own-check-in')}
            hint={unit.checkIn === null ? asSettings(times.checkIn) : undefined}
            isOn={unit.checkIn !== null}
            onChange={(isOn) => editor.edit({ ...unit, checkIn: isOn ? times.checkIn : null })}
          />
          {unit.checkIn !== null && (
            <TextField
              type="time"
              label={t('mapping.check-in')}
              value={unit.checkIn}
              error={wrongTime(mistakes.checkIn)}
              onInput={(checkIn) => editor.edit({ ...unit, checkIn })}
            />
          )}
        </div>
        <TextField
          type="number"
          label={t('mapping.before')}
          hint={t('mapping.before-hint')}
          min={0}
          max={MAX_BUFFER_MINUTES}
          value={unit.bufferBefore}
          error={wrongMinutes(mistakes.bufferBefore)}
          onInput={(bufferBefore) => editor.edit({ ...unit, bufferBefore })}
        />
        <div>
          <CheckField
            label={t('mapping.own-check-out')}
            hint={unit.checkOut === null ? asSettings(times.checkOut) : undefined}
            isOn={unit.checkOut !== null}
            onChange={(isOn) => editor.edit({ ...unit, checkOut: isOn ? times.checkOut : null })}
          />
          {unit.checkOut !== null && (
            <TextField
              type="time"
              label={t('mapping.check-out')}
              value={unit.checkOut}
              error={wrongTime(mistakes.checkOut)}
              onInput={(checkOut) => editor.edit({ ...unit, checkOut })}
            />
          )}
        </div>
        <TextField
          type="number"
          label={t('mapping.after')}
          hint={t('mapping.after-hint')}
          min={0}
          max={MAX_BUFFER_MINUTES}
          value={unit.bufferAfter}
          error={wrongMinutes(mistakes.bufferAfter)}
          onInput={(bufferAfter) => editor.edit({ ...unit, bufferAfter })}
        />
      </div>
    </fieldset>
  );
}
