/** What an account contains, read after a successful test, so that the user sees that it is the right one. */
import { useState } from 'preact/hooks';
import type { CloudName } from '../../../shared/errors.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import type { TextContext } from '../../lib/text-context.ts';
import { useCall } from '../../lib/use-call.ts';

export interface FoundCounts {
  /** Apartments of Smoobu, or locks of The Keys. */
  readonly main: number;
  /** null for Smoobu. */
  readonly keypads: number | null;
}

/** null when this account could not be read. */
export function foundIn(cloud: CloudName, { units, locks }: Pick<CallOutput<'accounts.discover'>, 'units' | 'locks'>): FoundCounts | null {
  if (cloud === 'smoobu') return units === null ? null : { main: units.length, keypads: null };
  if (locks === null) return null;
  return { main: locks.length, keypads: locks.reduce((sum, { keypads }) => sum + keypads.length, 0) };
}

/** "6 apartments", "8 locks and 7 keypads". */
export function foundText({ t, formats }: Pick<TextContext, 't' | 'formats'>, { main, keypads }: FoundCounts): string {
  if (keypads === null) return t('accounts.found-units', { count: main });
  return formats.list([t('accounts.found-locks', { count: main }), t('accounts.found-keypads', { count: keypads })]);
}

export interface Found {
  readonly isLoading: boolean;
  /** null until it is loaded, and after `reset`. */
  readonly counts: FoundCounts | null;
  readonly error: IpcError | null;
  readonly load: () => Promise<FoundCounts | null>;
  readonly reset: () => void;
}
export function useFound(cloud: CloudName): Found {
  const discover = useCall('accounts.discover');
  const [state, setState] = useState<Pick<Found, 'counts' | 'error'>>({ counts: null, error: null });
  const reset = (): void => setState({ counts: null, error: null });
  const load = async (): Promise<FoundCounts | null> => {
    reset();
    const answer = await discover.run(null);
    const counts = answer === null ? null : foundIn(cloud, answer);
    const failure = answer?.failures.find((one) => one.cloud === cloud || one.cloud === null);
    const isFailed = counts === null && failure !== undefined;
    setState({ counts, error: isFailed ? { kind: 'refused', detail: failure.kind, message: failure.message } : null });
    return counts;
  };
  return { isLoading: discover.isBusy, counts: state.counts, error: state.error ?? discover.error, load, reset };
}
