/** The names of the calls and events that the preload lets through. contract.ts defines what each carries. */

/** Calls of the window to the main process. */
export const CALLS = [
  'snapshot.get',
  'window.ready',
  'sync.now',
  'holds.apply',
  'holds.dismiss',
  'question.answer',
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
  'stay.view',
  'stay.act',
  'act.undo',
  'stay.forget',
  'people.list',
  'people.add',
  'people.edit',
  'people.remove',
  'people.link',
  'templates.list',
  'templates.save',
  'templates.reset',
  'templates.preview',
  'templates.test',
  'codes.list',
  'door.find',
  'door.view',
  'door.remove',
  'door.replace',
  'code.reveal',
  'call.view',
  'call.reveal',
  'update.install',
  'update.later',
  'diagnostics.read',
  'diagnostics.copy',
] as const;
export type CallName = (typeof CALLS)[number];

/** Events from the main process to the window. */
export const EVENTS = ['snapshot.changed', 'window.goto'] as const;
export type EventName = (typeof EVENTS)[number];

/** One channel in each direction, so that the window can reach nothing else. */
export const CALL_CHANNEL = 'latchkey:call';
export const EVENT_CHANNEL = 'latchkey:event';
