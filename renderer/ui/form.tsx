/** A form whose input is checked here and saved by main: the browser's own messages are off, and nothing is sent while it is busy. */
import type { ComponentChildren } from 'preact';

export interface FormProps {
  readonly label?: string | undefined;
  readonly isBusy: boolean;
  readonly onSubmit: (form: HTMLFormElement) => void;
  readonly onInput?: () => void;
  readonly children: ComponentChildren;
}
export function Form({ label, isBusy, onSubmit, onInput, children }: FormProps) {
  return (
    <form
      class="stack medium"
      aria-label={label}
      autocomplete="off"
      noValidate
      onInput={onInput}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSubmit(event.currentTarget);
      }}
    >
      {children}
    </form>
  );
}

/** Moves the focus to the first field with a mistake, once the mistakes are drawn. */
export function focusInvalid(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
