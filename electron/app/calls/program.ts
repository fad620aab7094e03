/** The window's calls about the program itself: a new version, and diagnostics for support. */
import type { CallAnswer, CallHandlers } from '../../../shared/ipc/contract.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { diagnosticsFacts } from '../reports/diagnostics.ts';

type Names = 'update.install' | 'update.later' | 'diagnostics.read' | 'diagnostics.copy';
type Ports = Pick<DesktopPorts, 'updates' | 'diagnosis' | 'history' | 'screen' | 'version' | 'isDemo' | 'clock' | 'zone'>;

export function programCalls(desktop: Pick<Desktop, 'snapshot' | 'settings' | 'text'>, ports: Ports): Pick<CallHandlers, Names> {
  const { updates, diagnosis, screen } = ports;
  const done = (isDone: boolean): CallAnswer<'update.install'> =>
    isDone ? ok(null) : err({ detail: 'no-update', message: desktop.text()('refusal.no-update') });
  const read = (): string =>
    diagnosis.write(diagnosticsFacts(desktop.snapshot(), desktop.settings(), { ...ports, program: diagnosis.program }));
  return {
    'update.install': () => done(updates.install()),
    'update.later': () => done(updates.later()),
    'diagnostics.read': () => ok({ text: read() }),
    'diagnostics.copy': () => {
      const text = read();
      screen.copy(text);
      return ok({ text });
    },
  };
}
