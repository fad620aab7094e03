/** The tray as data. Pure: the same snapshot gives the same tray, and electron/platform draws only what differs. */
import type { AppSnapshot, AttentionItem, LastRun } from '../../shared/domain/app-state.ts';
import { APP_NAME, short, trayTexts } from './texts.ts';
import type { Formats } from './voice.ts';
import type { TrayAction, TrayEntry, TrayIcon, TrayModel } from './tray-types.ts';

export interface TrayContext {
  readonly startAtLogin: boolean;
  /** False where the system does not let the app decide (not installed, no desktop). */
  readonly canStartAtLogin: boolean;
  readonly formats: Formats;
}

/** Menus grow as wide as their longest entry. */
const MAX_LABEL = 59;
/** Windows cuts longer ones. */
const MAX_TOOLTIP = 127;
const SHOWN_ATTENTION = 5;

export function trayModel(snapshot: AppSnapshot, context: TrayContext): TrayModel {
  return {
    icon: iconOf(snapshot),
    tooltip: tooltipOf(snapshot, context),
    menu: [
      text('status', statusOf(snapshot, context)),
      text('next-run', nextRunOf(snapshot, context)),
      ...attentionEntries(snapshot, context),
      SEPARATOR,
      action('sync-now', trayTexts.syncNow, { kind: 'sync-now' }, canSync(snapshot)),
      pauseEntry(snapshot),
      SEPARATOR,
      action('open', trayTexts.open, { kind: 'open', target: null }),
      {
        ...action(
          'start-at-login',
          trayTexts.startAtLogin,
          { kind: 'start-at-login', enabled: !context.startAtLogin },
          context.canStartAtLogin,
        ),
        checked: context.startAtLogin,
      },
      action('quit', trayTexts.quit, { kind: 'quit' }),
    ],
  };
}

/** Before the first steps are done nothing is written but by the word that ends them. */
function canSync({ activity, firstStepsDone }: AppSnapshot): boolean {
  return firstStepsDone && (activity === 'idle' || activity === 'starting');
}

/** What is urgent stays visible while syncing, paused or offline; a run in hand shows in a pause too, since the host asked for it. */
function iconOf(snapshot: AppSnapshot): TrayIcon {
  if (snapshot.attention.some((item) => item.severity === 'urgent')) return 'attention';
  if (snapshot.activity === 'syncing') return 'syncing';
  if (snapshot.pause.kind !== 'none') return 'paused';
  return snapshot.isOnline ? 'idle' : 'offline';
}

function tooltipOf(snapshot: AppSnapshot, context: TrayContext): string {
  const name = snapshot.isDemo ? `${APP_NAME} (${trayTexts.demo})` : APP_NAME;
  const parts = [`${name}: ${statusOf(snapshot, context)}`];
  if (snapshot.lastRun !== null) parts.push(lastRunWords(snapshot.lastRun, context));
  return short(parts.join('. '), MAX_TOOLTIP);
}

function statusOf({ activity, progress, attention, pause, isOnline, lastRun }: AppSnapshot, { formats }: TrayContext): string {
  if (activity === 'quitting') return trayTexts.quitting;
  if (activity === 'syncing') return trayTexts.syncing(progress?.done ?? null, progress?.total ?? null);
  if (attention.some((item) => item.severity === 'urgent')) return trayTexts.needsAttention(attention.length);
  if (pause.kind === 'until') return trayTexts.pausedUntil(formats.time(pause.untilMs));
  if (pause.kind === 'until-resumed') return trayTexts.paused;
  if (!isOnline) return trayTexts.offline;
  if (attention.length > 0) return trayTexts.needsAttention(attention.length);
  if (lastRun === null) return activity === 'starting' ? trayTexts.starting : trayTexts.notYet;
  return trayTexts.idle;
}

