/** A choice of a few, side by side: native radio buttons, so that the arrow keys work as everywhere. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SegmentedProps<V extends string> {
  /** For screen readers, unless `hasLegend`. */
  readonly label: string;
  readonly hasLegend?: boolean;
  readonly value: V;
  /** `more`: behind the label, for instance how many there are. */
  readonly choices: readonly { readonly value: V; readonly label: string; readonly more?: ComponentChildren }[];
  readonly onChange: (value: V) => void;
}
export function Segmented<V extends string>({ label, hasLegend = false, value, choices, onChange }: SegmentedProps<V>) {
  const name = useId();
  return (
    <fieldset class="segmented">
      <legend class={hasLegend ? undefined : 'visually-hidden'}>{label}</legend>
      <div class="segments">
        {choices.map((choice) => (
          <label key={choice.value} class="segment">
            <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            <span>{choice.label}</span>
            {choice.more}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
