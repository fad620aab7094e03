/** The window's calls about doors: what the accounts hold, the mapping, what it would change, and the word to begin. */
import type { UnitId } from '../../../shared/domain/ids.ts';
import { keypadIdSchema, mappingSchema } from '../../../shared/domain/mapping.ts';
import type { Mapping, UnitMapping } from '../../../shared/domain/mapping.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { CallAnswer, CallHandlers, CallOutput, CallRequest, IpcRefusal } from '../../../shared/ipc/contract.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Err } from '../../../shared/result.ts';
import { isKeychainFailure } from '../accounts/access.ts';
import type { AccessFailure } from '../accounts/access.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { discover } from '../accounts/discover.ts';
import type { Discovery } from '../accounts/discover.ts';
import { nameOf, NOTHING_KNOWN, unitsWithoutZone, withUnits, withZones } from '../mapping/edit-mapping.ts';
import type { KnownAccounts } from '../mapping/edit-mapping.ts';
import { createLatestOnly } from '../values/latest-only.ts';
import { failureMessage, problemLocaliser } from '../status/localise.ts';
import { createMappingUndo } from '../mapping/mapping-undo.ts';
import { namesOf } from '../status/names.ts';

export type MappingCalls = Pick<
  CallHandlers,
  'accounts.discover' | 'mapping.get' | 'mapping.save' | 'mapping.undo' | 'plan.preview' | 'setup.finish'
>;

/** Zones of units are nice to have: no more questions than this for one draft, and no longer waiting for them. */
const MAX_ZONE_LOOKUPS = 30;
export const ZONE_LOOKUPS_CAP_MS = 5_000;

export function mappingCalls(desktop: Desktop, ports: DesktopPorts, candidate: () => Settings | null): MappingCalls {
  const { accounts, timers } = ports;
  const undo = createMappingUndo();
  const zones = new Map<UnitId, string | null>();
  let known: KnownAccounts = NOTHING_KNOWN;

  const state = (): CallOutput<'mapping.get'> => {
    const { mapping } = desktop.settings();
    return { units: mapping.units, canUndo: undo.unitsBefore(mapping) !== null };
  };
  const mappingOf = (units: readonly UnitMapping[]): Mapping => withZones(withUnits(desktop.settings().mapping, units, known), zones);
  /** null: a unit or a door stands in it twice. */
  const draft = async (units: readonly UnitMapping[]): Promise<Mapping | null> => {
    await learnZones(unitsWithoutZone(mappingOf(units)));
    const mapping = mappingOf(units);
    return mappingSchema.safeParse(mapping).success ? mapping : null;
  };
  const learnZones = async (unitIds: readonly UnitId[]): Promise<void> => {
    const unasked = unitIds.filter((id) => !zones.has(id)).slice(0, MAX_ZONE_LOOKUPS);
    const cloud = unasked.length === 0 || !desktop.snapshot().isOnline ? null : await accounts.bookingCloud();
    if (!cloud?.ok) return;
    const { value: bookings } = cloud;
    const controller = ports.newAbortController();
    const cancel = timers.after(ZONE_LOOKUPS_CAP_MS, () => controller.abort());
    await Promise.all(
      unasked.map(async (id) => {
        const details = await bookings.readUnit(id, { signal: controller.signal });
        if (details.ok) zones.set(id, details.value.timeZone);
      }),
    );
    cancel();
  };
  const save = (mapping: Mapping): void => desktop.saveSettings({ ...desktop.settings(), mapping });
  const said = (failure: AccessFailure): string => failureMessage(failure, desktop.text(), ports.system);
  const no = (detail: string, key: SetupRefusal): Err<IpcRefusal> => err({ detail, message: desktop.text()(key) });

  const settingsOf = async (request: CallRequest<'plan.preview'>): Promise<Settings | Err<IpcRefusal>> => {
    if (request.of === 'current') return desktop.settings();
    if (request.of === 'candidate') return candidate() ?? no('no-candidate', 'refusal.noCandidate');
    const mapping = await draft(request.units);
    return mapping === null ? no('bad-mapping', 'refusal.badMapping') : { ...desktop.settings(), mapping };
  };
  const superseded = (): Err<IpcRefusal> => no('superseded', 'refusal.superseded');
  const preview = createLatestOnly(async (request: CallRequest<'plan.preview'>, isSuperseded): Promise<CallAnswer<'plan.preview'>> => {
    // Read beside a run in hand, half of what it does would be shown as still to do.
    await desktop.whenIdle();
    if (isSuperseded()) return superseded();
    const settings = await settingsOf(request);
    if ('ok' in settings) return settings;
    const answer = await ports.preview(settings);
    if (!answer.ok) return err({ detail: answer.error.kind, message: said(answer.error) });
    const localise = problemLocaliser(desktop.localization(), namesOf(settings.mapping));
    return ok({ ...answer.value, problems: answer.value.problems.map(localise) });
  }, superseded);

  return {
    'accounts.discover': async () => {
      const found = await discover({ bookings: await accounts.bookingCloud(), locks: await accounts.lockCloud() }, desktop.settings());
      if (found.failures.some(({ kind }) => kind === 'credentials-rejected')) accounts.reconnect();
      known = { units: found.units ?? known.units, locks: found.locks ?? known.locks };
      return ok(discoveryOf(found, said));
    },

    'mapping.get': () => ok(state()),
    'mapping.save': async ({ units }) => {
      const mapping = await draft(units);
      if (mapping === null) return no('bad-mapping', 'refusal.badMapping');
      const before = desktop.settings().mapping;
      save(mapping);
      undo.saved(before, mapping);
      return ok(state());
    },
    'mapping.undo': () => {
      const units = undo.unitsBefore(desktop.settings().mapping);
      if (units === null) return no('nothing-to-undo', 'refusal.nothingToUndo');
      // Not the old mapping as it was: doors that came with the save may hold codes by now and are retired, not forgotten.
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

type SetupRefusal = 'refusal.badMapping' | 'refusal.noCandidate' | 'refusal.superseded' | 'refusal.nothingToUndo';

/** Keypads whose id cannot be mapped (a bare number) are not offered. */
function discoveryOf(
  { units, locks, suggestions, failures }: Discovery,
  said: (failure: AccessFailure) => string,
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
    failures: eachOnce(failures).map((failure) => ({
      cloud: isKeychainFailure(failure) ? null : failure.cloud,
      kind: failure.kind,
      message: said(failure),
    })),
  };
}

/** One keychain that cannot be read fails for both clouds. */
function eachOnce(failures: readonly AccessFailure[]): readonly AccessFailure[] {
  return [
    ...new Map(failures.map((failure) => [`${isKeychainFailure(failure) ? '' : failure.cloud} ${failure.message}`, failure])).values(),
  ];
}
