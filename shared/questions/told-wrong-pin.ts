/** The question what follows when a guest was told, in the thread of the booking, a PIN that does not open. */
import type { MemoryValue } from '../domain/memory.ts';
import { toldKey } from '../domain/told.ts';
import { problemText } from '../i18n/problem-text.ts';
import { lastTold, newRow } from '../messages/register.ts';
import type { AskingProblem, QuestionFacts, QuestionKind } from './question.ts';

const KEY = 'told:';

function toldWrongPin({ bookingId, fact, isMuted }: MemoryValue<'thread'>): AskingProblem {
  return {
    kind: 'told-wrong-pin',
    text: problemText(`problem.told-wrong-pin.${fact ?? 'earlier-pin'}`),
    retryable: false,
    bookingId,
    question: { key: `${KEY}${String(bookingId)}`, choices: [...(isMuted ? [] : ['send-right-one']), 'ignore'] },
  };
}

/** Until the user answers, or the guest is told something since: that was right at that time. */
function isOpen(thread: MemoryValue<'thread'>, { memory: { remembered } }: Pick<QuestionFacts, 'memory'>): boolean {
  if (thread.verdict !== 'wrong' || thread.answer !== null || thread.readMs === null) return false;
  const told = lastTold(thread.bookingId, remembered.told);
  return told === null || told.atMs < thread.readMs;
}

export const toldWrong: QuestionKind = {
  problemKinds: ['told-wrong-pin'],
  open: (facts) => [...facts.memory.remembered.thread.values()].filter((thread) => isOpen(thread, facts)).map(toldWrongPin),
  answer(facts, key, choice) {
    const { remembered } = facts.memory;
    const thread = key.startsWith(KEY) ? remembered.thread.get(key.slice(KEY.length)) : undefined;
    if (thread === undefined || !isOpen(thread, facts) || thread.told === null) return null;
    const answer = choice === 'send-right-one' ? choice : 'ignore';
    const remember = [{ kind: 'thread', key: String(thread.bookingId), value: { ...thread, answer } }] as const;
    if (answer === 'ignore') return { remember, dropHolds: [] };
    // What the host wrote counts as told: then a message corrects it like any other.
    const host = toldKey(thread.bookingId, 'host');
    const row = remembered.told.get(host) ?? { ...newRow(thread.bookingId), way: 'host' as const };
    const known = { content: thread.told, kind: 'code', state: 'confirmed', atMs: thread.readMs ?? 0 } as const;
    return { remember: [...remember, { kind: 'told', key: host, value: { ...row, known } }], dropHolds: [] };
  },
};
