/** `status`: last run, next run, what needs approval, what is wrong. Reads this computer only, not the network. */
import type { WaitingHold } from '../../app/ports/storage.ts';
import { knownCovered } from '../../app/readiness/remember-covered.ts';
import { noSyncProblem } from '../../app/run/run-problems.ts';
import { isPaused } from '../../app/schedule/schedule-policy.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { PlanMemory } from '../../../shared/domain/plan.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { englishReason } from '../../../shared/i18n/operation-text.ts';
import { withOpenQuestions } from '../../../shared/questions/registry.ts';
import { judgedHealth } from '../../../shared/readiness/lock-health.ts';
import type { LockHealth } from '../../../shared/readiness/lock-health.ts';
import { placesOf } from '../../../shared/reconcile/observe.ts';
import { HOUR_MS, isoInstant, localNow } from '../../../shared/time.ts';
import { answer, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Backend } from '../backend.ts';
import type { CommandContext } from '../context.ts';
import { healthDocument, isoOf, troubleOf } from '../render/health.ts';
import { coveredDocument, describeCovered } from '../render/arrivals.ts';
import { operationDocument, problemDocument, runHead } from '../render/run-json.ts';
import { answerCommand, renderOutcome, renderProblems } from '../render/run.ts';
import type { Style } from '../render/style.ts';
import { renderTable } from '../render/table.ts';
import { counted, printable, stack, wrapHanging } from '../render/text.ts';
import { describeWatchdog, watchdogDocument } from '../render/watchdog.ts';
import { showClaim, showDoor, showInstant, showIso, showKind } from '../render/words.ts';

export async function status(context: CommandContext, within?: number): Promise<Answer> {
  if (within !== undefined) return usageFailure('--within goes with --arrivals.');
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const facts = await gatherStatus(opened.value);
  return answer(statusDocument(facts), (style) => renderStatus(facts, style));
}

async function gatherStatus(backend: Backend) {
  const settings = backend.settings.read();
  const wishes = backend.wishes.read();
  const [lastRun = null] = backend.history.listRuns({ limit: 1, isWhole: true });
  const memory = backend.history.memory();
  const [next = null, later = null] = nextRuns(backend, settings.schedule.cron);
  const sources = await backend.credentialSources();
  const missing = [
    ...(settings.mapping.units.some(({ doors }) => doors.length > 0) ? [] : ['No unit has a door yet, so no guest gets a code.']),
    ...(sources.smoobu.kind === 'none' ? ['There are no credentials for Smoobu.'] : []),
    ...(sources.theKeys.kind === 'none' ? ['There are no credentials for The Keys.'] : []),
    ...(sources.smoobu.kind === 'keychain-failed' || sources.theKeys.kind === 'keychain-failed' ? ['The keychain cannot be used.'] : []),
  ];
  return {
    settings,
    watchdog: await backend.watchdog.state(),
    isPaused: isPaused(settings.pause, backend.clock.nowMs()),
    lastRun,
    problems: withSilence(
      withOpenQuestions((lastRun && backend.history.readRun(lastRun.id)?.problems) ?? [], { memory, settings, wishes }),
      {
        memory,
        settings,
        nowMs: backend.clock.nowMs(),
        periodMs: (later ?? 0) - (next ?? 0),
      },
    ),
    covered: knownCovered(backend.history),
    doors: knownDoors(settings, memory),
    nowMs: backend.clock.nowMs(),
    waiting: backend.history.listHolds(),
    nextRunMs: next,
    missing,
  };
}

type StatusFacts = Awaited<ReturnType<typeof gatherStatus>>;

/** Only a scheduled job knows its slots, so one is made and stopped again. */
export function nextRuns(backend: Backend, cron: string): readonly number[] {
  if (!backend.scheduler.validate(cron)) return [];
  const job = backend.scheduler.schedule(cron, () => {});
  const runs = job.nextRuns(2);
  job.stop();
  return runs;
}

interface SilenceFacts {
  readonly memory: PlanMemory;
  readonly settings: Settings;
  readonly nowMs: number;
  /** Between two runs of the schedule. */
  readonly periodMs: number;
}

/** Syncs that do not begin leave no run, for instance without credentials: then the last one that worked tells. */
function withSilence(problems: readonly Problem[], { memory, settings, nowMs, periodMs }: SilenceFacts): readonly Problem[] {
  const { sinceMs = nowMs } = memory.remembered['no-sync'].get('sync') ?? {};
  const isTold = problems.some(({ kind }) => kind === 'no-sync') || isPaused(settings.pause, nowMs);
  const isSilent = nowMs - sinceMs >= Math.max(3 * periodMs, 2 * HOUR_MS);
  return isTold || !isSilent ? problems : [...problems, noSyncProblem(localNow(settings.times.timeZone, sinceMs))];
}

