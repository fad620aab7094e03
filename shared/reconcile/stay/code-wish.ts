/** What one code of a claim should be, and in what it differs. */
import type { Code, CodeRecord, Pin } from '../../domain/code.ts';
import type { FieldChanges } from '../../domain/plan.ts';
import type { Claim } from '../claims.ts';
import { differences } from '../diff.ts';
import { withTag } from '../tag.ts';
import { extended, onlyExtends } from '../trust/only-extend.ts';
import { codeEnd, codeStart, isOver } from '../windows.ts';
import { unseenDifferences } from './last-written.ts';
import type { StayContext } from './stay-context.ts';
import { isNameOf } from './stay-names.ts';
import { otherTag, wantedFields } from './stay-operations.ts';
import { pinOfCode } from './stay-pins.ts';

type Fields = Omit<CodeRecord, 'pin'>;

export interface CodeWish {
  /** By the claim alone. */
  plain(code: Code): Fields;
  /** In this run. null: the code stays as it is. */
  fields(code: Code): Fields | null;
  differences(code: Code, wanted: Fields): FieldChanges;
  /** The PIN for writing it back; null where it is not certain. */
  pinOf(code: Code): Pin | null;
  isOver(code: Code): boolean;
  /** Of a code between stays that may open when a guest may be in: it waits for nothing. */
  isInTheWay(code: Code): boolean;
}

export function createCodeWish(
  claim: Claim,
  { input, clock, blocks, hands }: Pick<StayContext, 'input' | 'clock' | 'blocks' | 'hands'>,
): CodeWish {
  const nowAt = (code: Code) => clock.nowAt(code, claim.unit);
  const plain = (code: Code): Fields => {
    const isOn = blocks.of(claim).isOn(code);
    const fields = wantedFields({ id: claim.id, name: claim.name, window: hands.windowOf(claim, code) }, code);
    return { ...fields, active: isOn, description: isOn ? withTag(claim.id, code.description, false) : fields.description };
  };
  return {
    plain,
    fields(code) {
      const wanted = plain(code);
      return onlyExtends(input) && claim.gap === undefined ? extended(wanted, code) : wanted;
    },
    differences(code, wanted) {
      const now = nowAt(code);
      const isName = (named: Code): boolean => isNameOf(claim, named, input.memory.remembered);
      const unseen = unseenDifferences(code, wanted, input, now);
      return { ...unseen, ...differences(code, wanted, { now, isName }), ...otherTag(code, claim.id, wanted) };
    },
    pinOf: (code) => pinOfCode(claim, code, input),
    isOver: (code) => isOver(code, nowAt(code)),
    isInTheWay(code) {
      if (claim.gap === undefined) return false;
      const { start, end } = claim.window;
      const [from, to] = [codeStart(code), codeEnd(code)];
      return from === null || to === null || from < start || to > end;
    },
  };
}
