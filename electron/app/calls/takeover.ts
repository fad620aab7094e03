/** The window's calls that take something over: configuration files, backups, the first day again, the demo. */
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { CLOUD_NAMES } from '../../../shared/errors.ts';
import type { CallAnswer, CallHandlers, IpcRefusal } from '../../../shared/ipc/contract.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Err } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import type { AccessFailure } from '../accounts/access.ts';
import { backupFile, doorCount, readBackup, restoreBackup } from '../mapping/backup.ts';
import type { CandidateHolder, FileCredentials } from '../mapping/candidate.ts';
import type { StoredCredentials } from '../accounts/credentials.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { importConfig } from '../mapping/import-config.ts';
import type { OldConfig, OldConfigMistake } from '../mapping/import-config.ts';
import { removeEntry, storeEntry, testConnection } from '../accounts/keep-credentials.ts';
import { sameValue } from '../values/same-value.ts';

export type TakeoverCalls = Pick<
  CallHandlers,
  'import.read' | 'backup.read' | 'backup.save' | 'candidate.apply' | 'candidate.drop' | 'settings.reset' | 'demo.start' | 'demo.leave'
>;
export interface TakeoverSide {
  readonly candidate: CandidateHolder;
  /** What `mapping.get` answers. */
  readonly mappingState: CallHandlers['mapping.get'] extends (request: never) => infer A ? () => A : never;
}

export function takeoverCalls(desktop: Desktop, ports: DesktopPorts, { candidate, mappingState }: TakeoverSide): TakeoverCalls {
  const { clock, zone, version, scheduler, screen } = ports;
  const startAnew = (isDemo: boolean): CallAnswer<'demo.start'> => {
    ports.relaunch({ isDemo });
    void desktop.quit();
    return ok(null);
  };
  return {
    'import.read': async ({ text }) => {
      candidate.clear();
      const read = await ports.readOldConfig(text, { apiSecret: 'optional' });
      if (!read.ok) return ok({ kind: 'unreadable', mistakes: read.error.map(mistakeOf) });
      const config = read.value;
      candidate.set({
        settingsFrom: (current) => importConfig(current, config).settings,
        credentials: { smoobu: config.smoobu, theKeys: config.theKeys },
      });
      return ok(importReading(desktop.settings(), config));
    },

    'backup.read': ({ text }) => {
      candidate.clear();
      const read = readBackup(text, (cron) => scheduler.validate(cron));
      if (!read.ok) return ok({ kind: 'unreadable', because: read.error });
      const backup = read.value;
      const settingsFrom = (current: Settings): Settings => restoreBackup(current, backup);
      candidate.set({ settingsFrom, credentials: { smoobu: null, theKeys: null } });
      const { mapping } = backup.settings;
      const current = desktop.settings();
      return ok({
        kind: 'read',
        createdAtMs: Date.parse(backup.createdAt),
        version: backup.latchkeyVersion,
        units: mapping.units.length,
        doors: doorCount(mapping),
        differs: !sameValue(settingsFrom(current), current),
      });
    },

    'backup.save': async () => {
      const saved = await screen.saveFile(backupFile(desktop.settings(), { nowMs: clock.nowMs(), zone, version }));
      return saved.ok ? saved : err({ detail: 'save-failed', message: desktop.text()('refusal.notSaved') });
    },

    'candidate.apply': async ({ withCredentials, apiSecret }) => {
      const taken = candidate.get();
      if (taken === null) return err({ detail: 'no-candidate', message: desktop.text()('refusal.noCandidate') });
      const entries = withCredentials ? entriesOf(taken.credentials, apiSecret) : [];
      // The keychain first: where it says no, nothing has changed but what it already took, and the user can go on without.
      for (const entry of entries) {
        const stored = await storeEntry(desktop, ports, entry);
        if (!stored.ok) return refused(stored.error);
      }
      candidate.clear();
      desktop.saveSettings(taken.settingsFrom(desktop.settings()));
      for (const { cloud } of entries) await testConnection(desktop, ports, cloud);
      if (entries.length > 0) desktop.credentialsChanged();
      return mappingState();
    },
    'candidate.drop': () => {
      candidate.clear();
      return ok(null);
    },

    'settings.reset': async () => {
      candidate.clear();
      // First of all, so that no run can begin with them; and where the keychain says no, the settings are as they were.
      for (const cloud of CLOUD_NAMES) {
        const removed = await removeEntry(desktop, ports, cloud);
        if (!removed.ok) return refused(removed.error);
      }
      desktop.saveSettings(resetSettings(desktop.settings()));
      if (ports.startAtLogin.isPossible && ports.startAtLogin.isOn()) ports.startAtLogin.set(false);
      await desktop.stopRuns();
      ports.history.replaceHolds([], clock.nowMs());
      desktop.dispatch({ kind: 'plan-forgotten' });
      return ok(null);
    },

    'demo.start': () => startAnew(true),
    'demo.leave': () => startAnew(false),
  };
}

/**
 * The first day again. What the keychain holds stays known: the pin key is kept there, since codes stay on the locks, and whoever maps the
 * same doors again must not find other PINs for the same bookings.
 */
export function resetSettings({ installation, stored }: Settings): Settings {
  return { ...defaultSettings(), installation, stored };
}

/** A key without a secret is of no use: it is left out, and the user connects Smoobu by hand. */
export function entriesOf({ smoobu, theKeys }: FileCredentials, apiSecret: string | null): readonly StoredCredentials[] {
  const secret = smoobu?.apiSecret ?? (apiSecret === null ? null : new Secret(apiSecret));
  return [
    ...(smoobu === null || secret === null
      ? []
      : [{ cloud: 'smoobu' as const, credentials: { apiKey: smoobu.apiKey, apiSecret: secret } }]),
    ...(theKeys === null ? [] : [{ cloud: 'the-keys' as const, credentials: theKeys }]),
  ];
}

type ImportReading = Extract<CallAnswer<'import.read'>, { readonly ok: true }>['value'];

export function importReading(current: Settings, config: OldConfig): ImportReading {
  const { units, retired } = importConfig(current, config);
  const names = new Map(current.mapping.units.map(({ unitId, name }) => [unitId, name]));
  const { smoobu } = config;
  return {
    kind: 'read',
    units: units.map(({ unitId, doors, change }) => ({ unitId, name: names.get(unitId) ?? '', doors, change })),
    retired: [...retired],
    checkIn: config.checkIn,
    checkOut: config.checkOut,
    pinLength: config.pinLength,
    smoobu: smoobu === null ? 'none' : smoobu.apiSecret === null ? 'key-only' : 'complete',
    theKeys: config.theKeys !== null,
  };
}

function mistakeOf({ line, key, message }: OldConfigMistake): { line: number; message: string } {
  return { line, message: key === '' ? message : `${key}: ${message}` };
}

function refused({ kind, message }: AccessFailure): Err<IpcRefusal> {
  return err({ detail: kind, message });
}