function lastRunWords({ run, counts }: LastRun, { formats }: TrayContext): string {
  const { outcome } = trayTexts;
  const words = {
    ok: outcome.ok(counts.created + counts.updated + counts.adopted + counts.moved + counts.deleted),
    'nothing-to-do': outcome.nothingToDo,
    partial: outcome.partial(counts.failed),
    held: outcome.held(counts.held),
    failed: outcome.failed,
    interrupted: outcome.interrupted,
  };
  return trayTexts.lastRun(formats.time(Date.parse(run.finishedAt)), words[run.outcome]);
}

function nextRunOf({ nextRunAtMs, pause, isOnline }: AppSnapshot, { formats }: TrayContext): string {
  if (pause.kind !== 'none') return trayTexts.nextRunPaused;
  if (!isOnline) return trayTexts.nextRunOffline;
  return nextRunAtMs === null ? trayTexts.nextRunNone : trayTexts.nextRun(formats.time(nextRunAtMs));
}

function attentionEntries(snapshot: AppSnapshot, context: TrayContext): readonly TrayEntry[] {
  const { attention } = snapshot;
  if (attention.length === 0) return [];
  const shown = attention
    .slice(0, SHOWN_ATTENTION)
    .map((item) => action(`attention:${item.key}`, attentionLabel(item, snapshot, context), { kind: 'open', target: item.target }));
  const rest = attention.length - shown.length;
  const more = rest === 0 ? [] : [action('attention-more', trayTexts.more(rest), { kind: 'open', target: null })];
  return [SEPARATOR, ...shown, ...more];
}

/** Made anew and not taken from the item: its sentence is longer than a menu is wide and may name a booking. */
function attentionLabel(item: AttentionItem, { stays }: AppSnapshot, { formats }: TrayContext): string {
  const words = trayTexts.attention;
  const ofBooking = stays.find((status) => status.stay.booking.id === item.bookingId);
  const unit = ofBooking?.stay.unitName ?? stays.find((status) => status.stay.booking.unitId === item.unitId)?.stay.unitName ?? null;
  switch (item.kind) {
    case 'arrival':
      return ofBooking === undefined ? words.arrivalNow(unit) : words.arrival(unit, formats.time(ofBooking.startMs));
    case 'credentials':
      return words.credentials(item.cloud);
    case 'keychain':
      return words.keychain;
    case 'held':
      return words.held;
    case 'unreachable':
      return words.unreachable(item.cloud);
    case 'clock':
      return words.clock;
    case 'first-steps':
      return words.firstSteps;
    case 'settings-recovered':
      return words.settingsRecovered;
    case 'history-recovered':
      return words.historyRecovered;
    case 'problem':
      if (item.target.view === 'mapping' && item.lockId === null) return words.mapping(unit);
      if (item.bookingId !== null) return words.booking(unit);
      return item.lockId === null ? words.other : words.lock;
  }
}

function pauseEntry({ pause, activity }: AppSnapshot): TrayEntry {
  const choices = [
    action('pause-hour', trayTexts.pauseHour, { kind: 'pause', choice: 'hour' }),
    action('pause-tomorrow', trayTexts.pauseTomorrow, { kind: 'pause', choice: 'tomorrow' }),
    action('pause-until-resumed', trayTexts.pauseUntilResumed, { kind: 'pause', choice: 'until-resumed' }),
  ];
  const isPaused = pause.kind !== 'none';
  return {
    kind: 'item',
    id: 'pause',
    label: isPaused ? trayTexts.paused : trayTexts.pause,
    enabled: activity !== 'quitting',
    checked: null,
    action: null,
    submenu: isPaused ? [action('resume', trayTexts.resume, { kind: 'pause', choice: 'none' }), SEPARATOR, ...choices] : choices,
  };
}

type TrayItem = Extract<TrayEntry, { kind: 'item' }>;
const SEPARATOR: TrayEntry = { kind: 'separator' };

function action(id: string, label: string, doing: TrayAction, enabled = true): TrayItem {
  return { kind: 'item', id, label: short(label, MAX_LABEL), enabled, checked: null, action: doing, submenu: [] };
}
function text(id: string, label: string): TrayItem {
  return { kind: 'item', id, label: short(label, MAX_LABEL), enabled: false, checked: null, action: null, submenu: [] };
}
