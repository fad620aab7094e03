/** What an account holds, read after a test that went well: the user sees at once that it is the right one. */
import { useState } from 'preact/hooks';
import type { CloudName } from '../../../shared/errors.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useCall } from '../../lib/use-call.ts';
import { foundIn } from './found.ts';
import type { FoundCounts } from './found.ts';

export interface Found {
  readonly isLooking: boolean;
  /** null: not looked yet, or forgotten. */
  readonly counts: FoundCounts | null;
  readonly error: IpcError | null;
  readonly look: () => Promise<FoundCounts | null>;
  readonly forget: () => void;
}
export function useFound(cloud: CloudName): Found {
  const discover = useCall('accounts.discover');
  const [state, setState] = useState<{ counts: FoundCounts | null; error: IpcError | null }>({ counts: null, error: null });
  const look = async (): Promise<FoundCounts | null> => {
    setState({ counts: null, error: null });
    const answer = await discover.run(null);
    const counts = answer === null ? null : foundIn(cloud, answer);
    const failure = answer?.failures.find((one) => one.cloud === cloud || one.cloud === null);
    const error = failure === undefined ? null : ({ kind: 'refused', detail: failure.kind, message: failure.message } as const);
    setState({ counts, error: counts === null ? error : null });
    return counts;
  };
  const forget = (): void => setState({ counts: null, error: null });
  return { isLooking: discover.isBusy, counts: state.counts, error: state.error ?? discover.error, look, forget };
}
