/** The draft of the settings page: what was typed, what it would mean, and the question before the page is left with it. */
import { useState } from 'preact/hooks';
import { useApp } from '../../../lib/app.ts';
import { useLeaveGuard } from '../../../lib/leave-guard.ts';
import { readDraft, savedText } from './settings-draft.ts';
import type { Draft, DraftKey, DraftReading } from './settings-draft.ts';

export const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

export interface SettingsDraft extends DraftReading {
  readonly text: (key: DraftKey) => string;
  readonly set: (key: DraftKey, text: string) => void;
  readonly clear: () => void;
}

export function useSettingsDraft(): SettingsDraft {
  const { t, snapshot } = useApp();
  const { settings } = snapshot;
  const [draft, setDraft] = useState<Draft>({});
  const reading = readDraft(settings, draft, (zone) => zone === 'UTC' || ZONES.includes(zone));
  useLeaveGuard(
    reading.changed.length === 0
      ? null
      : {
          title: t('settings.draft-leave'),
          texts: [t('settings.draft-leave-text')],
          confirm: t('settings.draft-discard'),
          cancel: t('settings.draft-edit'),
          kind: 'danger',
        },
  );
  return {
    ...reading,
    text: (key) => draft[key] ?? savedText(settings, key),
    set: (key, text) => setDraft((before) => ({ ...before, [key]: text })),
    clear: () => setDraft({}),
  };
}
