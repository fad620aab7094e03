/**
 * The settings as the window edits them. Sections travel whole: each change is laid upon what is in force at that moment, read again, so that
 * a switch flipped here takes nothing back that was changed in the tray meanwhile. Changes are carried out one after the other.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { WindowSettings } from '../../../shared/ipc/contract.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import { useLoad } from '../../lib/use-call.ts';
import type { Loaded } from '../../lib/use-call.ts';

export type SectionName = keyof WindowSettings;
/** null: saved. */
export type SaveSection = <S extends SectionName>(section: S, change: Partial<WindowSettings[S]>) => Promise<IpcError | null>;
export interface SettingsAccess {
  readonly state: Loaded<WindowSettings>;
  readonly save: SaveSection;
  readonly reload: () => void;
}

export function useSettings(): SettingsAccess {
  const { bridge } = useApp();
  const { state: read, reload } = useLoad('settings.get', null);
  const [saved, setSaved] = useState<WindowSettings | null>(null);
  const line = useRef<Promise<unknown>>(Promise.resolve());

  // A reading is newer than what was saved before it.
  useEffect(() => setSaved(null), [read]);
  const latest = useRef<WindowSettings | null>(null);
  latest.current = saved ?? (read.kind === 'loaded' ? read.value : null);

  // The tray changes settings, too. A reading that fails here changes nothing.
  useEffect(() => {
    const renew = (): void => {
      if (latest.current === null) return;
      line.current = line.current.then(async () => {
        const now = await bridge.call('settings.get', null);
        if (now.ok) setSaved(now.value);
      });
    };
    globalThis.addEventListener('focus', renew);
    return () => globalThis.removeEventListener('focus', renew);
  }, [bridge]);

  const save = useCallback<SaveSection>(
    (section, change) => {
      // Shown at once; where it is refused, what is in force comes back.
      const shown = latest.current;
      if (shown !== null) {
        latest.current = { ...shown, [section]: { ...shown[section], ...change } };
        setSaved(latest.current);
      }
      const turn: Promise<IpcError | null> = line.current.then(async () => {
        // What is shown already holds the changes behind this one.
        const show = (values: WindowSettings | null): void => {
          if (line.current === turn) setSaved(values);
        };
        const now = await bridge.call('settings.get', null);
        if (!now.ok) {
          show(shown);
          return now.error;
        }
        const answer = await bridge.call('settings.save', { [section]: { ...now.value[section], ...change } });
        show(answer.ok ? answer.value : now.value);
        return answer.ok ? null : answer.error;
      });
      line.current = turn;
      return turn;
    },
    [bridge],
  );
  return { state: saved !== null && read.kind === 'loaded' ? { kind: 'loaded', value: saved } : read, save, reload };
}
