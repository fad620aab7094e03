/** What went wrong in a run: each in a sentence, and which unit, door and booking it is about. */
import { useApp } from '../../lib/app.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/view.tsx';
import { placeWords } from './place-words.ts';
import type { RunDetail } from './run-list.ts';

export function RunProblems({ problems }: { readonly problems: RunDetail['problems'] }) {
  const { t, snapshot } = useApp();
  if (problems.length === 0) return null;
  return (
    <Card title={t('history.problems', { count: problems.length })} tone="warning">
      <ol class="plain-list run-problems">
        {problems.map((problem, index) => (
          <li key={index}>
            <p>{problem.message}</p>
            <p class="row quiet-text">
              <Badge
                tone={problem.retryable ? 'waiting' : 'warning'}
                text={t(problem.retryable ? 'history.may-clear' : 'history.needs-you')}
                {...(problem.retryable ? {} : { icon: 'hand' })}
              />
              {placeWords(snapshot, t, problem).join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
