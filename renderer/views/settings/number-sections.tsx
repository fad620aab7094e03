/** The sections whose settings are whole numbers: the codes, and how long the history is kept. */
import { useApp } from '../../lib/app.ts';
import { LIMITS, readWholeNumber } from '../../lib/limits.ts';
import type { Limits } from '../../lib/limits.ts';
import { TextField } from '../../ui/field.tsx';
import { Section } from './section.tsx';
import { TypedForm, useTyped } from './typed-form.tsx';
import { useSaver } from './use-saver.ts';

export function CodesSection() {
  const { t, snapshot } = useApp();
  const { save, isBusy, error } = useSaver('codes', 'codes');
  return (
    <Section id="codes" error={error}>
      <NumberForm
        saved={snapshot.settings.codes}
        isBusy={isBusy}
        onSave={save}
        fields={[
          { key: 'pinLength', label: t('settings.pin-length'), hint: t('settings.pin-length-hint'), limits: LIMITS.pinLength },
          { key: 'horizonDays', label: t('settings.horizon'), hint: t('settings.horizon-hint'), limits: LIMITS.horizonDays },
          { key: 'keepDays', label: t('settings.keep-days'), hint: t('settings.keep-days-hint'), limits: LIMITS.keepDays },
        ]}
      />
    </Section>
  );
}

export function HistorySection() {
  const { t, snapshot } = useApp();
  const { save, isBusy, error } = useSaver('history', 'history');
  const label = t('settings.history-days');
  return (
    <Section id="history" error={error}>
      <NumberForm
        saved={snapshot.settings.history}
        isBusy={isBusy}
        onSave={save}
        fields={[{ key: 'keepDays', label, hint: t('settings.history-days-hint'), limits: LIMITS.historyKeepDays }]}
      />
    </Section>
  );
}

interface NumberField<K extends string> {
  readonly key: K;
  readonly label: string;
  readonly hint: string;
  readonly limits: Limits;
}
interface NumberFormProps<K extends string> {
  readonly fields: readonly NumberField<K>[];
  readonly saved: Readonly<Record<K, number>>;
  readonly isBusy: boolean;
  readonly onSave: (values: Record<K, number>) => Promise<boolean>;
}
function NumberForm<K extends string>({ fields, saved, isBusy, onSave }: NumberFormProps<K>) {
  const { t } = useApp();
  const typed = useTyped(saved);
  const read = fields.map(({ key, limits }) => [key, readWholeNumber(typed.text(key), limits)] as const);
  const values = read.some(([, value]) => value === null) ? null : (Object.fromEntries(read) as Record<K, number>);
  return (
    <TypedForm typed={typed} values={values} isBusy={isBusy} onSave={onSave}>
      {fields.map(({ key, label, hint, limits }) => (
        <TextField
          key={key}
          type="number"
          label={label}
          hint={hint}
          min={limits.min}
          max={limits.max}
          value={typed.text(key)}
          error={typed.isSubmitted && readWholeNumber(typed.text(key), limits) === null ? t('settings.whole-number', limits) : null}
          onInput={(text) => typed.set(key, text)}
        />
      ))}
    </TypedForm>
  );
}
