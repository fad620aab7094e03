/** Buttons. A busy or disabled one stays focusable: it is marked by ARIA attributes instead of the `disabled` attribute. */
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export interface ButtonProps {
  /** `primary`: the main action here. `quiet`: without a frame. `danger`: removes something. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName | undefined;
  /** The accessible name, where the visible text is not enough ("Reveal" → "Reveal the PIN of …"). Begins with the visible text. */
  readonly name?: string;
  /** Shown while the pointer is over it. */
  readonly hint?: string;
  readonly id?: string;
  readonly type?: 'button' | 'submit';
  /** Its action is under way, or not possible now: clicks do nothing. */
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  /** Of a toggle. */
  readonly isPressed?: boolean;
  /** Of a button that opens and closes the element with the id `controls`. */
  readonly isExpanded?: boolean;
  readonly controls?: string | undefined;
  /** Id of a text that explains the button, or why it is disabled. */
  readonly describedBy?: string | undefined;
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
      title={props.hint ?? (props.children === undefined ? name : undefined)}
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
