import { describe, expect, it } from 'vitest';
import { judgePayload } from './payload-size.ts';

const judge = (payload: unknown, maxBytes = 1000, maxDepth = 4) => judgePayload(payload, { maxBytes, maxDepth });

describe('judgePayload', () => {
  it('accepts plain data', () => {
    expect(judge(null)).toBe('fits');
    expect(judge(undefined)).toBe('fits');
    expect(judge({ keys: ['a', 'b'], limit: 3, deep: { on: true } })).toBe('fits');
    expect(judge(Object.assign(Object.create(null) as object, { a: 1 }))).toBe('fits');
  });

  it('counts texts, names and values', () => {
    expect(judge('x'.repeat(400))).toBe('fits');
    expect(judge('x'.repeat(600))).toBe('too-large');
    expect(judge({ ['n'.repeat(600)]: 1 })).toBe('too-large');
    expect(judge(Array.from({ length: 200 }, () => null))).toBe('too-large');
    expect(judge(null, 4)).toBe('too-large');
    expect(judge(1, 4)).toBe('too-large');
  });

  it('does not walk a sparse array', () => {
    const list: unknown[] = [];
    list.length = 4_000_000_000;
    expect(judge(list)).toBe('too-large');
  });

  it('rejects data that is nested too deeply, cyclic, or too large by repetition', () => {
    expect(judge([[[['four']]]])).toBe('fits');
    expect(judge([[[[['five']]]]])).toBe('not-plain');
    const round: unknown[] = [];
    round.push(round);
    expect(judge(round)).toBe('not-plain');
    let wide: unknown = ['x'];
    for (let level = 0; level < 12; level += 1) wide = Array.from({ length: 1000 }, () => wide);
    expect(judge(wide, 100_000, 20)).toBe('too-large');
  });

  it.each([
    ['a map', new Map()],
    ['a set', new Set()],
    ['a buffer', new ArrayBuffer(8)],
    ['bytes', new Uint8Array(8)],
    ['a date', new Date(0)],
    ['an error', new Error('no')],
    ['a big number', 1n],
  ])('refuses %s', (_name, value) => {
    expect(judge(value)).toBe('not-plain');
    expect(judge({ within: value })).toBe('not-plain');
  });
});
