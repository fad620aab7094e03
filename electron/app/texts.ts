/** Every sentence of tray, notices and attention, as functions of facts. No PINs, no guest names, no booking numbers. */
import { CLOUD_TITLES } from '../../shared/errors.ts';
import type { CloudName } from '../../shared/errors.ts';

export const APP_NAME = 'Latchkey';

/** Cut to that many characters, with an ellipsis for what is missing; spaces and line breaks become one space each. */
export function short(text: string, maxLength: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= maxLength
    ? characters.join('')
    : `${characters
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
function unitWords(name: string | null): string {
  return name === null || name.trim() === '' ? 'A unit' : short(name, 24);
}

export const arrivalTexts = {
  notConfirmed: 'The code of this stay is not confirmed on the lock yet.',
};

export const attentionTexts = {
  arrival: (unit: string | null) => `${unitWords(unit)}: an arrival is near or under way, and its code is not confirmed on the lock.`,
  rejected: (cloud: CloudName) =>
    `${CLOUD_TITLES[cloud]} does not accept the stored credentials. No codes are kept up until you correct them.`,
  notConnected: (cloud: CloudName) => `${CLOUD_TITLES[cloud]} is not connected. No codes are kept up until it is.`,
  firstSteps: 'Connect Smoobu and The Keys to begin.',
  firstStepsMap: 'Map units to doors to go on. Nothing is written to the locks yet.',
  firstStepsApply: 'Everything is ready. Nothing is written to the locks until you press Apply in the first steps.',
  held: (number: number) => `${count(number, 'removal waits', 'removals wait')} for your word.`,
  noBookings: 'Smoobu sent no booking at all although codes for coming stays are on the locks. Nothing is removed until you have looked.',
  unreachable: (cloud: CloudName, runs: number) => `${CLOUD_TITLES[cloud]} could not be reached in the last ${count(runs, 'run', 'runs')}.`,
  clockSkew: 'This computer’s clock is wrong. Set it right: until then new bookings get no code.',
  clockStepped: 'This computer’s clock jumped. No code is removed until you have looked.',
  settingsRecovered: 'The settings could not be read and were set aside. Check the mapping: without it no code is made.',
  historyRecovered: 'The history could not be read and was set aside. A new one has been started.',
};

export const trayTexts = {
  starting: 'Starting…',
  idle: 'All in order',
  notYet: 'No run yet',
  syncing: (done: number | null, total: number | null) =>
    done === null || total === null || total < 2 ? 'Syncing…' : `Syncing… ${done} of ${total}`,
  needsAttention: (number: number) => (number === 1 ? 'One thing needs you' : `${number} things need you`),
  pausedUntil: (time: string) => `Paused until ${time}`,
  paused: 'Paused',
  offline: 'Offline',
  quitting: 'Quitting…',
  nextRun: (time: string) => `Next run ${time}`,
  nextRunPaused: 'No run while paused',
  nextRunOffline: 'Next run when the network is back',
  nextRunNone: 'No run scheduled',
  lastRun: (time: string, what: string) => `Last run ${time}: ${what}`,
  syncNow: 'Sync now',
  pause: 'Pause',
  pauseHour: 'For an hour',
  pauseTomorrow: 'Until tomorrow',
  pauseUntilResumed: 'Until I resume',
  resume: 'Resume',
  open: `Open ${APP_NAME}`,
  startAtLogin: 'Start at login',
  quit: 'Quit',
  more: (number: number) => `and ${number} more`,
  demo: 'demo',
  outcome: {
    ok: (changes: number) => count(changes, 'change', 'changes'),
    nothingToDo: 'nothing to do',
    partial: (failed: number) => (failed === 0 ? 'not everything could be read' : `${count(failed, 'change', 'changes')} failed`),
    held: (held: number) => (held === 0 ? 'waits for your word' : `${count(held, 'removal waits', 'removals wait')} for your word`),
    failed: 'failed',
    interrupted: 'interrupted',
  },
  attention: {
    arrival: (unit: string | null, time: string) => `${unitWords(unit)}, ${time}: code not confirmed`,
    arrivalNow: (unit: string | null) => `${unitWords(unit)}: code not confirmed`,
    credentials: (cloud: CloudName | null) => (cloud === null ? 'Connect your accounts' : `${CLOUD_TITLES[cloud]}: check the credentials`),
    firstSteps: 'Go on with the first steps',
    keychain: 'The keychain cannot be used',
    held: 'Removals wait for your word',
    unreachable: (cloud: CloudName | null) => `${cloud === null ? 'A cloud' : CLOUD_TITLES[cloud]} cannot be reached`,
    clock: 'This computer’s clock needs a look',
    mapping: (unit: string | null) => `${unitWords(unit)} is mapped to no door`,
    booking: (unit: string | null) => `${unitWords(unit)}: a booking needs a look`,
    lock: 'A lock needs a look',
    other: 'Something needs a look',
    settingsRecovered: 'The settings were reset',
    historyRecovered: 'The history was started anew',
  },
};

export const noticeTexts = {
  rejectedTitle: (cloud: CloudName) => `${CLOUD_TITLES[cloud]} does not accept the credentials`,
  rejectedBody: 'Codes stay as they are and new bookings get none until you correct them.',
  keychainTitle: 'The keychain cannot be used',
  unreachableTitle: (cloud: CloudName) => `${CLOUD_TITLES[cloud]} cannot be reached`,
  unreachableBody: (sinceWords: string) => `Since ${sinceWords}. Codes stay as they are; ${APP_NAME} keeps trying.`,
  heldTitle: (number: number) =>
    number === 0 ? 'A run waits for your word' : `${count(number, 'removal waits', 'removals wait')} for your word`,
  heldBody: `Nothing is removed until you have decided in ${APP_NAME}.`,
  arrivalTitle: (time: string) => `Arrival ${time}: code not confirmed`,
  arrivalNowTitle: 'Guest may arrive: code not confirmed',
  arrivalBody: (unit: string | null) => `${unitWords(unit)}: the code could not be confirmed on the lock. Do not rely on it yet.`,
  arrivalsTitle: (number: number) => `${number} arrivals: codes not confirmed`,
  arrivalsBody: (units: readonly (string | null)[], more: number) =>
    `${units.map(unitWords).join(', ')}${more === 0 ? '' : ` and ${more} more`}: the codes could not be confirmed on the locks.`,
  recoveredTitle: 'Back in order',
  recoveredCloud: (cloud: CloudName) => `${CLOUD_TITLES[cloud]} answers again.`,
  recoveredCredentials: (cloud: CloudName) => `${CLOUD_TITLES[cloud]} accepts the credentials again.`,
  recoveredKeychain: 'The keychain can be used again.',
  recoveredArrival: (unit: string | null) => `${unitWords(unit)}: the code is confirmed on the lock.`,
  recoveredMore: (number: number) => `And ${number} more.`,
};

export const scheduleTexts = {
  everyMinutes: (minutes: number) => (minutes === 1 ? 'Every minute' : `Every ${minutes} minutes`),
  hourly: 'Every hour',
  everyHours: (hours: number) => (hours === 1 ? 'Every hour' : `Every ${hours} hours`),
  daily: (time: string) => `Every day at ${time}`,
  custom: 'On a schedule of your own',
};
