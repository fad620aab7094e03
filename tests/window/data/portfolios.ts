/** The demo portfolios after real runs of the real engine on the demo clouds: what main would know at `NOW_MS`. */
import { largePortfolio } from '../../../electron/demo/portfolio/large-portfolio.ts';
import { PARKING, PRESQUILE } from '../../../electron/demo/portfolio/places.ts';
import { demoChanges } from '../../../electron/demo/portfolio/changes.ts';
import { demoPortfolio } from '../../../electron/demo/portfolio/portfolio.ts';
import type { DemoLock, DemoShare, TheKeysSeed } from '../../../electron/demo/seed.ts';
import { GATEWAY, KEYPAD } from '../../../electron/demo/seed.ts';
import type { UnitSummary } from '../../../shared/domain/booking.ts';
import type { LockSummary } from '../../../shared/domain/code.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { knownDoors } from '../../../shared/readiness/facts.ts';
import type { KnownDoors } from '../../../shared/readiness/facts.ts';
import { addDays, MINUTE_MS } from '../../../shared/time.ts';
import { startWorld } from '../../engine/world.ts';
import type { Installation, World } from '../../engine/world.ts';
import { NOW_MS } from './clock.ts';
import { branded } from '../../support/ids.ts';

/** Of Montmartre. */
const SILENT_LOCK = 3703;
const SILENT_GATEWAY = 8_103;

export interface Portfolio {
  readonly settings: Settings;
  readonly units: readonly UnitSummary[];
  readonly locks: readonly LockSummary[];
  /** Live runs, oldest first; the stays of the last are as they are now. */
  readonly runs: readonly RunReport[];
  /** A dry run now, by the settings. */
  readonly preview: RunReport;
  /** A dry run by a mapping with one more unit, and one whose door is another. */
  readonly draftPreview: RunReport;
  readonly codes: readonly DemoShare[];
  /** What the runs know of batteries and gateways. */
  readonly doors: KnownDoors;
}

/** 6 units, 26 bookings. `mixed`: something of every kind is going on. `calm`: every guest gets in. */
export async function smallPortfolio(mood: 'mixed' | 'calm'): Promise<Portfolio> {
  const { seed: demo, mapping, today } = demoPortfolio(NOW_MS);
  const seed = { ...demo, theKeys: { ...demo.theKeys, locks: demo.theKeys.locks.map((lock) => ({ ...lock, ...changesOf(lock, mood) })) } };
  const about = { units: branded<UnitSummary[]>(seed.smoobu.apartments), seed: seed.theKeys };
  return inWorld(await startWorld(seed, named(mapping, seed.theKeys), { nowMs: NOW_MS - 31 * MINUTE_MS }), about, async (world, home) => {
    const runs = [await home.run()];
    world.clock.advance(15 * MINUTE_MS);
    demoChanges(world.clouds, NOW_MS);
    if (mood === 'calm') world.clouds.smoobu.cancelBooking(90_025);
    runs.push(await home.run({ trigger: 'schedule' }));
    if (mood === 'mixed') world.clouds.theKeys.setSwitches({ silentGateways: String(SILENT_GATEWAY) });
    world.clock.advance(15 * MINUTE_MS);
    if (mood === 'calm') return [...runs, await home.run({ trigger: 'schedule' })];
    const { smoobu, theKeys } = world.clouds;
    // A guest who is in, and one who comes: cancelled both.
    smoobu.cancelBooking(90_005);
    smoobu.cancelBooking(90_022);
    smoobu.addBooking({
      id: 90_032,
      apartmentId: PRESQUILE,
      arrival: addDays(today, 5),
      departure: addDays(today, 8),
      guestName: 'Marta Zielonogórska',
      checkIn: '17:00',
    });
    theKeys.faults.onRequest(({ path }) => (path.includes('/create/3706/') ? { kind: 'server-error' } : null));
    runs.push(await home.run({ trigger: 'schedule' }));
    theKeys.faults.clear();
    smoobu.addBooking({
      id: 90_033,
      apartmentId: PARKING,
      arrival: addDays(today, 1),
      departure: addDays(today, 4),
      guestName: 'Orson Telford-Ames',
    });
    smoobu.addBooking({
      id: 90_034,
      apartmentId: 500_102,
      arrival: addDays(today, 8),
      departure: addDays(today, 11),
      guestName: 'Delphine Arcizet',
    });
    return runs;
  });
}

