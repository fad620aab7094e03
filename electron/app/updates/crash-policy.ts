/** What happens after an uncaught error, and the messages about it. Pure. */
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Notice } from '../attention/notice-types.ts';
import type { Localization } from '../status/localization.ts';

/** A program that ran this long does not fail at every start. */
export const STEADY_MS = 10 * MINUTE_MS;

/**
 * The program ends in each case: what was in progress is half done, and no run should use it. Then it relaunches itself, since new guests
 * need codes and the user may be away. If it failed soon after its start it would fail again, so the user is told and decides.
 */
export function afterCrash(runningMs: number): 'relaunch' | 'show-message' {
  return runningMs >= STEADY_MS ? 'relaunch' : 'show-message';
}

export function restartedNotice(text: Localization['text']): Notice {
  return {
    key: 'restarted',
    category: 'program',
    title: text('notice.restarted-title'),
    body: text('notice.restarted-body'),
    isUrgent: false,
    target: { view: 'settings' },
  };
}

/** Answers a menu entry that has no other place to say it. */
export function notSavedNotice(text: Localization['text'], body: string): Notice {
  return {
    key: 'not-saved',
    category: 'program',
    title: text('notice.not-saved-title'),
    body,
    isUrgent: false,
    target: { view: 'settings' },
  };
}

export interface CrashMessage {
  readonly title: string;
  readonly body: string;
}
/** `logFolder`: where the details are. */
export function crashMessage(text: Localization['text'], logFolder: string): CrashMessage {
  return { title: text('crash.title'), body: text('crash.body', { folder: logFolder }) };
}
/** The window's page keeps crashing; the program goes on without it. */
export function windowCrashMessage(text: Localization['text'], logFolder: string): CrashMessage {
  return { title: text('crash.window-title'), body: text('crash.window-body', { folder: logFolder }) };
}
