/** `answer`: decides one open question. The next sync acts on it. */
import { answerQuestion as decide } from '../../app/questions/answer-question.ts';
import { englishSentence } from '../../../shared/i18n/problem-text.ts';
import { answerEffect, openQuestions } from '../../../shared/questions/registry.ts';
import { answer, dryRunAnswer, failure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { CommandContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import type { RequestOf } from '../request.ts';

export async function answerQuestion(context: CommandContext, { key, choice, dryRun = false }: RequestOf<'answer'>): Promise<Answer> {
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const { history, settings, wishes, clock } = opened.value;
  const asked = { memory: history.memory(), settings: settings.read(), wishes: wishes.read() };
  const decided = dryRun ? answerEffect(asked, key, choice) : decide(opened.value, key, choice, clock.nowMs());
  if (decided.ok && dryRun) return dryRunAnswer([`“${choice}” would be recorded, and the next sync would act on it.`]);
  if (decided.ok) return answer({ ok: true }, () => 'Recorded. The next sync acts on it.');
  const open = openQuestions(asked).map((problem) => ({
    ...problem.question,
    message: englishSentence(problem),
  }));
  const said =
    decided.error === 'no-question' ? `No question with the key “${key}” is open.` : `“${choice}” is not an answer to this question.`;
  const list = open.map((question) => `${question.key}: ${question.choices.join(' or ')}\n  ${question.message}`);
  const waiting = open.length === 0 ? ['No question is open.'] : ['Open questions:', ...list];
  return failure(EXIT.usage, decided.error, [said, ...waiting].join('\n'), { questions: open });
}
