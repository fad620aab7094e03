/** Saves changes to one section of the settings: shown at once, announced when saved, and undone when refused. */
import { useState } from 'preact/hooks';
import type { UserSettings } from '../../../shared/domain/settings.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import type { SectionId } from './section.tsx';

export interface Saver<Values> {
  readonly isBusy: boolean;
  readonly error: IpcError | null;
  /** True when saved. */
  readonly save: (change: Partial<Values>) => Promise<boolean>;
}

/** `id`: the section of the page, whose title is announced. */
export function useSaver<S extends keyof UserSettings>(section: S, id: SectionId): Saver<UserSettings[S]> {
  const { t, announce, bridge, store } = useApp();
  const [state, setState] = useState<{ isBusy: boolean; error: IpcError | null }>({ isBusy: false, error: null });
  return {
    ...state,
    save: async (change) => {
      setState({ isBusy: true, error: null });
      store.assume(section, change);
      const answer = await bridge.call('settings.save', { [section]: change });
      if (!answer.ok) await store.read();
      setState({ isBusy: false, error: answer.ok ? null : answer.error });
      if (answer.ok) announce(t('settings.saved', { section: t(`settings.${id}`) }));
      return answer.ok;
    },
  };
}
