/** The tray as data. Pure: the same snapshot gives the same tray, and electron/platform draws only what differs. */
import type { AppSnapshot, AttentionItem, LastRun } from '../../../shared/domain/app-state.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import { short } from '../values/text.ts';
import { unitWords } from '../values/unit-words.ts';
import type { Localization } from '../status/localization.ts';
import type { TrayAction, TrayEntry, TrayIcon, TrayModel } from './tray-types.ts';

export interface TrayContext {
  readonly startAtLogin: boolean;
  /** False where the system does not let the app decide (not installed, no desktop). */
  readonly canStartAtLogin: boolean;
  readonly localization: Pick<Localization, 'text' | 'formats'>;
}

/** Menus grow as wide as their longest entry. */
const MAX_LABEL = 59;
/** Windows cuts longer ones. */
const MAX_TOOLTIP = 127;
const SHOWN_ATTENTION = 5;

export function trayModel(snapshot: AppSnapshot, context: TrayContext): TrayModel {
  const { text } = context.localization;
  return {
    icon: iconOf(snapshot),
    tooltip: tooltipOf(snapshot, context),
    menu: [
      plain('status', statusOf(snapshot, context)),
      plain('next-run', nextRunOf(snapshot, context)),
      ...attentionEntries(snapshot, context),
      ...updateEntries(snapshot, text),
      SEPARATOR,
      action('sync-now', text('tray.sync-now'), { kind: 'sync-now' }, canSync(snapshot)),
      pauseEntry(snapshot, text),
      SEPARATOR,
      action('open', text('tray.open'), { kind: 'open', target: null }),
      {
        ...action(
          'start-at-login',
          text('tray.start-at-login'),
          { kind: 'start-at-login', enabled: !context.startAtLogin },
          context.canStartAtLogin,
        ),
        checked: context.startAtLogin,
      },
      action('quit', text('tray.quit'), { kind: 'quit' }),
    ],
  };
}

/** Before the first steps are done nothing is written but by the word that ends them. */
function canSync({ activity, firstStepsDone }: AppSnapshot): boolean {
  return firstStepsDone && (activity === 'idle' || activity === 'starting');
}

/** What is urgent stays visible while syncing, paused or offline; a run in hand shows in a pause too, since the user asked for it. */
function iconOf(snapshot: AppSnapshot): TrayIcon {
  if (snapshot.attention.some((item) => item.severity === 'urgent')) return 'attention';
  if (snapshot.activity === 'syncing') return 'syncing';
  if (snapshot.pause.kind !== 'none') return 'paused';
  return snapshot.isOnline ? 'idle' : 'offline';
}

function tooltipOf(snapshot: AppSnapshot, context: TrayContext): string {
  const { text } = context.localization;
  const parts = [text(snapshot.isDemo ? 'tray.tooltip-demo' : 'tray.tooltip', { status: statusOf(snapshot, context) })];
  if (snapshot.lastRun !== null) parts.push(lastRunWords(snapshot.lastRun, context));
  return short(parts.join('. '), MAX_TOOLTIP);
}

function statusOf({ activity, progress, attention, pause, isOnline, lastRun }: AppSnapshot, { localization }: TrayContext): string {
  const { text, formats } = localization;
  if (activity === 'quitting') return text('tray.quitting');
  if (activity === 'syncing') {
    return progress === null || progress.total < 2
      ? text('tray.syncing')
      : text('tray.syncing-of', { done: progress.done, total: progress.total });
  }
  if (attention.some((item) => item.severity === 'urgent')) return text('tray.needs-you', { count: attention.length });
  if (pause.kind === 'until') return text('tray.paused-until', { time: formats.time(pause.untilMs) });
  if (pause.kind === 'until-resumed') return text('tray.paused');
  if (!isOnline) return text('tray.offline');
  if (attention.length > 0) return text('tray.needs-you', { count: attention.length });
  if (lastRun === null) return text(activity === 'starting' ? 'tray.starting' : 'tray.not-yet');
  return text('tray.idle');
}

function lastRunWords({ run, counts }: LastRun, { localization }: TrayContext): string {
  const { text, formats } = localization;
  const changes = counts.created + counts.updated + counts.adopted + counts.moved + counts.deleted;
  const words = {
    ok: text('tray.changes', { count: changes }),
    'nothing-to-do': text('tray.nothing-to-do'),
    partial: counts.failed === 0 ? text('tray.not-all-read') : text('tray.changes-failed', { count: counts.failed }),
    held: counts.held === 0 ? text('tray.run-waits') : text('tray.removals-wait', { count: counts.held }),
    failed: text('tray.failed'),
    interrupted: text('tray.interrupted'),
  };
  return text('tray.last-run', { time: formats.time(Date.parse(run.finishedAt)), what: words[run.outcome] });
}

