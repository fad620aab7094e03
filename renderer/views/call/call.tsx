/** A guest is at the door: three letters find the stay, and everything to say to the guest is on one page in large type. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import { useEffectEvent } from '../../lib/use-effect-event.ts';
import { Icon } from '../../ui/icon.tsx';
import { Failure } from '../../ui/states.tsx';
import { VIEW_TITLE_ID } from '../../ui/view.tsx';
import { CallAnswer } from './call-answer.tsx';
import { CallResults } from './call-results.tsx';
import { choicesOf, likelyCallers } from './choices.ts';
import type { Choice } from './choices.ts';
import { useFound } from './use-found.ts';

export function Call() {
  const app = useApp();
  const { t, go, openPanel } = app;
  const [typed, setTyped] = useState('');
  const [chosenId, setChosenId] = useState<BookingId | null>(null);
  const { found, error } = useFound(typed);
  const choices = found === null ? likelyCallers(app) : choicesOf(app, found);
  const [only] = choices;
  const isOne = found !== null && choices.length === 1 && only?.kind === 'guest';
  const bookingId = chosenId ?? (isOne ? only.bookingId : null);
  const results = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  // The window may open with this page.
  useEffect(() => field.current?.focus(), []);

  const choose = (choice: Choice): void => {
    if (choice.kind === 'guest') setChosenId(choice.bookingId);
    else openPanel({ kind: 'person', personId: choice.personId });
  };
  const close = useEffectEvent((event: KeyboardEvent) => {
    // A dialog, a menu or the panel of a person closes first.
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open], .side-panel') !== null) return;
    event.preventDefault();
    go({ view: 'today', bookingId: null });
  });
  useEffect(() => {
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, []);

  return (
    <div class="view call">
      <h1 class="visually-hidden">{t('call.title')}</h1>
      <div class="call-search">
        <Icon name="search" />
        <input
          ref={field}
          id={VIEW_TITLE_ID}
          type="search"
          aria-label={t('call.search')}
          placeholder={t('call.placeholder')}
          autocomplete="off"
          spellcheck={false}
          data-page-search
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setChosenId(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found !== null && only !== undefined) choose(only);
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            results.current?.querySelector('button')?.focus();
          }}
        />
        <span class="quiet-text tiny call-keys">{t('call.keys')}</span>
      </div>
      <Failure title={t('call.search-failed')} error={error} />
      {bookingId === null ? (
        <CallResults list={results} typed={typed} choices={choices} isSearch={found !== null} more={found?.more ?? 0} onChoose={choose} />
      ) : (
        <CallAnswer key={bookingId} bookingId={bookingId} />
      )}
    </div>
  );
}
