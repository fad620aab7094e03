/** Saves changes to one section of the settings: shown at once, announced when saved, and undone when refused. */
import { useState } from 'preact/hooks';
import type { UserSettings } from '../../../shared/domain/settings.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';

export interface Saver<Section> {
  readonly isBusy: boolean;
  readonly error: IpcError | null;
  /** True: saved. */
  run(change: Partial<Section>): Promise<boolean>;
}

/** `title`: what the section is called. */
export function useSaver<S extends keyof UserSettings>(section: S, title: string): Saver<UserSettings[S]> {
  const { t, announce, bridge, store } = useApp();
  const [state, setState] = useState<{ isBusy: boolean; error: IpcError | null }>({ isBusy: false, error: null });
  return {
    ...state,
    run: async (change) => {
      setState({ isBusy: true, error: null });
      store.assume(section, change);
      const answer = await bridge.call('settings.save', { [section]: change });
      if (!answer.ok) await store.read();
      setState({ isBusy: false, error: answer.ok ? null : answer.error });
      if (answer.ok) announce(t('settings.saved', { section: title }));
      return answer.ok;
    },
  };
}