function nextRunOf({ nextRunAtMs, pause, isOnline }: AppSnapshot, { localization: { text, formats } }: TrayContext): string {
  if (pause.kind !== 'none') return text('tray.next-run-paused');
  if (!isOnline) return text('tray.next-run-offline');
  return nextRunAtMs === null ? text('tray.next-run-none') : text('tray.next-run', { time: formats.time(nextRunAtMs) });
}

function attentionEntries(snapshot: AppSnapshot, context: TrayContext): readonly TrayEntry[] {
  const { attention } = snapshot;
  if (attention.length === 0) return [];
  const shown = attention
    .slice(0, SHOWN_ATTENTION)
    .map((item) => action(`attention:${item.key}`, attentionLabel(item, snapshot, context), { kind: 'open', target: item.target }));
  const rest = attention.length - shown.length;
  const more =
    rest === 0 ? [] : [action('attention-more', context.localization.text('tray.more', { more: rest }), { kind: 'open', target: null })];
  return [SEPARATOR, ...shown, ...more];
}

/** Made again and not taken from the item: its sentence is longer than a menu is wide and may name a booking. */
function attentionLabel(item: AttentionItem, { stays }: AppSnapshot, { localization }: TrayContext): string {
  const { text, formats } = localization;
  const ofBooking = stays.find((status) => status.stay.booking.id === item.bookingId);
  const unitName = ofBooking?.stay.unitName ?? stays.find((status) => status.stay.booking.unitId === item.unitId)?.stay.unitName ?? null;
  const unit = unitWords(unitName, text);
  switch (item.kind) {
    case 'arrival':
      return ofBooking === undefined
        ? text('tray.arrival-now', { unit })
        : text('tray.arrival', { unit, time: formats.time(ofBooking.startMs) });
    case 'credentials':
      return item.cloud === null ? text('tray.connect') : text('tray.credentials', { cloud: CLOUD_TITLES[item.cloud] });
    case 'first-steps':
      return text('tray.first-steps');
    case 'keychain':
      return text('tray.keychain');
    case 'held':
      return text('tray.held');
    case 'unreachable':
      return item.cloud === null ? text('tray.cloud-unreachable') : text('tray.unreachable', { cloud: CLOUD_TITLES[item.cloud] });
    case 'clock':
      return text('tray.clock');
    case 'settings-recovered':
      return text('tray.settings-recovered');
    case 'history-recovered':
      return text('tray.history-recovered');
    case 'problem':
      if (item.target.view === 'mapping' && item.lockId === null) return text('tray.mapping', { unit });
      if (item.bookingId !== null) return text('tray.booking', { unit });
      return text(item.lockId === null ? 'tray.other' : 'tray.lock');
  }
}

/** Only when there is something to install; one that was put off waits in the window. */
function updateEntries({ update, activity }: AppSnapshot, text: Localization['text']): readonly TrayEntry[] {
  if (update === null || update.state === 'put-off') return [];
  const { version, state } = update;
  const label = state === 'ready' ? text('tray.install', { version }) : text('tray.install-after-run', { version });
  return [SEPARATOR, action('install-update', label, { kind: 'install-update' }, state === 'ready' && activity !== 'quitting')];
}

function pauseEntry({ pause, activity }: AppSnapshot, text: Localization['text']): TrayEntry {
  const choices = [
    action('pause-hour', text('tray.pause-hour'), { kind: 'pause', choice: 'hour' }),
    action('pause-tomorrow', text('tray.pause-tomorrow'), { kind: 'pause', choice: 'tomorrow' }),
    action('pause-until-resumed', text('tray.pause-until-resumed'), { kind: 'pause', choice: 'until-resumed' }),
  ];
  const isPaused = pause.kind !== 'none';
  return {
    kind: 'item',
    id: 'pause',
    label: text(isPaused ? 'tray.paused' : 'tray.pause'),
    enabled: activity !== 'quitting',
    checked: null,
    action: null,
    submenu: isPaused ? [action('resume', text('tray.resume'), { kind: 'pause', choice: 'none' }), SEPARATOR, ...choices] : choices,
  };
}

type TrayItem = Extract<TrayEntry, { kind: 'item' }>;
const SEPARATOR: TrayEntry = { kind: 'separator' };

function action(id: string, label: string, doing: TrayAction, enabled = true): TrayItem {
  return { kind: 'item', id, label: short(label, MAX_LABEL), enabled, checked: null, action: doing, submenu: [] };
}
function plain(id: string, label: string): TrayItem {
  return { kind: 'item', id, label: short(label, MAX_LABEL), enabled: false, checked: null, action: null, submenu: [] };
}
