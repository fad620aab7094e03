/** Whom the search found, as rows that open what to tell them. The arrow keys go through them. */
import type { RefObject } from 'preact';
import { useApp } from '../../lib/app.ts';
import { guestName } from '../../lib/names.ts';
import { Cut } from '../../ui/cut.tsx';
import { Icon } from '../../ui/icon.tsx';
import { stayTimes } from '../stay/stay-model.ts';
import type { Choice } from './choices.ts';

export interface CallResultsProps {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly typed: string;
  readonly choices: readonly Choice[];
  /** False: nothing was searched for yet, and these are likely to call. */
  readonly isSearch: boolean;
  readonly more: number;
  readonly onChoose: (choice: Choice) => void;
}
export function CallResults({ list, typed, choices, isSearch, more, onChoose }: CallResultsProps) {
  const { t } = useApp();
  const text = !isSearch
    ? t('call.hint')
    : choices.length === 0
      ? t('call.none', { typed: typed.trim() })
      : t('call.found', { count: choices.length + more });
  return (
    <div class="stack">
      <p class="quiet-text" role="status">
        {text}
      </p>
      {!isSearch && choices.length > 0 && <h2 class="call-likely small quiet-text">{t('call.likely')}</h2>}
      <ul
        ref={list}
        role="list"
        class="call-results"
        aria-label={t(isSearch ? 'call.results' : 'call.likely')}
        onKeyDown={(event) => moveFocus(event)}
      >
        {choices.map((choice) => (
          <li key={choice.kind === 'guest' ? choice.bookingId : choice.personId}>
            <button type="button" class="list-row item call-row" onClick={() => onChoose(choice)}>
              <Icon name={choice.kind === 'guest' ? 'key' : 'user'} />
              <Row choice={choice} />
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ choice }: { readonly choice: Choice }) {
  const { t, formats } = useApp();
  if (choice.kind === 'person') {
    return (
      <>
        <Cut class="strong" text={choice.name} />
        <span class="quiet-text">{t('call.person')}</span>
        <span />
      </>
    );
  }
  const { status, name } = choice;
  const times = status === null ? null : stayTimes(status);
  return (
    <>
      <Cut class="strong" text={guestName(t, name)} />
      <Cut class="quiet-text" text={status?.stay.unitName ?? ''} />
      <span class="quiet-text">
        {times === null ? '' : t('call.from-to', { start: formats.moment(times.start), end: formats.moment(times.end) })}
      </span>
    </>
  );
}

function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
}
