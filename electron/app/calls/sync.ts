/** The window's calls about runs: sync now, pause, and what waits for the user's answer. */
import type { CallHandlers } from '../../../shared/ipc/contract.ts';
import { ok } from '../../../shared/result.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { refusal } from './refusal.ts';

type Names = 'sync.now' | 'pause.set' | 'holds.apply' | 'holds.dismiss' | 'question.answer';

export function syncCalls(desktop: Desktop, { history }: Pick<DesktopPorts, 'history'>): Pick<CallHandlers, Names> {
  return {
    'sync.now': () => (desktop.syncNow() ? ok(null) : refusal(desktop.text, 'first-steps')),
    'pause.set': ({ choice }) => ok(desktop.pause(choice)),
    'holds.apply': ({ keys }) => {
      const waiting = new Set(history.listHolds().map((hold) => hold.operation.key));
      if (!keys.every((key) => waiting.has(key))) return refusal(desktop.text, 'gone');
      return desktop.syncNow(new Set(keys)) ? ok(null) : refusal(desktop.text, 'first-steps');
    },
    'holds.dismiss': ({ key }) => ok({ wasWaiting: desktop.answer(key, 'keep') }),
    'question.answer': ({ key, choice }) => {
      const wasOpen = desktop.answer(key, choice);
      if (wasOpen) desktop.syncNow();
      return ok({ wasOpen });
    },
  };
}
