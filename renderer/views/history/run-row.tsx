/** One sync in a line: when, how it ended, what it changed, and who asked for it; the user's own acts can be taken back here. */
import { useApp } from '../../lib/app.ts';
import { useActs } from '../../lib/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { actText, rowText } from './row-text.ts';
import type { ListedRun } from './run-list.ts';
import { askerOf, isRunning, keepNumbers, outcomeText, runText } from './run-text.ts';

export function runRowId(id: string): string {
  return `run-${id}`;
}

export interface RunRowProps {
  readonly run: ListedRun;
  /** Earlier ones that came to the same, newest first. */
  readonly repeats: readonly ListedRun[];
  readonly onArrow: (id: string, step: 1 | -1) => void;
  readonly onUndone: () => void;
}
export function RunRow({ run, repeats, onArrow, onUndone }: RunRowProps) {
  const app = useApp();
  const { t, snapshot, panel, openPanel } = app;
  const acts = useActs(onUndone);
  const outcome = outcomeText(t, run, isRunning(run, snapshot));
  const { time } = runText(app, run);
  const { who, what, where, rest } = rowText(app, run);
  const asker = askerOf(run);
  const first = repeats.at(-1);
  const asides = [
    ...(rest === null ? [] : [rest]),
    ...(first === undefined ? [] : [t('history.times', { count: repeats.length + 1, time: runText(app, first).time })]),
    ...(asker === 'latchkey' ? [] : [t(`history.by.${asker}`)]),
  ];
  const undoName = run.act?.canUndo === true ? t('history.undo-name', { text: actText(app, run.act) }) : null;
  return (
    <div class="run-line">
      <button
        type="button"
        class="list-row item run-row"
        id={runRowId(run.id)}
        aria-current={panel?.kind === 'run' && [run, ...repeats].some(({ id }) => id === panel.runId) ? 'true' : undefined}
        onClick={() => openPanel({ kind: 'run', runId: run.id })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          onArrow(run.id, event.key === 'ArrowDown' ? 1 : -1);
        }}
      >
        <span class="run-time">{time}</span>{' '}
        <span class={`verdict-icon ${outcome.tone === 'good' ? 'quiet-text' : `tone-${outcome.tone}`}`} title={outcome.text}>
          <Icon name={outcome.icon ?? (outcome.tone === 'good' ? 'check' : 'alert')} />
          <span class="visually-hidden">{outcome.text}</span>
        </span>{' '}
        {who !== null && <span class="strong run-who">{who}</span>}{' '}
        <span class={who === null ? 'run-sentence' : 'run-what'}>
          {run.mode === 'dry-run' ? t('history.dry-run-of', { text: what }) : what}
        </span>{' '}
        {where !== null && <span class="quiet-text run-where">{where}</span>}{' '}
        <span class="quiet-text tiny run-rest">{keepNumbers(asides.join(' · '))}</span> {undoName === null && <Icon name="right" />}
      </button>
      {undoName !== null && (
        <Button
          kind="quiet"
          icon="undo"
          name={undoName}
          hint={undoName}
          onClick={() => {
            // The button goes with what it takes back.
            void acts.undo(run.id).then(() => document.getElementById(runRowId(run.id))?.focus());
          }}
        >
          {t('common.undo')}
        </Button>
      )}
    </div>
  );
}
