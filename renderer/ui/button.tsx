/** Buttons. One that is busy keeps the focus: it says so instead of being disabled. */
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export interface ButtonProps {
  /** `primary`: the one thing to do here. `quiet`: without a frame. `danger`: takes something away. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  /** Of the accessible name, where the words shown are not enough ("Reveal" → "Reveal the PIN of …"). Begins with the words shown. */
  readonly name?: string;
  readonly id?: string;
  readonly type?: 'button' | 'submit';
  /** In hand, or for the moment not possible: shown so, and clicks do nothing. */
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  /** Of a toggle. */
  readonly isPressed?: boolean;
  /** Of something that opens and closes; `controls` is the id of what. */
  readonly isExpanded?: boolean;
  readonly controls?: string;
  /** Id of a text that says why it is not possible. */
  readonly describedBy?: string;
  readonly onClick?: (event: MouseEvent) => void;
  readonly children?: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const { kind = 'plain', icon, name, isBusy = false, isDisabled = false, isPressed, isExpanded, controls, describedBy, onClick } = props;
  const isOff = isBusy || isDisabled;
  return (
    <button
      type={props.type ?? 'button'}
      id={props.id}
      class={`button ${kind}`}
      aria-label={name}
      aria-disabled={isOff ? 'true' : undefined}
      aria-busy={isBusy ? 'true' : undefined}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      aria-controls={controls}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (!isOff) onClick?.(event);
        else event.preventDefault();
      }}
    >
      {icon !== undefined && <Icon name={icon} />}
      {props.children !== undefined && <span>{props.children}</span>}
    </button>
  );
}
