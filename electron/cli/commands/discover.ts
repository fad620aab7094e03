/** `discover`: what the accounts contain, and a suggested mapping in the form that `import` reads. */
import { discover as discoverAccounts } from '../../app/accounts/discover.ts';
import type { Discovery } from '../../app/accounts/discover.ts';
import type { LockSummary } from '../../../shared/domain/code.ts';
import { withGatewaysSeen } from '../../app/doors/gateways-seen.ts';
import { batteryText, gatewayText, isBatteryLow } from '../../app/doors/health-text.ts';
import { healthAfter } from '../../../shared/readiness/health-after.ts';
import { judgedHealth } from '../../../shared/readiness/lock-health.ts';
import type { LockHealth } from '../../../shared/readiness/lock-health.ts';
import { answer, explainAccess } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { openWithConfig } from '../config-option.ts';
import type { CommandContext } from '../context.ts';
import { exitCodeOfFailures } from '../exit-code.ts';
import type { Style } from '../render/style.ts';
import { healthDocument } from '../render/health.ts';
import { renderTable } from '../render/table.ts';
import { printable, stack, wrap } from '../render/text.ts';
import type { RequestOf } from '../request.ts';

export async function discover(context: CommandContext, { config }: RequestOf<'discover'>): Promise<Answer> {
  const opened = await openWithConfig(context, config);
  if (!opened.ok) return opened.error;
  const { backend, settings } = opened.value;
  const [bookings, locks] = await Promise.all([backend.bookingCloud(), backend.lockCloud()]);
  const nowMs = backend.clock.nowMs();
  const found = await discoverAccounts({ bookings, locks }, settings, { nowMs });
  const discovery = {
    ...found,
    locks: found.locks === null || !locks.ok ? found.locks : await withGatewaysSeen(locks.value, found.locks, { nowMs }),
  };
  const known = backend.history.memory().remembered['lock-health'];
  const healthOf = (lock: LockSummary): LockHealth =>
    judgedHealth(healthAfter(known.get(String(lock.id)), { lock, readAtMs: nowMs, isRefused: null }));
  return answer(
    discoveryDocument(discovery, healthOf),
    (style) => renderDiscovery(discovery, healthOf, nowMs, style),
    exitCodeOfFailures(discovery.failures.map(({ kind }) => kind)),
  );
}

type HealthOf = (lock: LockSummary) => LockHealth;

function discoveryDocument({ units, locks, mappedUnits, suggestions, houses, failures }: Discovery, healthOf: HealthOf): object {
  return {
    units: units?.map(({ id, name }) => ({ id, name, mapped: mappedUnits.has(id) })) ?? null,
    locks:
      locks?.map((lock) => {
        const { id, name, timeZone, keypads } = lock;
        return { id, name, timeZone, keypads, ...healthDocument(healthOf(lock)) };
      }) ?? null,
    suggestions: suggestions.map(({ unitId, doors, likeness }) => ({ unitId, doors, likeness: Math.round(likeness * 100) / 100 })),
    houses,
    problems: failures.map((failure) => ({ kind: failure.kind, message: explainAccess(failure) })),
  };
}

