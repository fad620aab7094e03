/** The state as the window gets it, and what changed between two snapshots. Pure. */
import type { AppChange, AppSnapshot, AttentionItem } from '../../../shared/domain/app-state.ts';
import type { Covered } from '../../../shared/domain/readiness.ts';
import { userSettings } from '../../../shared/domain/settings.ts';
import { sameValue } from '../values/same-value.ts';
import type { Facts } from './facts.ts';
import type { ProgramLimits } from './program-limits.ts';

export type SnapshotFields = Omit<AppSnapshot, 'revision'>;
export interface SnapshotContext {
  readonly version: string;
  readonly covered: Covered | null;
  readonly limits: Pick<ProgramLimits, 'list'>;
  readonly startAtLogin: { readonly isPossible: boolean };
}

export function snapshotOf(facts: Facts, attention: readonly AttentionItem[], context: SnapshotContext): SnapshotFields {
  const { version, covered } = context;
  const { language, locale } = facts.localization;
  return {
    activity: facts.activity,
    progress: facts.progress,
    lastRun: facts.lastRun,
    nextRunAtMs: facts.nextRunAtMs,
    pause: facts.pause,
    isOnline: facts.isOnline,
    isDemo: facts.isDemo,
    firstStepsDone: facts.settings.setup.done,
    settings: userSettings(facts.settings),
    appearance: { language, locale, theme: facts.settings.app.theme },
    names: facts.names,
    connections: facts.connections,
    stays: facts.stays,
    staysReadAtMs: facts.staysReadAtMs,
    covered: covered === null ? null : { untilMs: covered.untilMs, messages: covered.messages },
    sending: facts.settings.sending,
    tellings: facts.tellings,
    blockedPeriods: facts.blockedPeriods,
    others: facts.others,
    holds: facts.holds,
    attention,
    version,
    limits: [...context.limits.list()],
    canStartAtLogin: context.startAtLogin.isPossible,
    update: facts.update,
  };
}

/** The top-level fields whose value differs, whole; null when none does. */
export function changesBetween(previous: SnapshotFields, next: SnapshotFields): AppChange['fields'] | null {
  const changed = Object.entries(next).filter(([name, value]) => !sameValue(previous[name as keyof SnapshotFields], value));
  return changed.length === 0 ? null : Object.fromEntries(changed);
}
