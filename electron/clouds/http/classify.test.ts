import { describe, expect, it } from 'vitest';
import { classifyOutcome, cloudFailure } from './classify.ts';
import { answerOf } from '../../../tests/support/http.ts';
import type { HttpFailureKind } from './types.ts';

describe('classifyOutcome', () => {
  it.each([
    [302, 'unreachable', false],
    [407, 'unreachable', true],
    [511, 'unreachable', false],
    [400, 'refused', true],
    [401, 'credentials-rejected', true],
    [403, 'forbidden', true],
    [404, 'not-found', true],
    [408, 'timeout', false],
    [409, 'refused', true],
    [410, 'not-found', true],
    [422, 'refused', true],
    [429, 'rate-limited', true],
    [500, 'server-error', false],
    [503, 'server-error', false],
  ])('status %i is %s', (status, kind, certainAsWrite) => {
    expect(classifyOutcome('smoobu', 'read', answerOf(status))).toMatchObject({ kind, status, certain: true, cloud: 'smoobu' });
    expect(classifyOutcome('the-keys', 'write', answerOf(status))).toMatchObject({ kind, status, certain: certainAsWrite });
    const certainAsSend = certainAsWrite && status !== 429;
    expect(classifyOutcome('smoobu', 'send', answerOf(status))).toMatchObject({ kind, status, certain: certainAsSend });
  });

  it.each([
    ['a captive portal', 200, '<!DOCTYPE html><html>Welcome to the hotel</html>', {}, 'unreachable', false],
    ['a page by its type', 200, '', { 'content-type': 'text/html; charset=UTF-8' }, 'unreachable', false],
    ['an edge', 403, '\n<html><body>Request blocked</body></html>', {}, 'unreachable', true],
    ['the API refusing a form in a page', 422, '<HTML>Bad</HTML>', {}, 'refused', true],
    ['the API refusing the credentials in a page', 401, '<html>', {}, 'credentials-rejected', true],
    ['the API not finding it, in a page', 404, '<html>', {}, 'not-found', true],
    ['a server in trouble', 502, '<html>', {}, 'server-error', false],
    ['the API', 403, '{"code":403}', { 'content-type': 'application/json' }, 'forbidden', true],
  ])('%s answering %i', (_case, status, body, headers, kind, certainAsWrite) => {
    expect(classifyOutcome('smoobu', 'read', answerOf(status, body, headers))).toMatchObject({ kind, certain: true });
    expect(classifyOutcome('the-keys', 'write', answerOf(status, body, headers))).toMatchObject({ kind, certain: certainAsWrite });
  });

  it.each([200, 201, 204])('status %i is no failure', (status) => {
    expect(classifyOutcome('smoobu', 'write', answerOf(status))).toBeNull();
  });

  it.each<[HttpFailureKind, string]>([
    ['connect', 'unreachable'],
    ['broken', 'unreachable'],
    ['timeout', 'timeout'],
    ['aborted', 'aborted'],
    ['too-large', 'bad-response'],
  ])('failure %s is %s', (failureKind, kind) => {
    const outcome = (unsent: boolean) => ({ ok: false as const, failure: { kind: failureKind, code: 'X', unsent } });
    expect(classifyOutcome('smoobu', 'read', outcome(false))).toMatchObject({ kind, certain: true });
    expect(classifyOutcome('smoobu', 'write', outcome(false))).toMatchObject({ kind, certain: false });
    expect(classifyOutcome('smoobu', 'write', outcome(true))).toMatchObject({ kind, certain: true });
  });

  it('never contains a body', () => {
    expect(JSON.stringify(classifyOutcome('smoobu', 'read', answerOf(500, 'detail with 4711')))).not.toContain('4711');
  });
});

describe('cloudFailure', () => {
  it('has a message for its kind and leaves out an unknown status', () => {
    expect(cloudFailure('the-keys', 'timeout')).toEqual({
      kind: 'timeout',
      cloud: 'the-keys',
      message: 'The Keys did not answer in time.',
      certain: true,
    });
  });
});
