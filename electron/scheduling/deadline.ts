/** Deadlines on the machine's timers. They do not keep the process alive. */
import type { Deadline } from '../app/ports/system.ts';

/** Fires with a TimeoutError when the time is up, and with the parent's own reason when the parent fires. */
export function startDeadline(durationMs: number, parent: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let isReached = false;
  const timer = setTimeout(() => {
    isReached = !controller.signal.aborted;
    controller.abort(new DOMException('The time is up.', 'TimeoutError'));
  }, durationMs);
  timer.unref();
  const follow = (): void => {
    controller.abort(parent?.reason);
  };
  if (parent?.aborted === true) follow();
  else parent?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    reached: () => isReached,
    cancel: () => {
      clearTimeout(timer);
      parent?.removeEventListener('abort', follow);
    },
  };
}
