/** Saves a change of the settings at once: shown before main has saved it, taken back when main refuses, and by Undo in the toast. */
import { useState } from 'preact/hooks';
import type { SettingsSection } from '../../../shared/settings-sections.ts';
import type { UserSettings } from '../../../shared/domain/settings.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';

export interface Saver<Values> {
  readonly error: IpcError | null;
  /** True when saved. */
  readonly save: (change: Partial<Values>) => Promise<boolean>;
}

/** `id`: the section of the page, whose title is announced. */
export function useSaver<S extends keyof UserSettings>(section: S, id: SettingsSection): Saver<UserSettings[S]> {
  const { announce, bridge, store } = useApp();
  const [error, setError] = useState<IpcError | null>(null);
  type Change = Partial<UserSettings[S]>;
  const send = async (change: Change): Promise<boolean> => {
    setError(null);
    store.assume(section, change);
    const answer = await bridge.call('settings.save', { [section]: change });
    if (!answer.ok) {
      await store.read();
      setError(answer.error);
    }
    return answer.ok;
  };
  return {
    error,
    save: async (change) => {
      const saved = store.get()?.settings[section];
      const before = Object.fromEntries(Object.keys(change).map((key) => [key, saved?.[key as keyof typeof saved]])) as Change;
      const isSaved = await send(change);
      if (!isSaved) return false;
      // In the language of the moment, which the change may be about.
      announce(
        (t) => t('settings.saved', { section: t(`settings.${id}`) }),
        () => void send(before).then((isUndone) => isUndone && announce((t) => t('common.undone'))),
      );
      return true;
    },
  };
}
