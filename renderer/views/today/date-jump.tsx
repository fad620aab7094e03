/** Opens the calendar of the system; the list goes to the day that is chosen in it. */
import { useRef } from 'preact/hooks';
import type { LocalDate } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';

export interface DateJumpProps {
  readonly first: LocalDate;
  readonly onChoose: (date: LocalDate) => void;
}
export function DateJump({ first, onChoose }: DateJumpProps) {
  const { t } = useApp();
  const field = useRef<HTMLInputElement>(null);
  const open = (): void => {
    if (field.current === null) return;
    // So that the same day can be chosen again.
    field.current.value = '';
    field.current.showPicker();
  };
  return (
    <span class="jump">
      <Button kind="quiet" icon="calendar" onClick={open}>
        {t('today.jump')}
      </Button>
      {/* The place where the calendar opens: the button says what it is. */}
      <input
        ref={field}
        type="date"
        min={first}
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') onChoose(value as LocalDate);
        }}
      />
    </span>
  );
}
