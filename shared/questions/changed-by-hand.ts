/** What the user may decide about codes that somebody changed at The Keys. */
import { aboutClaim } from '../domain/ids.ts';
import type { ClaimId, CodeId, KeypadPlace } from '../domain/ids.ts';
import type { MemoryValue } from '../domain/memory.ts';
import type { Problem } from '../domain/problem.ts';
import { problemText } from '../i18n/problem-text.ts';
import type { AskingProblem, QuestionKind } from './question.ts';

const CHANGED = 'changed:';
const SWITCHED_ON = 'on:';

interface About extends KeypadPlace {
  readonly claimId: ClaimId;
  readonly codeId: CodeId;
}

/** Asked until the user answers; then it is only told. */
export function handProblem(hand: MemoryValue<'by-hand'>): readonly Problem[] {
  const { result, isKept, codeId, now } = hand;
  if (result === 'same') return [];
  const about = aboutCode(hand);
  const window = { from: now.start, until: now.end };
  if (result === 'overruled') return [{ ...about, kind: 'kept-by-hand', text: problemText('problem.hand-overruled') }];
  if (result === 'usual') return [{ ...about, kind: 'kept-by-hand', text: problemText('problem.hand-usual', window) }];
  const text = {
    longer: problemText('problem.longer-by-hand', window),
    shorter: problemText('problem.shorter-by-hand', window),
    'shut-out': problemText('problem.shut-out-by-hand', window),
  }[result];
  if (isKept) return [{ ...about, kind: 'kept-by-hand', text }];
  const question = { key: `${CHANGED}${String(codeId)}`, choices: ['use-booking', 'keep-change'] };
  return [{ ...about, kind: result === 'shut-out' ? 'shut-out-by-hand' : 'changed-by-hand', text, question }];
}

export function pinChangedProblem(hand: About): Problem {
  return { ...aboutCode(hand), kind: 'pin-changed-by-hand', text: problemText('problem.pin-changed-by-hand') };
}

export function switchedOnProblem(on: About): AskingProblem {
  const question = { key: `${SWITCHED_ON}${String(on.claimId)}`, choices: ['keep-blocked', 'let-in'] };
  return { ...aboutCode(on), kind: 'switched-on', text: problemText('problem.switched-on'), question };
}

function aboutCode({ claimId, lockId, keypadId, codeId }: About) {
  return { retryable: false, ...aboutClaim(claimId), lockId, keypadId, codeId };
}

export const changedByHand: QuestionKind = {
  problemKinds: ['changed-by-hand', 'shut-out-by-hand', 'switched-on'],
  open: ({ memory: { remembered } }) => [
    ...[...remembered['by-hand'].values()]
      .flatMap(handProblem)
      .filter((problem): problem is AskingProblem => problem.question !== undefined),
    ...[...remembered['switched-on'].values()].map(switchedOnProblem),
  ],
  answer({ memory: { remembered } }, key, choice) {
    const on = key.startsWith(SWITCHED_ON) ? remembered['switched-on'].get(key.slice(SWITCHED_ON.length)) : undefined;
    if (on !== undefined) {
      const forget = { kind: 'switched-on', key: String(on.claimId), value: null } as const;
      return { remember: [forget], dropHolds: [], access: { id: on.claimId, is: choice === 'let-in' ? 'let-in' : 'blocked' } };
    }
    const hand = key.startsWith(CHANGED) ? remembered['by-hand'].get(key.slice(CHANGED.length)) : undefined;
    if (hand === undefined) return null;
    const isKept = choice === 'keep-change';
    // Without it, the booking's times count.
    const value = isKept ? { ...hand, isKept } : hand.isPinChanged ? { ...hand, window: hand.before } : null;
    return { remember: [{ kind: 'by-hand', key: String(hand.codeId), value }], dropHolds: [] };
  },
};
