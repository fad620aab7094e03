import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeId, place } from '../../tests/support/ids.ts';
import {
  afterRefusal,
  afterRemoval,
  afterSighting,
  beforeCreate,
  isSettled,
  newCodeMark,
  probeMarksSchema,
  withMark,
  withoutMark,
} from './marks.ts';

const MARK = newCodeMark(place(3705, 'Kp7Qm2Xa'), 'Latchkey-probe#abcdefgh', 0);
type Fate = 'refused' | 'told' | 'listed' | 'never-seen';

it('forgets no code that was made and not removed, whatever became of the others', () => {
  const fates = fc.array(fc.tuple(fc.constantFrom<Fate[]>('refused', 'told', 'listed', 'never-seen'), fc.boolean()), { maxLength: 6 });
  fc.assert(
    fc.property(fates, (creates) => {
      let mark = MARK;
      for (const [index, [fate, isRemoved]] of creates.entries()) {
        const id = codeId(index + 1);
        mark = beforeCreate(mark, 1_000);
        if (fate === 'refused') mark = afterRefusal(mark);
        if (fate === 'told' || fate === 'listed') mark = afterSighting(mark, [id]);
        // A list shows it again, also after its id was told.
        if (fate === 'told') mark = afterSighting(mark, [id]);
        if (isRemoved && fate !== 'refused' && fate !== 'never-seen') mark = afterRemoval(mark, id);
      }
      const there = creates.filter(([fate, isRemoved]) => (fate === 'told' || fate === 'listed') && !isRemoved).length;
      const open = creates.filter(([fate]) => fate === 'never-seen').length;
      expect([mark.madeIds.length, mark.open]).toEqual([there, open]);
      expect(isSettled(mark, 0, 2_000)).toBe(there === 0 && open === 0);
      // After a quarter of an hour, what no list ever showed was never made.
      expect(isSettled(mark, 0, 1_000 + 15 * 60_000)).toBe(there === 0);
      expect(isSettled(mark, 1, Number.MAX_SAFE_INTEGER)).toBe(false);
      expect(probeMarksSchema.parse(withMark([], mark))).toEqual([mark]);
      expect(withoutMark(withMark(withMark([], MARK), mark), MARK)).toEqual([]);
    }),
  );
});
