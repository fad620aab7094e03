/** Settings that are whole numbers: typed, checked at the field, saved together. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { focusInvalid } from '../../ui/form.tsx';
import { readWholeNumber } from '../../lib/limits.ts';
import type { Limits } from '../../lib/limits.ts';

interface NumberSetting<K extends string> {
  readonly key: K;
  readonly label: string;
  readonly hint: string;
  readonly limits: Limits;
}
export interface NumberSettingsProps<K extends string> {
  readonly settings: readonly NumberSetting<K>[];
  readonly values: Readonly<Record<K, number>>;
  readonly isBusy: boolean;
  /** True: saved. */
  readonly onSave: (values: Record<K, number>) => Promise<boolean>;
}
export function NumberSettings<K extends string>({ settings, values, isBusy, onSave }: NumberSettingsProps<K>) {
  const { t } = useApp();
  const [draft, setDraft] = useState<Partial<Record<K, string>>>({});
  const [isTried, setTried] = useState(false);
  const textOf = (key: K): string => draft[key] ?? String(values[key]);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    setTried(true);
    const read = settings.map(({ key, limits }) => [key, readWholeNumber(textOf(key), limits)] as const);
    if (read.some(([, value]) => value === null)) {
      focusInvalid(form);
      return;
    }
    if (!(await onSave(Object.fromEntries(read) as Record<K, number>))) return;
    setDraft({});
    setTried(false);
  };
  return (
    <form
      class="setting-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void submit(event.currentTarget);
      }}
    >
      {settings.map(({ key, label, hint, limits }) => (
        <TextField
          key={key}
          type="number"
          label={label}
          hint={hint}
          min={limits.min}
          max={limits.max}
          value={textOf(key)}
          error={isTried && readWholeNumber(textOf(key), limits) === null ? t('settings.whole-number', limits) : null}
          onInput={(text) => setDraft({ ...draft, [key]: text })}
        />
      ))}
      <div class="row">
        <Button kind="primary" type="submit" isBusy={isBusy}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
