/** The rows of docs/cloud-facts.md are numbered in order, and everything that cites them, or plays them, agrees with them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SMOOBU_SWITCHES } from '../../electron/demo/smoobu/switches.ts';
import { DEFAULT_THE_KEYS_SWITCHES } from '../../electron/demo/the-keys/switches.ts';
import { factOf } from '../../shared/probe/question.ts';
import { NOT_ASKED, QUESTIONS } from '../../shared/probe/verdicts.ts';
import { everything, page, ROOT } from './pages.ts';

const { rows } = page('docs/cloud-facts.md');
const SCALE = rows.slice(
  rows.findIndex(([title]) => title === 'confidence') + 1,
  rows.findIndex(([title]) => title === 'no.'),
);
const LEVELS = SCALE.map(([level]) => level);
const facts = rows.flatMap(([number = '', text = '', level = '', , switches = '']) =>
  /^[SKW]\d/.test(number) ? [{ number, text, level, switches: [...switches.matchAll(/`(\w+)`/g)].map((match) => match[1]) }] : [],
);
const ofCloud = (letter: string) => facts.filter(({ number }) => number.startsWith(letter));

/** "cloud-facts S2", "cloud-facts K5, K7 and K9", "cloud-facts S2 to S6". */
const CITATION = /\bcloud-facts((?:,? (?:and |to )?[SKW]\d+)+)/g;
const OLD_CITATION = /\bfact sheet|\bconfidence [A-DHML]\b/i;
const texts = everything()
  .filter((path) => /\.(tsx?|md)$/.test(path) && path !== 'tests/docs/cloud-facts.test.ts')
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const citations = texts.flatMap(({ path, text }) =>
  // A comment may break the line within a citation.
  [...text.replaceAll(/\n\s*(?:\*|\/\/)?\s*/g, ' ').matchAll(CITATION)].flatMap((match) =>
    (match[1]?.match(/[SKW]\d+/g) ?? []).map((number) => ({ path, number })),
  ),
);

describe('the facts about both clouds', () => {
  it.each([
    ['S', 20],
    ['K', 20],
    ['W', 5],
  ])('are numbered %s1 and so on', (letter, least) => {
    const numbers = ofCloud(letter).map(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(least);
    expect(numbers).toEqual(numbers.map((_number, index) => `${letter}${String(index + 1)}`));
  });

  it('have one of the four degrees of confidence', () => {
    expect(LEVELS).toEqual(['high', 'medium', 'low', 'unknown']);
    expect(facts.filter(({ level }) => !LEVELS.includes(level))).toEqual([]);
  });

  it.each([
    ['S', DEFAULT_SMOOBU_SWITCHES],
    ['K', DEFAULT_THE_KEYS_SWITCHES],
  ])('name every switch of the demo cloud once (%s)', (letter, switches) => {
    const named = ofCloud(letter).flatMap((fact) => fact.switches);
    expect(named.toSorted()).toEqual(Object.keys(switches).sort());
  });
});

describe('what the probe of an account asks', () => {
  const asked = new Set(QUESTIONS.map(({ id }) => factOf(id)));
  it('covers every row that is not certain, or says why not', () => {
    const open = facts.filter(({ level }) => level !== 'high').map(({ number }) => number);
    expect(open.filter((number) => !asked.has(number) && NOT_ASKED[number] === undefined)).toEqual([]);
  });
  it('is about rows of the table', () => {
    const numbers = new Set(facts.map(({ number }) => number));
    expect([...asked, ...Object.keys(NOT_ASKED)].filter((number) => !numbers.has(number))).toEqual([]);
  });
});

describe('citations of a fact', () => {
  it('lead to a row', () => {
    expect(citations.length).toBeGreaterThan(50);
    const numbers = new Set(facts.map(({ number }) => number));
    expect(citations.filter(({ number }) => !numbers.has(number))).toEqual([]);
  });

  it('have this form and no other', () => {
    expect(texts.filter(({ text }) => OLD_CITATION.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
