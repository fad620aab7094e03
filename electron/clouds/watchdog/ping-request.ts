/** What is sent to a watchdog, and what its answer means. Pure. */
import * as z from 'zod';
import type { PingFailureKind, PingNews } from '../../../shared/domain/watchdog.ts';
import { parseJson } from '../../../shared/json.ts';
import type { HttpAnswer, HttpFailureKind, HttpRequest } from '../http/types.ts';
import type { WatchdogAddress } from './address.ts';

export type PingRequest = Pick<HttpRequest, 'method' | 'target' | 'headers' | 'body'>;

/** null: the service cannot be told of a failure, so it is not pinged and alarms by itself. */
export function pingRequest({ service, path, query }: WatchdogAddress, news: PingNews): PingRequest | null {
  const isGood = news === 'good';
  const get = (parts: readonly string[]): PingRequest => ({ method: 'GET', target: targetOf(path, parts), headers: {} });
  switch (service) {
    case 'healthchecks':
      if (isGood) return get(query);
      // The text of a POST is kept with the ping.
      return { method: 'POST', target: targetOf(`${path}/fail`, query), headers: { 'content-type': 'text/plain' }, body: news };
    case 'uptime-kuma':
      // The address as it is copied contains `status=up&msg=OK&ping=`.
      return get([
        ...without(query, ['status', 'msg', 'ping']),
        `status=${isGood ? 'up' : 'down'}`,
        `msg=${isGood ? 'OK' : news}`,
        'ping=',
      ]);
    case 'cronitor':
      return get([
        ...without(query, ['state', 'message']),
        `state=${isGood ? 'complete' : 'fail'}`,
        ...(isGood ? [] : [`message=${news}`]),
      ]);
    case 'other':
      return isGood ? get(query) : null;
  }
}

function targetOf(path: string, query: readonly string[]): string {
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

function without(query: readonly string[], names: readonly string[]): readonly string[] {
  return query.filter((part) => part !== '' && !names.includes(part.split('=', 1)[0] ?? ''));
}

/** null: the ping counted. */
export function judgeAnswer(service: WatchdogAddress['service'], answer: Pick<HttpAnswer, 'status' | 'body'>): PingFailureKind | null {
  return failureOfStatus(answer.status) ?? failureOfBody(service, answer.body.trim());
}

function failureOfStatus(status: number): PingFailureKind | null {
  if (status >= 200 && status < 300) return null;
  if (status < 400) return 'redirected';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rate-limited';
  return status < 500 ? 'refused' : 'server-error';
}

const kumaSchema = z.object({ ok: z.boolean() });

function failureOfBody(service: WatchdogAddress['service'], body: string): PingFailureKind | null {
  switch (service) {
    case 'healthchecks':
      // "Created": a check that the first ping to its slug made. Refusals are a 200 as well.
      if (body === 'OK' || body === 'Created') return null;
      if (body === 'OK (not found)') return 'not-found';
      return body === 'OK (rate-limited)' ? 'rate-limited' : 'unexpected';
    case 'uptime-kuma': {
      const { data } = kumaSchema.safeParse(parseJson(body));
      return data === undefined ? 'unexpected' : data.ok ? null : 'not-found';
    }
    case 'cronitor':
      return body.startsWith('<') ? 'unexpected' : null;
    case 'other':
      return null;
  }
}

export const PING_FAILURE_OF: Readonly<Record<HttpFailureKind, PingFailureKind | 'aborted'>> = {
  connect: 'unreachable',
  broken: 'unreachable',
  timeout: 'timeout',
  aborted: 'aborted',
  'too-large': 'unexpected',
  paused: 'rate-limited',
};
