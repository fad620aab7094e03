/** One run in the list: a button that opens it. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Badge } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { RunRow } from './run-list.ts';
import { countsWords, isUnderWay, outcomeWords, runWords } from './run-words.ts';

export interface RunButtonProps {
  readonly run: RunRow;
  /** It was open until now: the focus comes back to it. */
  readonly takesFocus: boolean;
  readonly onFocusTaken: () => void;
  readonly onOpen: (id: string) => void;
  readonly onArrow: (id: string, step: 1 | -1) => void;
}

/** So that the arrow keys find the row beside. */
export function runRowId(id: string): string {
  return `run-${id}`;
}

export function RunButton({ run, takesFocus, onFocusTaken, onOpen, onArrow }: RunButtonProps) {
  const { t, formats, snapshot } = useApp();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    button.current?.focus({ preventScroll: true });
    onFocusTaken();
  }, [takesFocus]);
  const outcome = outcomeWords(t, run, isUnderWay(run, snapshot));
  const { time, trigger, duration } = runWords(t, formats, run);
  const about = [trigger, duration, run.mode === 'dry-run' ? t('history.dry-run') : null].filter((part) => part !== null);
  return (
    <button
      type="button"
      class="run-row"
      id={runRowId(run.id)}
      ref={button}
      onClick={() => onOpen(run.id)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        onArrow(run.id, event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      <span class="run-time">{time}</span>{' '}
      <span class="run-outcome">
        <Badge tone={outcome.tone} text={outcome.text} {...(outcome.icon === undefined ? {} : { icon: outcome.icon })} />
      </span>{' '}
      <span class="run-what">
        <span>{countsWords(t, run)}</span> <span class="quiet-text">{about.join(' · ')}</span>
      </span>
      <Icon name="right" />
    </button>
  );
}
