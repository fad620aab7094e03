/** The answers to a question that is asked in the list of what needs the user: one button each. */
import type { Question } from '../../../shared/domain/problem.ts';
import { useApp } from '../../lib/app.ts';
import { focusAfterDraw } from '../../lib/focus.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { VIEW_TITLE_ID } from '../../ui/view.tsx';

/** Answers that say themselves what follows. */
const PLAIN = ['approve', 'keep', 'confirm'] as const;
const CHOICES = [
  ...PLAIN,
  'same',
  'other',
  'let-in',
  'keep-blocked',
  'use-booking',
  'keep-change',
  'block',
  'make-again',
  'new-pin',
  'leave',
  'send-right-one',
  'ignore',
  'usual',
  'morning-of-departure',
  'night-after',
  'between-guests',
  'whole-day',
  'arrived',
  'send-again',
  'send-verified',
  'wait',
  'send-change',
] as const;

/** `focusId`: where the focus goes, since an answered item leaves the list. */
export function AnswerButtons({
  question,
  describedBy,
  focusId,
}: {
  readonly question: Question;
  readonly describedBy: string;
  readonly focusId: string;
}) {
  const { t, announce } = useApp();
  const answer = useCall('question.answer');
  const choose = async (choice: (typeof CHOICES)[number]): Promise<void> => {
    const answered = await answer.run({ key: question.key, choice });
    if (answered === null) return;
    const plain = PLAIN.find((one) => one === choice);
    const said = plain === undefined ? 'answered.next-sync' : (`answered.${plain}` as const);
    announce(t(answered.wasOpen ? said : 'answered.before'));
    focusAfterDraw(focusId, VIEW_TITLE_ID);
  };
  return (
    <div class="row">
      {CHOICES.filter((choice) => question.choices.includes(choice)).map((choice) => (
        <Button key={choice} describedBy={describedBy} isBusy={answer.isBusy} onClick={() => void choose(choice)}>
          {t(`answer.${choice}`)}
        </Button>
      ))}
      {answer.error !== null && <p role="alert">{answer.error.message}</p>}
    </div>
  );
}
