/** Saving one section: whether it is in hand, why it was not saved, and the word that it was. */
import { useState } from 'preact/hooks';
import type { WindowSettings } from '../../../shared/ipc/contract.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import type { SaveSection, SectionName } from './use-settings.ts';

export interface Saver<S extends SectionName> {
  readonly isBusy: boolean;
  readonly error: IpcError | null;
  /** True: it is in force. */
  run(change: Partial<WindowSettings[S]>): Promise<boolean>;
}

/** `title`: what the section is called. */
export function useSaver<S extends SectionName>(section: S, save: SaveSection, title: string): Saver<S> {
  const { t, announce } = useApp();
  const [state, setState] = useState<{ isBusy: boolean; error: IpcError | null }>({ isBusy: false, error: null });
  return {
    ...state,
    run: async (change) => {
      setState({ isBusy: true, error: null });
      const error = await save(section, change);
      setState({ isBusy: false, error });
      if (error === null) announce(t('settings.saved', { section: title }));
      return error === null;
    },
  };
}
