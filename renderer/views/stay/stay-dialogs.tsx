/** What the user is asked for before a stay gets other times, digits of the user's choice, or a note. */
import { useState } from 'preact/hooks';
import type { DayTime } from '../../../shared/domain/wishes.ts';
import { addDays, at, dateOf, daysBetween, timeOf } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { IconText } from '../../ui/icon.tsx';

const DAYS = [-2, -1, 0, 1, 2] as const;
const MAX_NOTE = 500;

interface DialogProps {
  readonly guest: string;
  readonly onCancel: () => void;
}
export interface TimeDialogProps extends DialogProps {
  readonly end: 'from' | 'until';
  /** Of arrival or departure: the time moves along when it moves. */
  readonly day: LocalDate;
  readonly now: LocalDateTime;
  /** What the user should know about this time before it is saved. */
  readonly warning: (at: LocalDateTime) => string | null;
  readonly onSave: (at: DayTime) => void;
}
export function TimeDialog({ end, guest, day, now, warning, onSave, onCancel }: TimeDialogProps) {
  const { t, formats } = useApp();
  const distance = Math.max(-2, Math.min(2, daysBetween(day, dateOf(now))));
  const [days, setDays] = useState(String(distance));
  const [time, setTime] = useState<string>(timeOf(now));
  const isMissing = !/^\d\d:\d\d$/.test(time);
  const warned = isMissing ? null : warning(at(addDays(day, Number(days)), time as DayTime['time']));
  return (
    <ConfirmDialog
      title={t(`stay.${end}-title`, { guest })}
      confirm={t('stay.save-times')}
      onConfirm={() => {
        if (!isMissing) onSave({ day: Number(days), time: time as DayTime['time'] });
      }}
      onCancel={onCancel}
    >
      <p class="quiet-text">{t('stay.times-hint')}</p>
      <div class="time-fields">
        <SelectField
          label={t('stay.day')}
          value={days}
          choices={DAYS.map((offset) => ({
            value: String(offset),
            label: offset === 0 ? t(`stay.${end}-day`, { day: formats.day(day) }) : formats.day(addDays(day, offset)),
          }))}
          onChange={setDays}
        />
        <TextField
          label={t('stay.time')}
          type="time"
          hint={isMissing ? undefined : formats.timeHint(time as DayTime['time'])}
          value={time}
          error={isMissing ? t('stay.time-missing') : null}
          onInput={setTime}
        />
      </div>
      <div role="status">{warned !== null && <IconText class="tone-warning" icon="alert" text={warned} />}</div>
    </ConfirmDialog>
  );
}

export function PinDialog({ guest, onSave, onCancel }: DialogProps & { readonly onSave: (digits: string) => void }) {
  const { t } = useApp();
  const [digits, setDigits] = useState('');
  const [isTried, setTried] = useState(false);
  const isWrong = !/^\d{4,8}$/.test(digits);
  return (
    <ConfirmDialog
      title={t('stay.pin-title', { guest })}
      confirm={t('stay.save-pin')}
      onConfirm={() => {
        setTried(true);
        if (!isWrong) onSave(digits);
      }}
      onCancel={onCancel}
    >
      <TextField
        label={t('stay.pin-field')}
        hint={t('stay.pin-hint')}
        error={isTried && isWrong ? t('stay.pin-wrong') : null}
        value={digits}
        inputMode="numeric"
        maxLength={8}
        onInput={setDigits}
      />
    </ConfirmDialog>
  );
}

export interface NoteDialogProps extends DialogProps {
  readonly note: string;
  readonly onSave: (text: string) => void;
}
export function NoteDialog({ guest, note, onSave, onCancel }: NoteDialogProps) {
  const { t } = useApp();
  const [text, setText] = useState(note);
  return (
    <ConfirmDialog title={t('stay.note-title', { guest })} confirm={t('stay.save-note')} onConfirm={() => onSave(text)} onCancel={onCancel}>
      <TextField label={t('stay.note-field')} hint={t('stay.note-hint')} value={text} maxLength={MAX_NOTE} onInput={setText} />
    </ConfirmDialog>
  );
}
