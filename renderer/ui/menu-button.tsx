/** A button with three dots that opens a list of further actions. Escape and a choice close it, and the focus returns to the button. */
import { useId, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

export interface MenuAction {
  readonly label: string;
  readonly onChoose: () => void;
}
export interface MenuButtonProps {
  /** What the actions are for. */
  readonly name: string;
  readonly actions: readonly MenuAction[];
}

export function MenuButton({ name, actions }: MenuButtonProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const anchorName = `--menu-${id}`;
  const close = (): void => {
    menu.current?.hidePopover();
    button.current?.focus();
  };
  return (
    <div
      class="menu-button"
      onKeyDown={(event) => {
        // What the menu lies on would close as well.
        if (event.key !== 'Escape' || menu.current?.matches(':popover-open') !== true) return;
        event.preventDefault();
        close();
      }}
    >
      <button ref={button} type="button" class="button square" aria-label={name} title={name} popovertarget={id} style={{ anchorName }}>
        <Icon name="more" />
      </button>
      <div id={id} ref={menu} popover="auto" class="menu actions-menu" style={{ positionAnchor: anchorName }}>
        <ul role="list">
          {actions.map(({ label, onChoose }) => (
            <li key={label}>
              <button
                type="button"
                class="menu-action item"
                onClick={() => {
                  close();
                  onChoose();
                }}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
