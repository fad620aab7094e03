/** Names only: what the preload lets through. The contract in contract.ts says what each carries. */

/** Calls of the window to the main process. */
export const CALLS = [
  'snapshot.get',
  'window.ready',
  'sync.now',
  'holds.apply',
  'holds.dismiss',
  'pause.set',
  'credentials.save',
  'credentials.test',
  'credentials.remove',
  'settings.save',
  'schedule.preview',
  'pin.reveal',
  'history.runs',
  'history.run',
  'history.export',
  'history.copy-report',
  'logs.open',
  'accounts.discover',
  'mapping.get',
  'mapping.save',
  'mapping.undo',
  'plan.preview',
  'setup.finish',
  'import.read',
  'backup.read',
  'backup.save',
  'candidate.apply',
  'candidate.drop',
  'settings.reset',
  'demo.start',
  'demo.leave',
  'codes.list',
  'update.install',
  'update.later',
  'diagnostics.read',
  'diagnostics.copy',
] as const;
export type CallName = (typeof CALLS)[number];

/** What the main process tells the window unasked. */
export const EVENTS = ['snapshot.changed', 'window.goto'] as const;
export type EventName = (typeof EVENTS)[number];

/** One channel each way, so that nothing else can be reached. */
export const CALL_CHANNEL = 'latchkey:call';
export const EVENT_CHANNEL = 'latchkey:event';