/** `mixed`: the battery of one door is low as in the demo, and another door has a gateway of its own, which falls silent. */
function changesOf({ id, accessories }: DemoLock, mood: 'mixed' | 'calm'): Partial<DemoLock> {
  if (mood === 'calm') return { batteryMillivolts: 7_400 };
  if (id !== SILENT_LOCK) return {};
  const silent = { id: SILENT_GATEWAY, stringId: 'Gw3Mont', name: 'Passerelle Montmartre', type: GATEWAY } as const;
  return { accessories: [...accessories.filter(({ type }) => type !== GATEWAY), silent] };
}

/** 120 units, 2,000 bookings; two locks cannot be read. */
export async function largestPortfolio(): Promise<Portfolio> {
  const { seed, mapping } = largePortfolio({ units: 120, locks: 120, bookings: 2_000, seed: 7, nowMs: NOW_MS });
  const about = { units: branded<UnitSummary[]>(seed.smoobu.apartments), seed: seed.theKeys };
  return inWorld(await startWorld(seed, named(mapping, seed.theKeys), { nowMs: NOW_MS - 16 * MINUTE_MS }), about, async (world, home) => {
    const runs = [await home.run()];
    world.clock.advance(15 * MINUTE_MS);
    world.clouds.theKeys.setForeign(4007, true);
    world.clouds.theKeys.setForeign(4042, true);
    world.clouds.smoobu.cancelBooking(200_003);
    runs.push(await home.run({ trigger: 'schedule' }));
    return runs;
  });
}

async function inWorld(
  world: World,
  { units, seed }: { readonly units: readonly UnitSummary[]; readonly seed: TheKeysSeed },
  play: (world: World, home: Installation) => Promise<readonly RunReport[]>,
): Promise<Portfolio> {
  try {
    const home = world.install();
    const runs = await play(world, home);
    const preview = await home.run({ mode: 'dry-run', trigger: 'manual' });
    const { settings } = world;
    const draftPreview = await home.run({
      mode: 'dry-run',
      trigger: 'manual',
      settings: { ...settings, mapping: draftOf(settings.mapping) },
    });
    const [last] = runs.slice(-1);
    return {
      settings,
      units: units.map(({ id, name }) => ({ id, name })),
      locks: seed.locks.map(summaryOf),
      // What came in since is known, but has no code yet: on its way.
      runs: last === undefined ? [] : [...runs.slice(0, -1), { ...last, stays: preview.stays }],
      preview,
      draftPreview,
      codes: world.clouds.theKeys.codes(),
      doors: knownDoors(home.history.memory().remembered),
    };
  } finally {
    await world.close();
  }
}

/** The first unit opens with the second one's door, too; the second one's check-in is later. */
function draftOf(mapping: Mapping): Mapping {
  const [first, second, ...others] = mapping.units;
  if (first === undefined || second === undefined) return mapping;
  return {
    ...mapping,
    units: [{ ...first, doors: [...first.doors, ...second.doors] }, { ...second, bufferBeforeMinutes: 60 }, ...others],
  };
}

function summaryOf({ id, name, timeZone, batteryMillivolts, accessories }: TheKeysSeed['locks'][number]): LockSummary {
  const keypads = accessories.filter(({ type }) => type === KEYPAD).map((keypad) => ({ keypadId: keypad.stringId, name: keypad.name }));
  const ids = accessories.filter(({ type }) => type === GATEWAY).map((gateway) => gateway.id);
  return branded<LockSummary>({ id, name, timeZone, batteryMillivolts, keypads, gateway: { seenAtMs: null, ids } });
}

/** As discovery would have written it: locks with the names of their keypads. */
function named(mapping: Mapping, seed: TheKeysSeed): Mapping {
  const keypadsOf = new Map(seed.locks.map((lock) => [lock.id, summaryOf(lock).keypads]));
  return { ...mapping, locks: mapping.locks.map((lock) => ({ ...lock, keypads: [...(keypadsOf.get(lock.lockId) ?? [])] })) };
}
