/** Asks for confirmation: the native modal dialog, which keeps the focus inside and returns it afterwards. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useApp } from '../lib/app.ts';
import { Button } from './button.tsx';
import { useModal } from './use-modal.ts';

export interface DialogProps {
  readonly title: string;
  readonly confirm: string;
  /** "Cancel" unless told otherwise. */
  readonly cancel?: string;
  /** `danger`: removes something. */
  readonly kind?: 'primary' | 'danger';
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  /** Also by Escape. */
  readonly onCancel: () => void;
  readonly children?: ComponentChildren;
}
/** Open while it is rendered. */
export function ConfirmDialog({ title, confirm, cancel, kind = 'primary', isBusy = false, onConfirm, onCancel, children }: DialogProps) {
  const { t } = useApp();
  const titleId = useId();
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      onKeyDown={(event) => {
        // Escape closes the dialog only, and not what it was opened from.
        if (event.key === 'Escape') event.stopPropagation();
        if (event.key !== 'Enter' || isBusy || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        onConfirm();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
      <div class="row end">
        <Button onClick={onCancel}>{cancel ?? t('common.cancel')}</Button>
        <Button kind={kind} isBusy={isBusy} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}
