/** The question whether a guest whose code somebody switched off gets in again, or stays out. Asked once for a stay or person. */
import { aboutClaim } from '../domain/ids.ts';
import type { ClaimId, CodeId, KeypadPlace } from '../domain/ids.ts';
import { problemText } from '../i18n/problem-text.ts';
import type { AskingProblem, QuestionKind } from './question.ts';

const KEY = 'off:';

export interface SwitchedOff extends KeypadPlace {
  readonly codeId: CodeId;
  readonly wasLetIn?: true;
}

export function switchedOffProblem(id: ClaimId, { lockId, keypadId, codeId, wasLetIn }: SwitchedOff): AskingProblem {
  return {
    kind: 'switched-off',
    text: problemText(wasLetIn === true ? 'problem.off-after-let-in' : 'problem.switched-off'),
    retryable: false,
    ...aboutClaim(id),
    lockId,
    keypadId,
    codeId,
    question: { key: `${KEY}${String(id)}`, choices: ['let-in', 'keep-blocked'] },
  };
}

export const switchedOff: QuestionKind = {
  problemKinds: ['switched-off'],
  open: ({ memory: { remembered } }) =>
    [...remembered['switched-off'].values()].filter(({ isKept }) => !isKept).map((off) => switchedOffProblem(off.claimId, off)),
  answer({ memory: { remembered } }, key, choice) {
    const off = key.startsWith(KEY) ? remembered['switched-off'].get(key.slice(KEY.length)) : undefined;
    if (off === undefined) return null;
    // Remembered until a sync acts on the wish, so that it is not asked again meanwhile.
    const remember = [{ kind: 'switched-off', key: String(off.claimId), value: { ...off, isKept: true } }] as const;
    return { remember, dropHolds: [], ...(choice === 'let-in' ? { access: { id: off.claimId, is: 'let-in' } } : {}) };
  },
};
