import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readData, stopFailure, withStatusOfBody } from './answer.ts';
import { answerOf, enveloped, failed } from '../../../tests/support/the-keys-client.ts';

function statusAfter(status: number, body: unknown): number | null {
  const outcome = withStatusOfBody(answerOf(status, body));
  return outcome.ok ? outcome.answer.status : null;
}

describe('withStatusOfBody', () => {
  it.each([
    [200, { status: 200, data: {}, message: { global: [], form: [] } }, 200],
    [200, { status: '200', data: {} }, 200],
    [200, { status: 404, data: null }, 404],
    [200, { status: '403', data: null }, 403],
    [200, { status: 500, data: null }, 500],
    [200, { code: 401, message: 'x' }, 401],
    [200, { code: 400, message: 'x' }, 400],
    [200, { error: 'invalid_grant', error_description: 'x' }, 401],
    [200, { error: 'access_denied' }, 400],
    [200, { status: 200, data: null, message: { global: [], form: ['x'] } }, 400],
    [200, { status: 200, data: null, message: { global: [], form: { code: ['x'] } } }, 400],
    [200, { status: 200, data: null, message: { global: ['x'], form: [] } }, 200],
    [200, { status: 200, data: null, message: { global: [], form: {} } }, 200],
    [200, { status: 999, data: null }, 200],
    [400, { error: 'invalid_grant' }, 401],
    [500, { code: 401 }, 401],
    [500, { status: 404 }, 500],
    [403, { status: 200, message: { form: ['x'] } }, 403],
    [200, '<html>', 200],
    [200, '', 200],
    [200, 'null', 200],
    [200, '[]', 200],
  ])('HTTP %i with %j is %i', (status, body, expected) => {
    expect(statusAfter(status, body)).toBe(expected);
  });

  it('does not change failures', () => {
    const failure = failed('timeout', false);
    expect(withStatusOfBody(failure)).toBe(failure);
  });
});

describe('readData', () => {
  it('returns the data, including null', () => {
    expect(readData(enveloped({ id: 1 }), 'write')).toEqual({ ok: true, value: { id: 1 } });
    expect(readData(enveloped(null), 'read')).toEqual({ ok: true, value: null });
    expect(readData(answerOf(200, { status: 200 }), 'read')).toEqual({ ok: true, value: null });
  });

  it.each([
    'no page',
    '',
    '[]',
    '"text"',
    '{}',
    '{"data":{}}',
    '{"status":true,"data":{}}',
    '{"status":0,"data":{}}',
    '{"status":200,"data":{"a":',
  ])('returns a bad response for %j, uncertain after a write', (body) => {
    expect(readData(answerOf(200, body), 'read')).toMatchObject({ ok: false, error: { kind: 'bad-response', certain: true } });
    expect(readData(answerOf(200, body), 'write')).toMatchObject({ ok: false, error: { kind: 'bad-response', certain: false } });
  });

  it('never contains a body in a message, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6 }), fc.integer({ min: 200, max: 599 }), (body, status) => {
        const result = readData(withStatusOfBody(answerOf(status, body)), 'write');
        expect(result.ok).toBe(false);
        if (!result.ok) expect(result.error.message.includes(body)).toBe(false);
      }),
    );
  });
});

describe('stopFailure', () => {
  it('distinguishes a request to stop from a passed deadline', () => {
    expect(stopFailure(undefined)).toBeNull();
    expect(stopFailure(new AbortController().signal)).toBeNull();
    expect(stopFailure(AbortSignal.abort())).toMatchObject({ kind: 'aborted', certain: true });
    expect(stopFailure(AbortSignal.abort(new DOMException('late', 'TimeoutError')))).toMatchObject({ kind: 'timeout', certain: true });
  });
});
