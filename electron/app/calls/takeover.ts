/** The window's calls about files that replace settings: read a configuration file or a backup, then apply it; and save a backup. */
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import type { CallAnswer, CallHandlers } from '../../../shared/ipc/contract.ts';
import { ok } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import { backupFile, doorCount, readBackup, restoreBackup } from '../mapping/backup.ts';
import { restoreWishes, unreadablePins } from '../mapping/restore-wishes.ts';
import type { CanOpen } from '../mapping/restore-wishes.ts';
import type { CandidateHolder, FileCredentials } from '../mapping/candidate.ts';
import type { StoredCredentials } from '../accounts/credentials.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { importConfig } from '../mapping/import-config.ts';
import type { OldConfig, OldConfigMistake } from '../mapping/import-config.ts';
import type { MappingUndo } from '../mapping/mapping-undo.ts';
import { sameValue } from '../values/same-value.ts';
import { storeInKeychain, testConnection } from './credentials.ts';
import { mappingState } from './mapping.ts';
import { accessRefusal, refusal } from './refusal.ts';

type Names = 'import.read' | 'backup.read' | 'backup.save' | 'candidate.apply' | 'candidate.drop';
interface Shared {
  readonly candidate: CandidateHolder;
  readonly undo: MappingUndo;
}

export function takeoverCalls(desktop: Desktop, ports: DesktopPorts, { candidate, undo }: Shared): Pick<CallHandlers, Names> {
  const { clock, zone, version, system, scheduler, screen } = ports;
  return {
    'import.read': async ({ text }) => {
      candidate.clear();
      const read = await ports.readOldConfig(text, { apiSecret: 'optional' });
      if (!read.ok) return ok({ kind: 'unreadable', mistakes: read.error.map(mistakeOf) });
      const config = read.value;
      candidate.set({
        settingsFrom: (current) => importConfig(current, config).settings,
        wishesFrom: null,
        credentials: { smoobu: config.smoobu, theKeys: config.theKeys },
      });
      return ok(importReading(desktop.settings(), config));
    },

    'backup.read': async ({ text }) => {
      candidate.clear();
      const read = readBackup(text, (cron) => scheduler.validate(cron));
      if (!read.ok) return ok({ kind: 'unreadable', because: read.error });
      const backup = read.value;
      const settingsFrom = (current: Settings): Settings => restoreBackup(current, backup);
      const vault = await ports.accounts.pinVault();
      const canOpen: CanOpen = (claim, typed) => vault.ok && vault.value.open('wish-pin', claim, typed) !== null;
      const { wishes = null } = backup;
      const wishesFrom = wishes === null ? null : (here: Wishes): Wishes => restoreWishes(here, wishes, canOpen);
      candidate.set({ settingsFrom, wishesFrom, credentials: { smoobu: null, theKeys: null } });
      const { mapping } = backup.settings;
      const [current, here] = [desktop.settings(), ports.wishes.read()];
      return ok({
        kind: 'read',
        createdAtMs: Date.parse(backup.createdAt),
        version: backup.latchkeyVersion,
        units: mapping.units.length,
        doors: doorCount(mapping),
        stays: wishes?.stays.length ?? 0,
        people: wishes?.people.length ?? 0,
        unreadablePins: wishes === null ? 0 : unreadablePins(wishes, canOpen),
        differs: !sameValue(settingsFrom(current), current) || (wishesFrom !== null && !sameValue(wishesFrom(here), here)),
      });
    },

    'backup.save': async () => {
      const saved = await screen.saveFile(backupFile(desktop.settings(), ports.wishes.read(), { nowMs: clock.nowMs(), zone, version }));
      return saved.ok ? saved : refusal(desktop.text, 'save-failed');
    },

    'candidate.apply': async ({ withCredentials, apiSecret }) => {
      const taken = candidate.get();
      if (taken === null) return refusal(desktop.text, 'no-candidate');
      const entries = withCredentials ? entriesOf(taken.credentials, apiSecret) : [];
      // The keychain first: if it fails, the settings are unchanged, and the user can apply the file without its credentials.
      for (const entry of entries) {
        const stored = await storeInKeychain(desktop, ports, entry);
        if (!stored.ok) return accessRefusal(desktop.text, stored.error, system);
      }
      candidate.clear();
      if (taken.wishesFrom !== null) {
        ports.wishes.change(taken.wishesFrom);
        desktop.wishesChanged();
      }
      desktop.saveSettings(taken.settingsFrom(desktop.settings()));
      for (const { cloud } of entries) await testConnection(desktop, ports, cloud);
      if (entries.length > 0) desktop.credentialsChanged();
      return ok(mappingState(desktop.settings().mapping, undo));
    },
    'candidate.drop': () => {
      candidate.clear();
      return ok(null);
    },
  };
}

/** An API key without its secret is left out: the user connects Smoobu by hand. */
function entriesOf({ smoobu, theKeys }: FileCredentials, apiSecret: string | null): readonly StoredCredentials[] {
  const secret = smoobu?.apiSecret ?? (apiSecret === null ? null : new Secret(apiSecret));
  return [
    ...(smoobu === null || secret === null
      ? []
      : [{ cloud: 'smoobu' as const, credentials: { apiKey: smoobu.apiKey, apiSecret: secret } }]),
    ...(theKeys === null ? [] : [{ cloud: 'the-keys' as const, credentials: theKeys }]),
  ];
}

type ImportReading = Extract<CallAnswer<'import.read'>, { readonly ok: true }>['value'];

function importReading(current: Settings, config: OldConfig): ImportReading {
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
    leftOut: config.leftOut.map(mistakeOf),
    notTakenOver: [...config.notTakenOver],
  };
}

function mistakeOf({ line, key, message }: OldConfigMistake): { line: number; message: string } {
  return { line, message: key === '' ? message : `${key}: ${message}` };
}
