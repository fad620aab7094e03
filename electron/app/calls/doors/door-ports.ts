/** What acts on doors need of the desktop, and why a lock is not replaced. */
import type { IpcRefusal } from '../../../../shared/ipc/contract.ts';
import { fetchRange } from '../../../../shared/reconcile/bookings.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Err, Result } from '../../../../shared/result.ts';
import type { Desktop } from '../../desktop/desktop.ts';
import type { DesktopPorts } from '../../desktop/ports.ts';
import type { RemovePorts } from '../../doors/remove-code.ts';
import type { UnlinkPorts } from '../../people/unlink.ts';
import type { RestorePorts } from '../../doors/restore-code.ts';
import type { ReplaceFailure, ReplacePorts } from '../../doors/replace-door.ts';
import type { ReplaceRefusal } from '../../doors/replacement.ts';
import { notRun, refusedAct } from '../act-answers.ts';
import { accessRefusal } from '../refusal.ts';

export type DoorDesktop = Pick<Desktop, 'snapshot' | 'localization' | 'text' | 'settings' | 'runFor' | 'refreshSettings' | 'whenIdle'>;
export type DoorPorts = Pick<
  DesktopPorts,
  'accounts' | 'wishes' | 'history' | 'settings' | 'clock' | 'look' | 'newRunId' | 'runLock' | 'system' | 'updates'
>;

export async function removePorts(
  desktop: DoorDesktop,
  ports: DoorPorts,
): Promise<Result<RemovePorts & RestorePorts & UnlinkPorts, IpcRefusal>> {
  const { accounts, clock, system } = ports;
  const [vault, locks, smoobu] = await Promise.all([accounts.pinVault(), accounts.lockCloud(), accounts.bookingCloud()]);
  if (!vault.ok) return accessRefusal(desktop.text, vault.error, system);
  if (!locks.ok) return accessRefusal(desktop.text, locks.error, system);
  const fetched = smoobu.ok ? await smoobu.value.fetchBookings(fetchRange(desktop.settings(), clock.nowMs())) : null;
  return ok({ ...ports, vault: vault.value, locks: locks.value, bookings: fetched?.ok === true ? fetched.value.bookings : [] });
}

export async function replacePorts(desktop: DoorDesktop, ports: DoorPorts): Promise<Result<ReplacePorts, IpcRefusal>> {
  const locks = await ports.accounts.lockCloud();
  if (!locks.ok) return accessRefusal(desktop.text, locks.error, ports.system);
  return ok({
    ...ports,
    locks: locks.value,
    settings: {
      read: () => ports.settings.read(),
      write: (settings) => {
        ports.settings.write(settings);
        desktop.refreshSettings();
      },
    },
    preview: async (settings) => {
      const looked = await ports.look(null, settings, null);
      return looked.ok ? ok(looked.value.report) : looked;
    },
    run: (runId) => desktop.runFor(null, runId),
  });
}

export function notReplaced(reason: ReplaceFailure, desktop: DoorDesktop, ports: DoorPorts): Err<IpcRefusal> {
  switch (reason.kind) {
    case 'refused':
      return err({ detail: reason.because.kind, message: notReplaceableText(reason.because, desktop.text) });
    case 'unread':
      return refusedAct('not-read', desktop);
    case 'not-run':
      return notRun(reason.refusal, desktop, ports);
  }
}

function notReplaceableText(because: ReplaceRefusal, text: DoorDesktop['text']): string {
  switch (because.kind) {
    case 'several-keypads':
    case 'keypad-unknown':
      return text(`door.refused.${because.kind}`, { keypads: because.keypads.join(', ') });
    case 'already-mapped':
      return text('door.refused.already-mapped', { unit: because.unit });
    default:
      return text(`door.refused.${because.kind}`);
  }
}
