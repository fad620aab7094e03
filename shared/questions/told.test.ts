/** The questions about messages to guests, and what an answer changes. */
import { expect, test } from 'vitest';
import type { Pin } from '../domain/code.ts';
import { nothingRemembered } from '../domain/memory.ts';
import type { PlanMemory } from '../domain/plan.ts';
import type { Told } from '../domain/told.ts';
import { doorToTell, register, stayToTell, DIGESTS } from '../../tests/support/to-tell.ts';
import { shownOf } from '../messages/shown.ts';
import { answerEffect, openQuestions } from './registry.ts';
import type { QuestionFacts } from './question.ts';

function factsOf(told: ReadonlyMap<string, Told>): QuestionFacts {
  const memory: PlanMemory = {
    pinDraws: new Map(),
    missingSinceMs: new Map(),
    waiting: new Map(),
    remembered: { ...nothingRemembered(), told },
  };
  return { memory, settings: { mapping: { units: [], locks: [], retired: [] }, recovery: 'none' }, wishes: { recovery: 'none' } };
}
function asked(told: ReadonlyMap<string, Told>): readonly string[] {
  return openQuestions(factsOf(told)).map(({ kind, question }) => [kind, question.key, ...question.choices].join(' '));
}
function answer(told: ReadonlyMap<string, Told>, key: string, choice: string): unknown {
  const effect = answerEffect(factsOf(told), key, choice);
  return effect.ok ? effect.value.remember : effect.error;
}
function contentOf(pin: string) {
  const shown = shownOf(stayToTell({ doors: [doorToTell({ pin: pin as Pin })] }), DIGESTS);
  if (shown === null) throw new Error('Nothing is shown.');
  return { ...shown.content, language: 'en', version: 0 } as const;
}
const attempt = { content: contentOf('4711'), kind: 'code', text: 'x', state: 'accepted', sinceMs: 5, tries: 2, nextMs: 9 } as const;

test('whether a message arrived, once it was absent from the thread both times', () => {
  const open = register({ attempt });
  expect(asked(open)).toEqual(['told-unclear told-unclear:12 arrived send-again']);
  expect(asked(register({ attempt: { ...attempt, tries: 1 } }))).toEqual([]);
  expect(asked(register({ attempt: { ...attempt, tries: 3 } }))).toEqual([]);
  expect(asked(register({ attempt: { ...attempt, tries: 5 } }))).toHaveLength(1);
  expect(asked(register({ attempt: { ...attempt, state: 'refused' } }))).toEqual([]);
  const known = { content: contentOf('4711'), kind: 'code', state: 'told-by-user', atMs: 6 } as const;
  expect(asked(register({ attempt }, { way: 'copy', known }))).toEqual([]);
  expect(answer(open, 'told-unclear:12', 'arrived')).toMatchObject([
    { kind: 'told', key: '12 message', value: { known: { state: 'told-by-user', atMs: 5 }, attempt: null } },
  ]);
  expect(answer(open, 'told-unclear:12', 'send-again')).toMatchObject([
    { value: { known: null, attempt: { state: 'refused', tries: 0 } } },
  ]);
});

test.each([
  ['verified', 'told-partly told-verified:12 send-verified wait', 'send-verified', 'wait'],
  ['by-hand', 'told-by-hand told-by-hand:12 send-change leave', 'send-change', 'leave'],
] as const)('about %s, until it is agreed or declined', (about, question, agree, decline) => {
  const open = register({ asked: { about, content: 'digest', isDeclined: false } });
  const key = `told-${about}:12`;
  expect(asked(open)).toEqual([question]);
  expect(answer(open, key, agree)).toMatchObject([{ value: { agreed: 'digest', asked: null } }]);
  expect(answer(open, key, decline)).toMatchObject([{ value: { agreed: null, asked: { isDeclined: true } } }]);
  expect(asked(register({ asked: { about, content: 'digest', isDeclined: true } }))).toEqual([]);
  expect([answer(open, key, 'arrived'), answer(open, 'told-unclear:12', 'arrived')]).toEqual(['no-choice', 'no-question']);
});
