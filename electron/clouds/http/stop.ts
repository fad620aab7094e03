/** What an aborted signal means: a passed deadline, or the wish to stop. Pure. */
import type { HttpFailure } from './types.ts';

/** A signal that aborts by time (`AbortSignal.timeout`, or any reason named TimeoutError) is a passed deadline, any other a wish to stop. */
export function stopOf(signal: AbortSignal | undefined): Pick<HttpFailure, 'kind' | 'code'> {
  const reason: unknown = signal?.reason;
  const byTime = reason instanceof Error && reason.name === 'TimeoutError';
  return byTime ? { kind: 'timeout', code: 'DEADLINE' } : { kind: 'aborted', code: 'ABORTED' };
}
