/** The window's calls about settings: save changes, preview a schedule, and erase everything. */
import { defaultSettings, withChange } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { CLOUD_NAMES } from '../../../shared/errors.ts';
import type { CallHandlers } from '../../../shared/ipc/contract.ts';
import { FORGET_MAPPING } from '../../../shared/reconcile/trust/known-mapping.ts';
import { noWishes } from '../../../shared/domain/wishes.ts';
import { ok } from '../../../shared/result.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import type { CandidateHolder } from '../mapping/candidate.ts';
import { previewRuns } from '../schedule/schedule-policy.ts';
import { removeFromKeychain } from './credentials.ts';
import { accessRefusal, refusal } from './refusal.ts';

type Names = 'settings.save' | 'settings.reset' | 'schedule.preview';

export function settingsCalls(desktop: Desktop, ports: DesktopPorts, candidate: CandidateHolder): Pick<CallHandlers, Names> {
  const { scheduler, startAtLogin, history, system } = ports;
  return {
    'settings.save': (change) => {
      const cron = change.schedule?.cron;
      if (cron !== undefined && !scheduler.validate(cron)) return refusal(desktop.text, 'bad-schedule');
      desktop.saveSettings(withChange(desktop.settings(), change));
      return ok(null);
    },
    'settings.reset': async () => {
      candidate.clear();
      // Credentials first: no run can start without them, and if the keychain fails, the settings are unchanged.
      for (const cloud of CLOUD_NAMES) {
        const removed = await removeFromKeychain(desktop, ports, cloud);
        if (!removed.ok) return accessRefusal(desktop.text, removed.error, system);
      }
      const removed = await ports.watchdog.remove();
      if (!removed.ok) return accessRefusal(desktop.text, removed.error, system);
      desktop.saveSettings(resetSettings(desktop.settings()));
      ports.wishes.change(() => noWishes());
      if (startAtLogin.isPossible && startAtLogin.isOn()) startAtLogin.set(false);
      await desktop.stopRuns();
      history.dropHolds(history.listHolds().map(({ operation }) => operation.key));
      const { arrival } = history.memory().remembered;
      history.remember([FORGET_MAPPING, ...[...arrival.keys()].map((key) => ({ kind: 'arrival', key, value: null }) as const)]);
      desktop.dispatch({ kind: 'settings-erased' });
      return ok(null);
    },
    'schedule.preview': ({ cron }) => {
      const nextRunsMs = previewRuns(scheduler, cron);
      return ok({ valid: nextRunsMs !== null, nextRunsMs: [...(nextRunsMs ?? [])] });
    },
  };
}

/**
 * The defaults, except for what identifies the installation and what the keychain still holds. The pin key stays there: codes stay on the
 * locks, and mapping the same doors again must give the same PINs for the same bookings.
 */
function resetSettings({ installation, stored }: Settings): Settings {
  return { ...defaultSettings(), installation, stored };
}
