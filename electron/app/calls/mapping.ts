/** The window's calls about units and doors: what the accounts hold, the mapping, a preview of its effects, and the end of setup. */
import type { UnitId } from '../../../shared/domain/ids.ts';
import { keypadIdSchema, mappingSchema } from '../../../shared/domain/mapping.ts';
import type { Mapping, UnitMapping } from '../../../shared/domain/mapping.ts';
import { withChange, withMapping } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { CallAnswer, CallHandlers, CallOutput, CallRequest, IpcRefusal } from '../../../shared/ipc/contract.ts';
import { ok } from '../../../shared/result.ts';
import type { Err, Result } from '../../../shared/result.ts';
import { isKeychainFailure } from '../../../shared/errors.ts';
import type { AccessFailure } from '../../../shared/errors.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { discover } from '../accounts/discover.ts';
import type { Discovery } from '../accounts/discover.ts';
import { nameOf, NOTHING_KNOWN, unitsWithoutZone, withUnits, withZones } from '../mapping/edit-mapping.ts';
import type { KnownAccounts } from '../mapping/edit-mapping.ts';
import { createLatestOnly } from '../values/latest-only.ts';
import { failureMessage, problemLocaliser } from '../status/localise.ts';
import { zonesOf } from '../mapping/describe-mapping.ts';
import type { CandidateHolder } from '../mapping/candidate.ts';
import type { MappingUndo } from '../mapping/mapping-undo.ts';
import { guestNames, namesOf, withBookedUnits } from '../status/names.ts';
import { accessRefusal, refusal } from './refusal.ts';

type Names = 'accounts.discover' | 'mapping.get' | 'mapping.save' | 'mapping.undo' | 'plan.preview' | 'setup.finish';
interface Shared {
  readonly candidate: CandidateHolder;
  readonly undo: MappingUndo;
}

/** Zones of units are optional. */
export const ZONE_LOOKUPS_CAP_MS = 5_000;

export function mappingCalls(desktop: Desktop, ports: DesktopPorts, { candidate, undo }: Shared): Pick<CallHandlers, Names> {
  const { accounts, timers, system } = ports;
  const zones = new Map<UnitId, string | null>();
  let known: KnownAccounts = NOTHING_KNOWN;

  const state = (): CallOutput<'mapping.get'> => mappingState(desktop.settings().mapping, undo);
  const mappingOf = (units: readonly UnitMapping[]): Mapping => withZones(withUnits(desktop.settings().mapping, units, known), zones);
  /** null: a unit or a door is listed twice. */
  const draft = async (units: readonly UnitMapping[]): Promise<Mapping | null> => {
    await learnZones(unitsWithoutZone(mappingOf(units)));
    const mapping = mappingOf(units);
    return mappingSchema.safeParse(mapping).success ? mapping : null;
  };
  const learnZones = async (unitIds: readonly UnitId[]): Promise<void> => {
    const unasked = unitIds.filter((id) => !zones.has(id));
    const cloud = unasked.length === 0 || !desktop.snapshot().isOnline ? null : await accounts.bookingCloud();
    if (!cloud?.ok) return;
    const controller = new AbortController();
    const cancel = timers.after(ZONE_LOOKUPS_CAP_MS, () => controller.abort());
    for (const [id, zone] of await zonesOf(unasked, cloud.value, { signal: controller.signal })) zones.set(id, zone);
    cancel();
  };
  const save = (mapping: Mapping): void => desktop.saveSettings(withMapping(desktop.settings(), mapping));

  const settingsOf = async (request: CallRequest<'plan.preview'>): Promise<Result<Settings, IpcRefusal>> => {
    if (request.of === 'current') return ok(desktop.settings());
    if (request.of === 'candidate') {
      const file = candidate.get();
      return file === null ? refusal(desktop.text, 'no-candidate') : ok(file.settingsFrom(desktop.settings()));
    }
    if (request.of === 'settings') return ok(withChange(desktop.settings(), request));
    const mapping = await draft(request.units);
    return mapping === null ? refusal(desktop.text, 'bad-mapping') : ok(withMapping(desktop.settings(), mapping));
  };
  const superseded = (): Err<IpcRefusal> => refusal(desktop.text, 'superseded');
  const preview = createLatestOnly(async (request: CallRequest<'plan.preview'>, isSuperseded): Promise<CallAnswer<'plan.preview'>> => {
    // Read during a run, the preview would show operations that the run is about to do.
    await desktop.whenIdle();
    if (isSuperseded()) return superseded();
    const settings = await settingsOf(request);
    if (!settings.ok) return settings;
    const answer = await ports.preview(settings.value);
    if (!answer.ok) return accessRefusal(desktop.text, answer.error, system);
    const { stays, others, problems, ...shown } = answer.value;
    const known = { stays, others, holds: shown.operations };
    const localise = problemLocaliser(desktop.localization(), withBookedUnits(namesOf(settings.value.mapping), known), guestNames(known));
    return ok({ ...shown, problems: problems.map(localise) });
  }, superseded);

  return {
    'accounts.discover': async () => {
      const access = { bookings: await accounts.bookingCloud(), locks: await accounts.lockCloud() };
      const found = await discover(access, desktop.settings(), { nowMs: ports.clock.nowMs() });
      if (found.failures.some(({ kind }) => kind === 'credentials-rejected')) accounts.reconnect();
      known = { units: found.units ?? known.units, locks: found.locks ?? known.locks };
      return ok(discoveryOf(found, (failure) => failureMessage(failure, desktop.text, system)));
    },

    'mapping.get': () => ok(state()),
    'mapping.save': async ({ units }) => {
      const mapping = await draft(units);
      if (mapping === null) return refusal(desktop.text, 'bad-mapping');
      const before = desktop.settings().mapping;
      save(mapping);
      undo.saved(before, mapping);
      return ok(state());
    },
    'mapping.undo': () => {
      const units = undo.unitsBefore(desktop.settings().mapping);
      if (units === null) return refusal(desktop.text, 'nothing-to-undo');
      // Not simply the mapping before: doors added by the save may hold codes by now, so they are retired.
      save(mappingOf(units));
      return ok(state());
    },
    'plan.preview': (request) => preview(request),

    'setup.finish': () => {
      desktop.finishFirstSteps();
      return ok(null);
    },
  };
}

