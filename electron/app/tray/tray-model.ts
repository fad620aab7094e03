/** The tray as data. Pure: the same state gives the same tray, and electron/platform redraws only what differs. */
import type { LastRun } from '../../../shared/domain/app-state.ts';
import type { Matter, MatterItem } from '../attention/matter.ts';
import type { SnapshotFields } from '../status/app-snapshot.ts';
import type { Localization } from '../status/localization.ts';
import { truncate } from '../values/text.ts';
import { todayEntries } from './today-entries.ts';
import type { TodayEntry } from './today-entries.ts';
import type { TrayAction, TrayEntry, TrayIcon, TrayModel } from './tray-types.ts';

export interface TrayContext {
  readonly nowMs: number;
  readonly localization: Pick<Localization, 'text' | 'formats'>;
  /** Of Quit, where it is known how long the doors do without another sync. */
  readonly quitLabel?: string | null;
}

/** A menu is as wide as its longest entry. */
const MAX_LABEL = 59;
/** Cut in the middle, its sentence says nothing. */
const MAX_QUIT_LABEL = 75;
/** Windows cuts longer ones. */
const MAX_TOOLTIP = 127;
const MAX_LISTED = 5;

type Listed = Matter & { readonly item: MatterItem };

export function trayModel(snapshot: SnapshotFields, matters: readonly Matter[], context: TrayContext): TrayModel {
  const { nowMs, localization, quitLabel } = context;
  const { text } = localization;
  const listed = matters.filter((matter): matter is Listed => matter.item !== null);
  const urgent = listed.filter(({ item }) => item.severity === 'urgent').length;
  const isUrgent = urgent > 0;
  const status = statusText(snapshot, listed.length, urgent, localization);
  return {
    icon: iconOf(snapshot, isUrgent),
    tooltip: tooltipOf(snapshot, status, localization),
    menu: [
      label('status', status),
      ...listedEntries('attention', listed.map(matterEntry), text),
      ...listedEntries('today', todayEntries(snapshot.stays, nowMs, localization).map(entryOf), text),
      ...updateEntries(snapshot, text),
      SEPARATOR,
      ...(snapshot.firstStepsDone ? [action('call', text('tray.call'), { kind: 'open', target: { view: 'call' } })] : []),
      action('sync-now', text('tray.sync-now'), { kind: 'sync-now' }, canSync(snapshot)),
      pauseEntry(snapshot, text),
      SEPARATOR,
      action('open', text('tray.open'), { kind: 'open', target: null }),
      action('settings', text('tray.settings'), { kind: 'open', target: { view: 'settings' } }),
      { ...action('quit', '', { kind: 'quit' }), label: truncate(quitLabel ?? text('tray.quit'), MAX_QUIT_LABEL) },
    ],
  };
}

/** Nothing is written to the locks before the first steps are completed. */
function canSync({ activity, firstStepsDone }: SnapshotFields): boolean {
  return firstStepsDone && (activity === 'idle' || activity === 'starting');
}

/** Urgent matters stay visible while syncing, paused or offline. A sync during a pause is shown, since the user asked for it. */
function iconOf({ activity, pause, isOnline }: SnapshotFields, isUrgent: boolean): TrayIcon {
  if (isUrgent) return 'attention';
  if (activity === 'syncing') return 'syncing';
  if (pause.kind !== 'none') return 'paused';
  return isOnline ? 'idle' : 'offline';
}

function tooltipOf(snapshot: SnapshotFields, status: string, localization: TrayContext['localization']): string {
  const { isDemo, lastRun, nextRunAtMs, pause, isOnline } = snapshot;
  const parts = [localization.text(isDemo ? 'tray.tooltip-demo' : 'tray.tooltip', { status })];
  if (lastRun !== null) parts.push(lastRunText(lastRun, localization));
  if (nextRunAtMs !== null && pause.kind === 'none' && isOnline) {
    parts.push(localization.text('tray.next-run', { time: localization.formats.time(nextRunAtMs) }));
  }
  return truncate(parts.join('. '), MAX_TOOLTIP);
}

