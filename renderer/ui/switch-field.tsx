/** A switch that takes effect at once, at the end of its row. One that cannot be used says why, and stays reachable by keyboard. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Switch } from './switch.tsx';

export interface SwitchFieldProps {
  /** What is true when it is on. */
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly isOn: boolean;
  /** null: it can be used. */
  readonly disabledBecause?: string | null;
  readonly isBusy?: boolean;
  readonly onChange: (isOn: boolean) => void;
}
export function SwitchField({ label, hint, isOn, disabledBecause = null, isBusy = false, onChange }: SwitchFieldProps) {
  const id = useId();
  const isOff = disabledBecause !== null;
  const described = [hint === undefined ? '' : `${id}-hint`, isOff ? `${id}-why` : ''].filter((one) => one !== '').join(' ');
  return (
    <div class="switch-field">
      <label for={id}>{label}</label>
      <Switch
        label={label}
        id={id}
        isOn={isOn}
        isDisabled={isOff}
        isBusy={isBusy}
        describedBy={described === '' ? undefined : described}
        onClick={() => onChange(!isOn)}
      />
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {isOff && (
        <p class="hint strong" id={`${id}-why`}>
          {disabledBecause}
        </p>
      )}
    </div>
  );
}
