/** Form fields: a native control with its label, a hint and an error message, connected by ids for screen readers. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { IconText } from './icon.tsx';

export interface FieldProps {
  readonly label: string;
  /** Only for screen readers: what the field is for is in its first choice. */
  readonly isLabelHidden?: boolean;
  /** Of the control, where something else has to find it. */
  readonly id?: string;
  readonly hint?: ComponentChildren;
  /** What is wrong, or null. */
  readonly error?: string | null;
  /** What it means, where that may not be wanted; it can be saved all the same. */
  readonly warning?: string | null;
}
export interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

/** For a control of the caller's own. */
export function Field({
  label,
  isLabelHidden = false,
  hint,
  error = null,
  warning = null,
  control,
  ...given
}: FieldProps & { readonly control: (wiring: Wiring) => ComponentChildren }) {
  const ownId = useId();
  const id = given.id ?? ownId;
  const described = [hint === undefined ? '' : `${id}-hint`, error === null ? '' : `${id}-error`, warning === null ? '' : `${id}-warning`]
    .filter((one) => one !== '')
    .join(' ');
  return (
    <div class="field">
      <label for={id} class={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {control({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': error === null ? undefined : 'true' })}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== null && <IconText class="field-error" id={`${id}-error`} icon="alert" text={error} />}
      <div class="field-error tone-warning" role="status">
        {warning !== null && <IconText id={`${id}-warning`} icon="alert" text={warning} />}
      </div>
    </div>
  );
}

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'search' | 'time' | 'number';
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly inputMode?: 'numeric';
}
export function TextField(props: TextFieldProps) {
  const { value, onInput, type = 'text' } = props;
  return (
    <Field
      {...props}
      control={(wiring) => {
        const shared = {
          ...wiring,
          value,
          placeholder: props.placeholder,
          maxLength: props.maxLength,
          autocomplete: 'off',
          spellcheck: false,
          onInput: (event: { readonly currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
        } as const;
        // Preact types each kind of input by its literal.
        switch (type) {
          case 'number':
            return <input {...shared} type="number" min={props.min} max={props.max} />;
          case 'time':
            return <input {...shared} type="time" />;
          case 'search':
            return <input {...shared} type="search" />;
          case 'text':
            return <input {...shared} type="text" inputMode={props.inputMode} />;
        }
      }}
    />
  );
}

interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}
export interface SelectFieldProps<V extends string> extends FieldProps {
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
}
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { value, choices, onChange } = props;
  return (
    <Field
      {...props}
      control={(wiring) => (
        <select {...wiring} value={value} onChange={(event) => onChange(event.currentTarget.value as V)}>
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
/** A checkbox; its label says what is true when it is on. */
export function CheckField({ label, hint, isOn, onChange }: CheckFieldProps) {
  const id = useId();
  return (
    <div class="check-field">
      <input
        type="checkbox"
        id={id}
        checked={isOn}

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