export function mappingState(mapping: Mapping, undo: MappingUndo): CallOutput<'mapping.get'> {
  return { units: mapping.units, before: undo.unitsBefore(mapping) };
}

/** Keypads whose id cannot be mapped (a bare number) are not offered. */
function discoveryOf(
  { units, locks, suggestions, gates, houses, failures }: Discovery,
  messageOf: (failure: AccessFailure) => string,
): CallOutput<'accounts.discover'> {
  const isUsable = ({ keypadId }: { readonly keypadId: string }): boolean => keypadIdSchema.safeParse(keypadId).success;
  return {
    units: units?.map(({ id, name }) => ({ unitId: id, name: nameOf(name) })) ?? null,
    locks:
      locks?.map(({ id, name, timeZone, batteryMillivolts, keypads }) => ({
        lockId: id,
        name: nameOf(name),
        timeZone,
        batteryMillivolts,
        keypads: keypads.filter(isUsable).map((keypad) => ({ keypadId: keypad.keypadId, name: nameOf(keypad.name) })),
      })) ?? null,
    suggestions: suggestions
      .filter(({ doors }) => doors.every(isUsable))
      .map(({ unitId, doors, likeness }) => ({ unitId, doors: [...doors], likeness })),
    gates: gates.filter(isUsable).map(({ units: users, ...place }) => ({ ...place, units: [...users] })),
    houses: (houses ?? []).map(({ unitId, related, doors }) => ({ unitId, related: [...related], doors: [...doors] })),
    failures: eachOnce(failures).map((failure) => ({
      cloud: isKeychainFailure(failure) ? null : failure.cloud,
      kind: failure.kind,
      message: messageOf(failure),
    })),
  };
}

/** One keychain that cannot be read fails for both clouds. */
function eachOnce(failures: readonly AccessFailure[]): readonly AccessFailure[] {
  return [
    ...new Map(failures.map((failure) => [`${isKeychainFailure(failure) ? '' : failure.cloud} ${failure.message}`, failure])).values(),
  ];
}
