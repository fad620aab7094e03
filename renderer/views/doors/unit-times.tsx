/** When a unit's codes work: its own check-in and check-out, or those of the settings, and the minutes around them. */
import { useApp } from '../../lib/app.ts';
import { LIMITS } from '../../lib/limits.ts';
import { CheckField, TextField } from '../../ui/field.tsx';
import type { DraftUnit, UnitMistakes } from './model/draft.ts';
import type { Editor } from './use-doors-editor.ts';

export interface UnitTimesProps {
  readonly editor: Editor;
  readonly unit: DraftUnit;
  readonly mistakes: UnitMistakes;
}

export function UnitTimes(props: UnitTimesProps) {
  const { t } = useApp();
  return (
    <fieldset class="stack">
      <legend>{t('doors.times')}</legend>
      <p class="hint">{t('doors.times-lead')}</p>
      <div class="doors-times">
        <div class="doors-times-of">
          <Time {...props} which="checkIn" />
          <Buffer {...props} which="bufferBefore" />
        </div>
        <div class="doors-times-of">
          <Time {...props} which="checkOut" />
          <Buffer {...props} which="bufferAfter" />
        </div>
      </div>
    </fieldset>
  );
}

function Time({ editor, unit, mistakes, which }: UnitTimesProps & { readonly which: 'checkIn' | 'checkOut' }) {
  const { t, formats, snapshot } = useApp();
  const inSettings = snapshot.settings.times[which];
  const key = which === 'checkIn' ? 'check-in' : 'check-out';
  const time = unit[which];
  return (
    <div class="stack">
      <CheckField
        label={t(`doors.own-${key}`)}
        hint={time === null ? t('doors.as-settings-time', { time: formats.time(inSettings) }) : undefined}
        isOn={time !== null}
        onChange={(isOn) => editor.edit({ ...unit, [which]: isOn ? inSettings : null })}
      />
      {time !== null && (
        <TextField
          type="time"
          label={t(`doors.${key}`)}
          value={time}
          error={mistakes[which] ? t('doors.time-wrong') : null}
          onInput={(text) => editor.edit({ ...unit, [which]: text })}
        />
      )}
    </div>
  );
}

function Buffer({ editor, unit, mistakes, which }: UnitTimesProps & { readonly which: 'bufferBefore' | 'bufferAfter' }) {
  const { t } = useApp();
  const { min, max } = LIMITS.bufferMinutes;
  const key = which === 'bufferBefore' ? 'before' : 'after';
  return (
    <TextField
      type="number"
      label={t(`doors.${key}`)}
      hint={t(`doors.${key}-hint`)}
      min={min}
      max={max}
      value={unit[which]}
      error={mistakes[which] ? t('doors.minutes-wrong', { most: max }) : null}
      onInput={(text) => editor.edit({ ...unit, [which]: text })}
    />
  );
}
