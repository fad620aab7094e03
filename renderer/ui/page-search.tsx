/** The search field of a page: Ctrl+F brings the focus here, Escape empties it. */
import { Icon } from './icon.tsx';

export interface PageSearchProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}
export function PageSearch({ label, value, onInput }: PageSearchProps) {
  return (
    <label class="page-search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        data-page-search
        maxLength={100}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}
