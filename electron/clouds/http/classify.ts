/** From what HTTP gave to the closed set of cloud failures: by status and failure kind only, never by a message. Pure. */
import { CLOUD_TITLES, type CloudFailure, type CloudFailureKind, type CloudName } from '../../../shared/errors.ts';
import type { CallEffect } from './retry.ts';
import type { HttpFailure, HttpOutcome } from './types.ts';

/** Reads: the question cannot arise, so they are certain. Writes: certain when nothing can have happened. */
export interface FailureDetails {
  readonly status?: number | undefined;
  readonly certain?: boolean | undefined;
  /** Replaces the standard sentence of the kind. No secrets, guest data or bodies. */
  readonly message?: string | undefined;
}

/** Builds a failure with the standard sentence of its kind; certain unless told otherwise. */
export function cloudFailure(cloud: CloudName, kind: CloudFailureKind, details: FailureDetails = {}): CloudFailure {
  return {
    kind,
    cloud,
    message: details.message ?? standardMessage(CLOUD_TITLES[cloud], kind),
    ...(details.status === undefined ? {} : { status: details.status }),
    certain: details.certain ?? true,
  };
}

/** null for a 2xx answer: its body is the caller's to judge. A redirect is a bad response, they are never followed. */
export function classifyOutcome(cloud: CloudName, effect: CallEffect, outcome: HttpOutcome): CloudFailure | null {
  if (!outcome.ok) return classifyFailure(cloud, effect, outcome.failure);
  const { status } = outcome.answer;
  if (status >= 200 && status < 300) return null;
  const kind = kindOfStatus(status);
  return cloudFailure(cloud, kind, { status, certain: effect === 'read' || !mayHaveHappened(status) });
}

export function classifyFailure(cloud: CloudName, effect: CallEffect, failure: HttpFailure): CloudFailure {
  return cloudFailure(cloud, kindOfFailure(failure), { certain: effect === 'read' || failure.unsent });
}

function kindOfStatus(status: number): CloudFailureKind {
  if (status >= 500) return 'server-error';
  switch (status) {
    case 401:
      return 'credentials-rejected';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'not-found';
    case 408:
      return 'timeout';
    case 429:
      return 'rate-limited';
    default:
      return status >= 400 ? 'refused' : 'bad-response';
  }
}

/** After a redirect, a server's timeout or a server error the work may be done all the same. */
function mayHaveHappened(status: number): boolean {
  return status < 400 || status === 408 || status >= 500;
}

function kindOfFailure(failure: HttpFailure): CloudFailureKind {
  switch (failure.kind) {
    case 'connect':
    case 'broken':
      return 'unreachable';
    case 'timeout':
      return 'timeout';
    case 'aborted':
      return 'aborted';
    case 'too-large':
      return 'bad-response';
  }
}

function standardMessage(title: string, kind: CloudFailureKind): string {
  switch (kind) {
    case 'credentials-missing':
      return `No credentials for ${title} are stored.`;
    case 'credentials-rejected':
      return `${title} rejected the credentials.`;
    case 'forbidden':
      return `${title} does not allow this account to do that.`;
    case 'not-found':
      return `${title} does not know what was asked for.`;
    case 'refused':
      return `${title} refused the request.`;
    case 'unreachable':
      return `No connection to ${title}.`;
    case 'timeout':
      return `${title} did not answer in time.`;
    case 'rate-limited':
      return `${title} asks for fewer requests.`;
    case 'server-error':
      return `${title} reported an error of its own.`;
    case 'bad-response':
      return `${title} sent an answer that cannot be read.`;
    case 'clock-skew':
      return `The clock of this computer differs from that of ${title} by several minutes.`;
    case 'aborted':
      return `The request to ${title} was stopped.`;
  }
}
