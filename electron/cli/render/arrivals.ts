/** Arrivals and their verdicts: as JSON for scripts, and for people. Never a PIN. */
import type { LockId } from '../../../shared/domain/ids.ts';
import { LINK_NAMES } from '../../../shared/domain/readiness.ts';
import type { Arrival, Covered, Link, Readiness, Verdict } from '../../../shared/domain/readiness.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { linkSentence } from '../../../shared/i18n/link-text.ts';
import { mainText } from '../../../shared/i18n/main-texts.ts';
import { coveredText } from '../../../shared/readiness/covered-text.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { isoInstant, localNow, withOffset } from '../../../shared/time.ts';
import { showAgo } from '../../app/values/ages.ts';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';
import type { Cell } from './table.ts';
import { printable, stack, wrap } from './text.ts';
import { showInstant, showUnit } from './words.ts';

export interface ArrivalFacts {
  readonly settings: Settings;
  readonly nowMs: number;
  readonly within: number;
  readonly shown: readonly { readonly arrival: Arrival; readonly readiness: Readiness }[];
  readonly covered: Covered | null;
  /** When a sync last read all bookings; null: none has. */
  readonly asOfMs: number | null;
}

const english = mainText({ language: 'en', locale: 'en' });

/** Until when codes are in place, by the last sync that could tell. */
export function coveredDocument({ covered, settings }: Pick<ArrivalFacts, 'covered' | 'settings'>): object {
  const zone = settings.times.timeZone;
  return {
    coveredUntil: covered === null ? null : withOffset(localNow(zone, covered.untilMs), zone),
    messagesDueBefore: covered?.messages ?? null,
    asOf: covered === null ? null : isoInstant(covered.asOfMs),
  };
}

/** "" where it is not known. */
export function describeCovered({ covered, settings, nowMs }: Pick<ArrivalFacts, 'covered' | 'settings' | 'nowMs'>): string {
  if (covered === null) return '';
  return coveredText(covered, nowMs, showInstant(covered.untilMs, settings.times.timeZone), english);
}

export function arrivalsDocument(facts: ArrivalFacts): object {
  const { settings, shown, asOfMs } = facts;
  return {
    arrivals: shown.map(({ arrival, readiness }) => {
      const { bookingId, unitId, guest, startMs } = arrival;
      const zone = zoneOf(arrival, facts);
      const worst = readiness.worst === null ? null : readiness.links[readiness.worst];
      return {
        ...{ bookingId, unitId, guest, at: withOffset(localNow(zone, startMs), zone), verdict: readiness.verdict },
        since: worst?.sinceMs == null ? null : isoInstant(worst.sinceMs),
        action: sentenceOf(readiness, settings),
        links: Object.fromEntries(
          LINK_NAMES.map((name) => [name, { state: readiness.links[name].state, reason: reasonOf(readiness.links[name], settings) }]),
        ),
      };
    }),
    ...coveredDocument(facts),
    asOf: asOfMs === null ? null : isoInstant(asOfMs),
  };
}

const VERDICTS: Readonly<Record<Verdict, Exclude<Cell, string>>> = {
  ready: { text: '✓ ready', tone: 'good' },
  'on-its-way': { text: '… on its way', tone: 'quiet' },
  check: { text: '! check', tone: 'warn' },
  'action-needed': { text: '✗ action needed', tone: 'bad' },
};

export function renderArrivals(facts: ArrivalFacts, style: Style): string {
  const { settings, nowMs, within, shown, asOfMs } = facts;
  if (asOfMs === null) return 'No sync has read the bookings yet. Run `latchkey sync` first.';
  return stack(
    shown.length === 0 ? `No guest with a door arrives within ${String(within)} hours, and none arrived in the last 24.` : '',
    renderTable(
      [
        { title: 'Arrives' },
        { title: 'Guest', flexibleFrom: 12 },
        { title: 'Unit', flexibleFrom: 10 },
        { title: 'Verdict' },
        { title: 'Why, and what to do', flexibleFrom: 24 },
      ],
      shown.map(({ arrival, readiness }) => [
        showInstant(arrival.startMs, zoneOf(arrival, facts)),
        printable(arrival.guest.trim() === '' ? `booking ${String(arrival.bookingId)}` : arrival.guest),
        printable(showUnit(arrival.unitId, settings)),
        VERDICTS[readiness.verdict],
        sentenceOf(readiness, settings) ?? '',
      ]),
      style,
    ),
    ...unknownLinks(facts, style),
    describeCovered(facts),
    `As the sync of ${showAgo(asOfMs, nowMs)} knew it. The clouds were not asked.`,
  );
}

/** What is not known changes no verdict, and is named all the same. */
function unknownLinks({ shown }: ArrivalFacts, style: Style): readonly string[] {
  const names = LINK_NAMES.filter((name) => shown.some(({ readiness }) => readiness.links[name].state === 'unknown'));
  if (names.length === 0) return [];
  return [wrap(`Not known for some of them: ${names.map((name) => LINK_WORDS[name]).join(', ')}. \`--json\` says for whom.`, style.width)];
}
const LINK_WORDS: Readonly<Record<(typeof LINK_NAMES)[number], string>> = {
  booking: 'the booking',
  code: 'the code',
  gateway: 'whether the code has reached the lock',
  battery: 'the battery',
  lock: 'when the lock was last used',
  guest: 'whether the guest knows the code',
  computer: 'this computer',
};

function sentenceOf({ worst, links, verdict }: Readiness, settings: Settings): string | null {
  if (worst !== null) return reasonOf(links[worst], settings);
  return verdict === 'ready' ? null : english('link.code.blocked');
}

function reasonOf(link: Link, settings: Settings): string | null {
  const formats = {
    date: (date: string) => date,
    dateTime: (at: string) => at.replace('T', ' '),
    time: (atMs: number) => showInstant(atMs, settings.times.timeZone),
  };
  return linkSentence(link, english, formats, nameOf(link.lockId, settings));
}

function nameOf(lockId: LockId | undefined, settings: Settings): string {
  return settings.mapping.locks.find((lock) => lock.lockId === lockId)?.name ?? '';
}

function zoneOf({ doors, unitId }: Arrival, { settings, nowMs }: ArrivalFacts): string {
  const unit = settings.mapping.units.find((one) => one.unitId === unitId) ?? null;
  return createLocalClock(settings, nowMs).zoneAt(doors[0] ?? null, unit);
}
