/** Leads to the first field of a form that is not right, once what is wrong with it is drawn. */

export function focusInvalid(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