interface KnownDoor {
  readonly lockId: LockId;
  readonly name: string;
  readonly health: LockHealth;
}

/** As the last sync read them. */
function knownDoors({ mapping }: Settings, { remembered }: PlanMemory): readonly KnownDoor[] {
  const lockIds = [...new Set(placesOf(mapping).map(({ lockId }) => lockId))];
  return lockIds.flatMap((lockId) => {
    const known = remembered['lock-health'].get(String(lockId));
    const name = mapping.locks.find((lock) => lock.lockId === lockId)?.name ?? '';
    return known === undefined ? [] : [{ lockId, name: name === '' ? `lock ${String(lockId)}` : name, health: judgedHealth(known) }];
  });
}

/** Only doors with something to know. */
function doorLines({ doors, nowMs }: StatusFacts, style: Style): readonly string[] {
  return doors.flatMap(({ name, health }) => {
    const trouble = troubleOf(health, nowMs);
    return trouble === '' ? [] : [`${style.paint('warn', '!')} ${wrapHanging(`${printable(name)}: ${trouble}`, style.width, 2)}`];
  });
}

function statusDocument(facts: StatusFacts): object {
  const { settings, lastRun, problems, waiting, nextRunMs, missing } = facts;
  return {
    lastRun: lastRun === null ? null : { ...runHead(lastRun), counts: lastRun.counts },
    nextRun: { cron: settings.schedule.cron, at: nextRunMs === null ? null : isoInstant(nextRunMs) },
    waiting: waiting.map(({ operation, sinceMs }) => ({
      ...operationDocument(operation, null),
      hold: operation.hold,
      since: isoInstant(sinceMs),
    })),
    problems: problems.map(problemDocument),
    missing,
    doors: facts.doors.map(({ lockId, name, health }) => ({
      lockId,
      name,
      ...healthDocument(health),
      refusesAccess: health.isRefused,
      readAt: isoOf(health.readAtMs),
    })),
    ...coveredDocument(facts),
    watchdog: watchdogDocument(facts.watchdog),
  };
}

function renderStatus(facts: StatusFacts, style: Style): string {
  const { settings, lastRun, problems, waiting, missing } = facts;
  const zone = settings.times.timeZone;
  const last = lastRun === null ? 'none yet' : `${showIso(lastRun.startedAt, zone)}  ${renderOutcome(lastRun, lastRun.counts, style)}`;
  return stack(
    `${style.paint('strong', 'Last run')}  ${last}`,
    `${style.paint('strong', 'Next run')}  ${describeNext(facts)}`,
    describeCovered(facts),
    `${style.paint('strong', 'Watchdog')}  ${describeWatchdog(facts.watchdog, zone)}`,
    ...missing.map((line) => `${style.paint('bad', '✗')} ${line}`),
    // Held operations are listed in the table below.
    renderProblems(
      problems.filter(({ kind }) => kind !== 'removal-held'),
      style,
    ),
    ...doorLines(facts, style),
    waiting.length === 0
      ? problems.some(({ question }) => question !== undefined)
        ? ''
        : 'Nothing needs your approval.'
      : `${style.paint('warn', '!')} ${counted(waiting.length, 'operation needs', 'operations need')} your approval (\`latchkey sync --apply-held\`). Until then these codes keep working:`,
    renderWaiting(waiting, settings, style),
    ...problems.flatMap(({ kind, question }) => (kind === 'removal-held' && question !== undefined ? [answerCommand(question)] : [])),
  );
}

function describeNext({ settings: { pause, schedule, times }, isPaused: paused, nextRunMs }: StatusFacts): string {
  if (paused && pause.kind === 'until') return `none while paused, until ${showInstant(pause.untilMs, times.timeZone)}`;
  if (paused) return 'none while paused, until `latchkey resume`';
  if (nextRunMs === null) return `the schedule “${schedule.cron}” isn't valid`;
  return `${showInstant(nextRunMs, times.timeZone)}, if the app or \`latchkey watch\` is running`;
}

function renderWaiting(waiting: readonly WaitingHold[], settings: Settings, style: Style): string {
  return renderTable(
    [
      { title: 'What' },
      { title: 'For', align: 'right' },
      { title: 'Door', flexibleFrom: 16 },
      { title: 'Since' },
      { title: 'Why', flexibleFrom: 24 },
    ],
    waiting.map(({ operation, sinceMs }) => [
      showKind(operation.kind),
      showClaim(operation),
      showDoor(operation, settings),
      showInstant(sinceMs, settings.times.timeZone),
      englishReason(operation),
    ]),
    style,
  );
}
