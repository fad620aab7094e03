/** A form for settings that are typed: checked when it is submitted, and saved together. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { readTime } from '../../lib/limits.ts';
import { TextField } from '../../ui/field.tsx';
import { focusInvalid, Form, SaveRow } from '../../ui/form.tsx';

export interface Typed<K extends string> {
  /** As typed, else as saved. */
  readonly text: (key: K) => string;
  readonly set: (key: K, text: string) => void;
  /** Submitted before: mistakes are shown from then on. */
  readonly isSubmitted: boolean;
  readonly setSubmitted: () => void;
  /** Shows the saved values again. */
  readonly reset: () => void;
}

export function useTyped<K extends string>(saved: Readonly<Record<K, string | number>>): Typed<K> {
  const [typed, setTyped] = useState<Partial<Record<K, string>>>({});
  const [isSubmitted, setSubmitted] = useState(false);
  return {
    text: (key) => typed[key] ?? String(saved[key]),
    set: (key, text) => setTyped({ ...typed, [key]: text }),
    isSubmitted,
    setSubmitted: () => setSubmitted(true),
    reset: () => {
      setTyped({});
      setSubmitted(false);
    },
  };
}

export interface TypedFormProps<K extends string, Values> {
  readonly label?: string;
  readonly typed: Typed<K>;
  /** null while there is a mistake. */
  readonly values: Values | null;
  readonly isBusy: boolean;
  /** True when saved. */
  readonly onSave: (values: Values) => Promise<boolean>;
  readonly children: ComponentChildren;
}
export function TypedForm<K extends string, Values>({ label, typed, values, isBusy, onSave, children }: TypedFormProps<K, Values>) {
  const submit = async (form: HTMLFormElement): Promise<void> => {
    typed.setSubmitted();
    if (values === null) focusInvalid(form);
    else if (await onSave(values)) typed.reset();
  };
  return (
    <Form label={label} isBusy={isBusy} onSubmit={(form) => void submit(form)}>
      {children}
      <SaveRow isBusy={isBusy} />
    </Form>
  );
}

export interface TimeFieldProps<K extends string> {
  readonly typed: Typed<K>;
  readonly name: K;
  readonly label: string;
}
export function TimeField<K extends string>({ typed, name, label }: TimeFieldProps<K>) {
  const { t } = useApp();
  const text = typed.text(name);
  const error = typed.isSubmitted && readTime(text) === null ? t('settings.a-time') : null;
  return <TextField type="time" label={label} value={text} error={error} onInput={(next) => typed.set(name, next)} />;
}