function renderDiscovery(discovery: Discovery, healthOf: HealthOf, nowMs: number, style: Style): string {
  const { units, locks, mappedUnits, suggestions, failures } = discovery;
  const suggested = new Map(suggestions.map((suggestion) => [suggestion.unitId, suggestion]));
  const lockName = (id: number): string => locks?.find((lock) => lock.id === id)?.name ?? '';
  return stack(
    ...failures.flatMap((failure) => explainAccess(failure).split('\n')).map((line) => `${style.paint('bad', '✗')} ${line}`),
    units?.length === 0 ? 'The Smoobu account has no units.' : '',
    renderTable(
      [
        { title: 'Unit', align: 'right' },
        { title: 'Name', flexibleFrom: 16 },
        { title: 'Mapped' },
        { title: 'Suggested lock', flexibleFrom: 16 },
      ],
      (units ?? []).map(({ id, name }) => {
        const doors = suggested.get(id)?.doors ?? [];
        const locksSuggested = [...new Set(doors.map(({ lockId }) => lockId))];
        return [
          String(id),
          name,
          mappedUnits.has(id) ? { text: '✓ yes', tone: 'good' } : { text: '– no', tone: 'warn' },
          locksSuggested.map((lockId) => `${String(lockId)} ${lockName(lockId)}`).join('\n'),
        ];
      }),
      style,
    ),
    locks?.length === 0 ? 'The Keys account has no locks.' : '',
    renderTable(
      [
        { title: 'Lock', align: 'right' },
        { title: 'Name', flexibleFrom: 16 },
        { title: 'Keypads', flexibleFrom: 16 },
        { title: 'Time zone' },
        { title: 'Gateway', flexibleFrom: 10 },
        { title: 'Battery', flexibleFrom: 10 },
      ],
      (locks ?? []).map((lock) => {
        const health = healthOf(lock);
        return [
          String(lock.id),
          lock.name,
          keypadLines(lock),
          lock.timeZone ?? 'unknown',
          toned(gatewayText(health, nowMs), health.isGatewayAlive === false || health.reach === 'phone'),
          toned(batteryText(health, nowMs), isBatteryLow(health)),
        ];
      }),
      style,
    ),
    renderHouses(discovery, style),
    renderSuggestion(discovery, style),
  );
}

function toned(text: string, isBad: boolean): { readonly text: string; readonly tone: 'warn' | 'quiet' } {
  return { text, tone: isBad ? 'warn' : 'quiet' };
}

function keypadLines({ keypads }: LockSummary): string {
  return keypads.length === 0
    ? 'none listed'
    : keypads.map(({ keypadId, name }) => (name === '' ? keypadId : `${keypadId} ${name}`)).join('\n');
}

/** Smoobu does not say which of linked units is the house, so nothing is suggested. */
function renderHouses({ units, locks, houses }: Discovery, style: Style): string {
  if (houses === null || houses.length === 0) return '';
  const nameOf = (unitId: number): string => `${String(unitId)} ${units?.find(({ id }) => id === unitId)?.name ?? ''}`.trim();
  return stack(
    wrap(
      'Smoobu links these units, as it does with a whole house and its rooms. Guests of a unit get into its own doors only: a house needs the doors of all its rooms.',
      style.width,
    ),
    renderTable(
      [
        { title: 'Unit', flexibleFrom: 16 },
        { title: 'Linked with', flexibleFrom: 16 },
        { title: 'Doors of those', flexibleFrom: 16 },
      ],
      houses.map(({ unitId, related, doors }) => [
        nameOf(unitId),
        related.map(nameOf).join('\n'),
        doors
          .map(({ lockId, keypadId }) => `${String(lockId)} ${locks?.find(({ id }) => id === lockId)?.name ?? ''} ${keypadId}`)
          .join('\n') || 'not mapped',
      ]),
      style,
    ),
  );
}

/** In the form that `import` reads: one keypad for each lock. */
function renderSuggestion({ units, suggestions }: Discovery, style: Style): string {
  const single = suggestions.filter(({ doors }) => doors.length === 1);
  if (single.length === 0) return '';
  const name = (unitId: number): string => printable(units?.find(({ id }) => id === unitId)?.name ?? '').replaceAll('\n', ' ');
  const doors = single.flatMap((suggestion) => suggestion.doors);
  return stack(
    wrap(
      'These units and locks have similar names. Check each pair, since a wrong one lets guests into another unit. To use them, save these lines in a file and run `latchkey import FILE`:',
      style.width,
    ),
    'apartment_locks:',
    ...single.map(({ unitId, doors: [door] }) => `  ${String(unitId)}: ${String(door?.lockId ?? '')}  # ${name(unitId)}`),
    'lock_accessoires:',
    ...doors.map(({ lockId, keypadId }) => `  ${String(lockId)}: ${JSON.stringify(keypadId)}`),
  );
}
