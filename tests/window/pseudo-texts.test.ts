import { describe, expect, it } from 'vitest';
import { uncatalogued } from './pseudo-texts.ts';

describe('what may stand outside the catalogue', () => {
  const found = (text: string): readonly string[] => uncatalogued([{ where: '<p>', text }], ['Lyon, portail commun', 'held']);
  it('is what main has told, days and times, and names of products', () => {
    expect(['⟦Ýéš ⟦ñö⟧ ··⟧ 15:00', 'Lyon, portail commun', 'Mon 23 Nov at 15:00', 'Latchkey', '4719 · 12'].flatMap(found)).toEqual([]);
  });
  it('is no word of the code, and no kind that main has told', () => {
    expect(['Save', '⟦Šávé ··⟧ now or never', 'held'].flatMap(found)).toHaveLength(3);
  });
});
