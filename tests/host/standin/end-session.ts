/** What the user's logging out, or the computer's shutting down, means to an app on each platform. */
import type { Window } from './browser-window.ts';
import type { Context } from './context.ts';
import type { App } from './app.ts';
import type { PowerMonitor } from './system.ts';

export interface SessionParts {
  readonly context: Context;
  readonly app: App;
  readonly windows: ReadonlyMap<number, Window>;
  readonly powerMonitor: PowerMonitor;
}

/** Returns how the app interrupts it, or null. */
export function endSession({ context, app, windows, powerMonitor }: SessionParts): string | null {
  switch (context.facts.platform) {
    case 'linux': {
      // As Electron's PowerObserverLinux: its delay lock goes with the last listener, or at once when none prevents the default.
      const delays = (): boolean => powerMonitor.listenerCount('shutdown') > 0;
      if (!delays() || !powerMonitor.shutDown()) die();
      powerMonitor.on('removeListener', () => void (delays() || die()));
      return null;
    }
    case 'darwin':
      // As Electron's application: not prevented, macOS then asks the app to terminate, which it takes as a request to quit.
      if (powerMonitor.shutDown()) return null;
      return app.quit() ? null : 'macOS says that the app interrupted the log-out';
    case 'win32': {
      // As Electron's NativeWindowViews: only windows are told, and Windows ends the process when they have been.
      for (const window of windows.values()) window.emit('session-end', { reasons: ['shutdown'] });
      die();
    }
  }
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('stand-in: killed');
}
