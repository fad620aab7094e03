/** Form fields: a native control with its label, a hint, and what is wrong with it, all tied together. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** What is wrong, or null. */
  readonly error?: string | null;
  readonly isDisabled?: boolean;
}
export interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

/** A control of the caller’s own, wired to label, hint and error. */
export function Field({ label, hint, error = null, control }: FieldProps & { readonly control: (wiring: Wiring) => ComponentChildren }) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, error === null ? '' : `${id}-error`].filter((one) => one !== '').join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {control({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': error === null ? undefined : 'true' })}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== null && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="alert" /> {error}
        </p>
      )}
    </div>
  );
}

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'password' | 'tel' | 'search' | 'time' | 'number';
  readonly name?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly inputMode?: 'numeric' | 'text';
  readonly isRequired?: boolean;
}
export function TextField(props: TextFieldProps) {
  const { value, onInput, type = 'text', isRequired = false, isDisabled = false } = props;
  return (
    <Field
      {...props}
      control={(wiring) => {
        const shared = {
          ...wiring,
          name: props.name,
          value,
          placeholder: props.placeholder,
          maxLength: props.maxLength,
          required: isRequired,
          disabled: isDisabled,
          autocomplete: 'off',
          spellcheck: false,
          onInput: (event: { readonly currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
        } as const;
        switch (type) {
          case 'number':
            return <input {...shared} type="number" min={props.min} max={props.max} />;
          case 'password':
            return <input {...shared} type="password" />;
          case 'time':
            return <input {...shared} type="time" />;
          case 'search':
            return <input {...shared} type="search" />;
          case 'tel':
            return <input {...shared} type="tel" />;
          case 'text':
            return <input {...shared} type="text" inputMode={props.inputMode} />;
        }
      }}
    />
  );
}

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}
export interface SelectFieldProps<V extends string> extends FieldProps {
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
}
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { value, choices, onChange, isDisabled = false } = props;
  return (
    <Field
      {...props}
      control={(wiring) => (
        <select {...wiring} value={value} disabled={isDisabled} onChange={(event) => onChange(event.currentTarget.value as V)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    />
  );
}

export interface CheckFieldProps extends Omit<FieldProps, 'error'> {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}
/** A checkbox; its words are what is so when it is on. */
export function CheckField({ label, hint, isOn, onChange, isDisabled = false }: CheckFieldProps) {
  const id = useId();
  return (
    <div class="check-field">
      <input
        type="checkbox"
        id={id}
        checked={isOn}
        disabled={isDisabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
