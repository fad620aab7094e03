/** The window's calls about the program itself: its snapshot and page, updates, log, diagnostics and the demo. */
import type { CallAnswer, CallHandlers } from '../../../shared/ipc/contract.ts';
import { ok } from '../../../shared/result.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { diagnosticsFacts } from '../reports/diagnostics.ts';
import { refusal } from './refusal.ts';

type Names =
  | 'snapshot.get'
  | 'window.ready'
  | 'logs.open'
  | 'update.install'
  | 'update.later'
  | 'diagnostics.read'
  | 'diagnostics.copy'
  | 'demo.start'
  | 'demo.leave';

export interface WindowSide {
  /** The page listens for events from now on; answers which view to open first. */
  ready(): ReturnType<CallHandlers['window.ready']>;
}

export function programCalls(desktop: Desktop, ports: DesktopPorts, window: WindowSide): Pick<CallHandlers, Names> {
  const { updates, diagnosis, screen } = ports;
  const updated = (isDone: boolean): CallAnswer<'update.install'> => (isDone ? ok(null) : refusal(desktop.text, 'no-update'));
  const diagnostics = (): string =>
    diagnosis.write(diagnosticsFacts(desktop.snapshot(), desktop.settings(), { ...ports, program: diagnosis.program }));
  const restart = (isDemo: boolean): CallAnswer<'demo.start'> => {
    ports.relaunch({ isDemo });
    void desktop.quit();
    return ok(null);
  };
  return {
    'snapshot.get': () => ok(desktop.snapshot()),
    'window.ready': () => window.ready(),
    'logs.open': () => {
      screen.openLogFolder();
      return ok(null);
    },
    'update.install': () => updated(updates.install()),
    'update.later': () => updated(updates.later()),
    'diagnostics.read': () => ok({ text: diagnostics() }),
    'diagnostics.copy': () => {
      const text = diagnostics();
      screen.copy(text);
      return ok({ text });
    },
    'demo.start': () => restart(true),
    'demo.leave': () => restart(false),
  };
}
