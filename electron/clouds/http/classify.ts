/** Turns an HTTP outcome into one of the closed set of cloud failures, by its status or failure kind, never by a message. Pure. */
import { CLOUD_TITLES, type CloudFailure, type CloudFailureKind, type CloudName } from '../../../shared/errors.ts';
import type { CallEffect } from './retry.ts';
import type { HttpAnswer, HttpFailure, HttpFailureKind, HttpOutcome } from './types.ts';

export interface FailureDetails {
  readonly status?: number | undefined;
  /** True for reads, and for writes that certainly had no effect. */
  readonly certain?: boolean | undefined;
  /** Instead of the kind's standard message. No secrets, guest data or bodies. */
  readonly message?: string | undefined;
}

/** A failure with the standard message of its kind; certain unless stated otherwise. */
export function cloudFailure(cloud: CloudName, kind: CloudFailureKind, details: FailureDetails = {}): CloudFailure {
  return {
    kind,
    cloud,
    message: details.message ?? STANDARD_MESSAGES[kind](CLOUD_TITLES[cloud]),
    ...(details.status === undefined ? {} : { status: details.status }),
    certain: details.certain ?? true,
  };
}

/** null for a 2xx answer that is not a page: its body the caller judges. */
export function classifyOutcome(cloud: CloudName, effect: CallEffect, outcome: HttpOutcome): CloudFailure | null {
  if (!outcome.ok) return classifyFailure(cloud, effect, outcome.failure);
  const { status } = outcome.answer;
  const kind = cameFromBetween(outcome.answer) ? 'unreachable' : status >= 200 && status < 300 ? null : kindOfStatus(status);
  return kind === null ? null : cloudFailure(cloud, kind, { status, certain: !mayHaveHappened(effect, status) });
}

export function classifyFailure(cloud: CloudName, effect: CallEffect, failure: HttpFailure): CloudFailure {
  return cloudFailure(cloud, KIND_OF_FAILURE[failure.kind], { certain: effect === 'read' || failure.unsent });
}

/** A page instead of data: a captive portal, a network filter, or the cloud's own edge. */
function isPage({ headers, body }: HttpAnswer): boolean {
  return /^text\/html\b/i.test(headers['content-type'] ?? '') || /^[\s\u{feff}]*<(?:!doctype|html|head|body)/iu.test(body);
}

/**
 * The answer is not the API's own, so it says nothing about the account: neither API redirects, asks a proxy's user to sign in, or answers
 * a success or a 403 with a page. Other errors may come as a page from the API too (cloud-facts K8).
 */
function cameFromBetween(answer: HttpAnswer): boolean {
  const { status } = answer;
  if ((status >= 300 && status < 400) || status === 407 || status === 511) return true;
  return (status < 300 || status === 403) && isPage(answer);
}

/** The API served or refused the request itself. */
export function isOwnAnswer(answer: HttpAnswer): boolean {
  return answer.status < 500 && answer.status !== 429 && !cameFromBetween(answer);
}

function kindOfStatus(status: number): CloudFailureKind {
  if (status >= 500) return 'server-error';
  return KIND_OF_STATUS[status] ?? (status >= 400 ? 'refused' : 'bad-response');
}

const KIND_OF_STATUS: Readonly<Record<number, CloudFailureKind>> = {
  401: 'credentials-rejected',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  410: 'not-found',
  429: 'rate-limited',
};

/**
 * After a success, a redirect, a server's timeout or a server error, the work may have been done. A message may have been accepted before
 * the limit was noticed (cloud-facts S32).
 */
function mayHaveHappened(effect: CallEffect, status: number): boolean {
  if (effect === 'read') return false;
  return status < 400 || status === 408 || status >= 500 || (effect === 'send' && status === 429);
}

const KIND_OF_FAILURE: Readonly<Record<HttpFailureKind, CloudFailureKind>> = {
  connect: 'unreachable',
  broken: 'unreachable',
  timeout: 'timeout',
  aborted: 'aborted',
  'too-large': 'bad-response',
  paused: 'rate-limited',
};

const STANDARD_MESSAGES: Readonly<Record<CloudFailureKind, (title: string) => string>> = {
  'credentials-missing': (title) => `No credentials for ${title} are stored.`,
  'credentials-rejected': (title) => `${title} rejected the credentials.`,
  forbidden: (title) => `${title} does not allow this account to do that.`,
  'not-found': (title) => `${title} did not find what was requested.`,
  refused: (title) => `${title} refused the request.`,
  unreachable: (title) => `No connection to ${title}.`,
  timeout: (title) => `${title} did not answer in time.`,
  'rate-limited': (title) => `${title} is limiting requests.`,
  'server-error': (title) => `${title} reported an error.`,
  'bad-response': (title) => `${title} sent an unexpected response.`,
  'clock-skew': (title) => `This computer’s clock differs from that of ${title} by several minutes.`,
  aborted: (title) => `The request to ${title} was stopped.`,
};