function statusText(
  { activity, progress, pause, isOnline, lastRun }: SnapshotFields,
  count: number,
  urgent: number,
  { text, formats }: TrayContext['localization'],
): string {
  if (activity === 'quitting') return text('tray.quitting');
  if (activity === 'syncing') {
    return progress === null || progress.total < 2
      ? text('tray.syncing')
      : text('tray.syncing-of', { done: progress.done, total: progress.total });
  }
  if (urgent > 0) return count === urgent ? text('tray.urgent-to-do', { count }) : text('tray.some-urgent', { count, urgent });
  if (pause.kind === 'until') return text('tray.paused-until', { time: formats.time(pause.untilMs) });
  if (pause.kind === 'until-resumed') return text('tray.paused');
  if (!isOnline) return text('tray.offline');
  if (count > 0) return text('tray.to-do', { count });
  if (lastRun === null) return text(activity === 'starting' ? 'tray.starting' : 'tray.not-yet');
  return text('tray.idle');
}

function lastRunText({ run, counts }: LastRun, { text, formats }: TrayContext['localization']): string {
  const changes = counts.created + counts.updated + counts.adopted + counts.moved + counts.deleted;
  const outcomes = {
    ok: text('tray.changes', { count: changes }),
    'nothing-to-do': text('tray.nothing-to-do'),
    partial: counts.failed === 0 ? text('tray.not-all-read') : text('tray.changes-failed', { count: counts.failed }),
    held: counts.held === 0 ? text('tray.run-waits') : text('tray.removals-wait', { count: counts.held }),
    failed: text('tray.failed'),
    interrupted: text('tray.interrupted'),
  };
  return text('tray.last-run', { time: formats.time(Date.parse(run.finishedAt)), what: outcomes[run.outcome] });
}

function matterEntry({ key, item, target }: Listed): TrayItem {
  return action(`attention:${key}`, item.trayLabel, { kind: 'open', target });
}
function entryOf({ id, label: words, action: onClick }: TodayEntry): TrayItem {
  return action(id, words, onClick);
}

/** A part of the menu: as many as fit, and how many more the window has. */
function listedEntries(part: string, entries: readonly TrayItem[], text: Localization['text']): readonly TrayEntry[] {
  if (entries.length === 0) return [];
  const shown = entries.slice(0, MAX_LISTED);
  const more = entries.length - shown.length;
  if (more === 0) return [SEPARATOR, ...shown];
  return [SEPARATOR, ...shown, action(`${part}-more`, text('tray.more', { more }), { kind: 'open', target: null })];
}

/** Only when there is something to install. An update the user postponed is offered in the window. */
function updateEntries({ update, activity }: SnapshotFields, text: Localization['text']): readonly TrayEntry[] {
  if (update === null || update.state === 'put-off') return [];
  const { version, state } = update;
  const install = state === 'ready' ? text('tray.install', { version }) : text('tray.install-after-run', { version });
  return [SEPARATOR, action('install-update', install, { kind: 'install-update' }, state === 'ready' && activity !== 'quitting')];
}

function pauseEntry({ pause, activity }: SnapshotFields, text: Localization['text']): TrayEntry {
  const choices = [
    action('pause-hour', text('tray.pause-hour'), { kind: 'pause', choice: 'hour' }),
    action('pause-tomorrow', text('tray.pause-tomorrow'), { kind: 'pause', choice: 'tomorrow' }),
    action('pause-until-resumed', text('tray.pause-until-resumed'), { kind: 'pause', choice: 'until-resumed' }),
  ];
  const isPaused = pause.kind !== 'none';
  return {
    ...label('pause', text(isPaused ? 'tray.paused' : 'tray.pause')),
    enabled: activity !== 'quitting',
    submenu: isPaused ? [action('resume', text('tray.resume'), { kind: 'pause', choice: 'none' }), SEPARATOR, ...choices] : choices,
  };
}

type TrayItem = Extract<TrayEntry, { kind: 'item' }>;
const SEPARATOR: TrayEntry = { kind: 'separator' };

function label(id: string, content: string): TrayItem {
  return { kind: 'item', id, label: truncate(content, MAX_LABEL), enabled: false, checked: null, action: null, submenu: [] };
}
function action(id: string, content: string, onClick: TrayAction, enabled = true): TrayItem {
  return { ...label(id, content), enabled, action: onClick };
}
