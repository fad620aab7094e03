/** One run: fetch, plan, apply, read back, record. What is decided, shared/reconcile decides. */
import { NO_WISHES, type Plan, type PlanInput } from '../../../shared/domain/plan.ts';
import type { OperationStatus, RunMode, RunProgress, RunReport } from '../../../shared/domain/run.ts';
import { withPersonNames } from '../../../shared/i18n/problem-text.ts';
import { withOpenQuestions } from '../../../shared/questions/registry.ts';
import { clockStepped, type ClockReading } from '../../../shared/reconcile/trust/clock-step.ts';
import { isMappingLost } from '../../../shared/reconcile/trust/known-mapping.ts';
import { plan } from '../../../shared/reconcile/plan.ts';
import { planOfPeople } from '../../../shared/reconcile/scope.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/time.ts';
import { keepHealth } from '../doors/keep-health.ts';
import { applyInRounds, type RoundsResult } from './write/apply-rounds.ts';
import { writeLogs } from './write/write-logs.ts';
import { guestsToTell, prepareGuests, tellGuests } from '../messages/in-run.ts';
import type { Deadline } from '../ports/system.ts';
import { inputOf, type Observed } from './plan-input.ts';
import { crashProblem, recordCrash } from './crashed-run.ts';
import { DoorProgress } from './door-progress.ts';
import type { CloudReading } from './read-clouds.ts';
import { rememberArrivals } from '../status/remember-arrivals.ts';
import { planOverLists } from './reading/plan-over-lists.ts';
import { RunLists, trustsNoKnownList } from './reading/run-lists.ts';
import { RunReader } from './reading/run-reader.ts';
import { RunFindings } from './run-findings.ts';
import { dropPastWishes, keepFollowed } from './store-wishes.ts';
import * as memory from './run-memory.ts';
import { keepForLater } from '../readiness/after-run.ts';
import { renewSpares } from './renew-spares.ts';
import { RunScope } from './run-scope.ts';
import { withoutGivenUp } from './retired-locks.ts';
import { buildReport, operationReport, outcomeOf } from './report.ts';
import * as problems from './run-problems.ts';
import type { EngineDependencies, RunRequest } from './run-request.ts';

/** `busy`: another process is running a sync on the same data folder. An error inside is a failed run. */
export async function runOnce(dependencies: EngineDependencies, request: RunRequest): Promise<Result<RunReport, 'busy'>> {
  const held = dependencies.runLock.tryAcquire();
  if (held === null) return err('busy');
  const deadlineMs = request.deadlineMs ?? 5 * MINUTE_MS;
  const deadline = dependencies.startDeadline(deadlineMs, request.signal);
  try {
    return ok(await new Run(dependencies, { ...request, deadlineMs }, deadline).runToTheEnd());
  } finally {
    deadline.cancel();
    held.release();
  }
}

const NOTHING_OBSERVED: Observed = {
  bookings: null,
  lists: new Map(),
  accounts: { smoobu: null, 'the-keys': null },
  unread: new Map(),
  clockErrorMs: 0,
};

/** Lives for one run. */
class Run {
  readonly #with: EngineDependencies;
  #request: RunRequest & { readonly deadlineMs: number };
  readonly #deadline: Deadline;
  /** Aborted by an error, so that the rest of the run stops as well. */
  readonly #stop = new AbortController();
  readonly #onError = (): void => this.#stop.abort();
  readonly #signal: AbortSignal;
  readonly #id: string;
  readonly #startedAtMs: number;
  readonly #sentBefore: { readonly smoobu: number; readonly theKeys: number };
  readonly #found: RunFindings;
  readonly #scope: RunScope;
  readonly #keeps: RunMode;
  readonly #lists: RunLists;
  readonly #reader: RunReader;
  #isWithoutBookings = false;
  #read: CloudReading | null = null;
  #clockErrorMs = 0;

  constructor(dependencies: EngineDependencies, request: RunRequest & { readonly deadlineMs: number }, deadline: Deadline) {
    this.#with = dependencies;
    this.#request = request;
    this.#deadline = deadline;
    this.#signal = AbortSignal.any([deadline.signal, this.#stop.signal]);
    this.#id = request.runId ?? dependencies.newRunId();
    this.#scope = new RunScope(request.claim);
    this.#keeps = this.#scope.keeps(request.mode);
    this.#lists = new RunLists({ ...request, mode: this.#keeps }, dependencies);
    this.#found = new RunFindings({ ...dependencies, zone: request.settings.times.timeZone, isLate: () => deadline.reached() });
    this.#reader = new RunReader({
      ...{ dependencies, deadlineMs: request.deadlineMs, found: this.#found, scope: this.#scope, lists: this.#lists, mode: this.#keeps },
      ...{ signal: this.#signal, onError: this.#onError, onProgress: (...step) => this.#progress(...step) },
    });
    this.#startedAtMs = dependencies.clock.nowMs();
    this.#sentBefore = { smoobu: dependencies.bookings.requestCount(), theKeys: dependencies.locks.requestCount() };
  }

  /** Once this resolves, nothing of the run goes on: its lock can be let go. */
  async runToTheEnd(): Promise<RunReport> {
    try {
      return await this.#run();
    } catch (error) {
      this.#found.problems.push(crashProblem());
      const report = this.#report(null, null);
      recordCrash(this.#with, report, error);
      return report;
    }
  }

  async #run(): Promise<RunReport> {
    const { history, log, clock } = this.#with;
    const interrupted = history.closeInterrupted(this.#startedAtMs);
    if (interrupted > 0) log.log('warn', 'earlier run was interrupted', { runs: interrupted });
    history.beginRun({ id: this.#id, mode: this.#request.mode, trigger: this.#request.trigger, startedAtMs: this.#startedAtMs });
    this.#request = { ...this.#request, settings: withoutGivenUp(this.#request.settings, history.memory().remembered) };
    const isLost = isMappingLost(this.#request.settings, history.memory().remembered);
    if (isLost) this.#found.problems.push(problems.lostMappingProblem());
    const observed = isLost ? NOTHING_OBSERVED : await this.#observe();
    const isUnplanned = isLost || this.#found.isCloudLost;
    const ended = isUnplanned ? this.#report(null, null) : await this.#planAndApply(observed);
    if (this.#read !== null && this.#keeps === 'live') await this.#keepHealth(this.#read, ended);
    const withoutLocks = isUnplanned ? plan(inputOf(observed, this.#request.settings, clock.nowMs(), this.#with)) : null;
    const report = rememberArrivals(history, { ...this.#request, ...observed, report: ended, withoutLocks, nowMs: clock.nowMs() });
    history.finishRun(report);
    if (this.#keeps === 'live' && observed.clockErrorMs === 0)
      history.prune(clock.nowMs() - this.#request.settings.history.keepDays * DAY_MS);
    this.#progress('done', 1, 1);
    const { mode, outcome } = report.run;
    log.log('info', 'sync finished', { runId: this.#id, mode, outcome, ...report.counts, ...report.requests });
    return report;
  }

  async #observe(): Promise<Observed> {
    const read = await this.#reader.read(this.#request.settings);
    const { bookings, accounts, clockErrorMs } = read;
    this.#read = read;
    this.#clockErrorMs = clockErrorMs;
    if (!bookings.ok) {
      this.#found.cloudFailed(bookings.error);
      return { bookings: null, accounts, clockErrorMs, ...this.#lists.forPlan };
    }
    this.#found.problems.push(...memory.incompleteForADay(this.#with, bookings.value.complete, this.#keeps));
    if (!bookings.value.complete) {
      this.#found.isPartial = true;
      this.#found.problems.push(problems.incompleteProblem(bookings.value));
    }
    return { bookings: bookings.value, accounts, clockErrorMs, ...this.#lists.forPlan };
  }

  /** Without any bookings, the run has failed, and people get their codes all the same. */
  async #planAndApply(observed: Observed): Promise<RunReport> {
    const { history, clock } = this.#with;
    const { bookings } = observed;
    this.#isWithoutBookings = bookings === null;
    this.#progress('plan', 0, 1);
    const time = { wallMs: clock.nowMs(), uptimeMs: clock.uptimeMs(), bootId: clock.bootId() };
    const input = await this.#input(observed, time);
    const isLive = this.#keeps === 'live';
    const { whole, followed } = await planOverLists(input, {
      notRead: () => this.#lists.notRead,
      isInDoubt: trustsNoKnownList(input, bookings),
      readMore: (...more) => this.#reader.readMore(...more),
      renewSpares: isLive ? (due) => renewSpares(due, this.#with) : null,
      toTell: (planned, read) => guestsToTell(this.#with, planned, read),
    });
    const read = followed.input;
    if (isLive) {
      keepFollowed(followed, this.#with);
      dropPastWishes(read, this.#with);
    }
    if (bookings !== null) this.#request.onRead?.(read);
    const planned = this.#scope.planOf(bookings === null ? planOfPeople(whole) : whole, read);
    this.#found.problems.push(...planned.problems);
    if (planned.problems.some((problem) => problem.text.key === 'problem.booking-row' && this.#scope.isReported(problem)))
      this.#found.isPartial = true;
    if (this.#request.mode === 'dry-run') return this.#report(planned, null);
    // Only a live run leaves evidence for later runs.
    if (isLive && !input.clockIsWrong) memory.rememberAbsences(history, read);
    if (isLive) history.rememberClock(time);
    memory.rememberPlan(history, planned, clock.nowMs());
    // Whatever the clock says: the user's new PIN is written in any case.
    if (bookings !== null) this.#found.problems.push(...(await prepareGuests(this.#with, planned, read, this.#signal)));
    const applied = await this.#apply(planned, read);
    history.dropHolds([...applied.statuses].flatMap(([key, status]) => (status === 'done' ? [key] : [])));
    if (bookings !== null && !input.clockIsWrong)
      this.#found.toldGuests(
        await tellGuests(this.#with, applied, read, { claim: this.#request.claim, notRead: this.#lists.notRead, signal: this.#signal }),
      );
    if (isLive && bookings !== null) await keepForLater(this.#with, read, applied, this.#found.tellings, this.#signal);
    return this.#report(applied.plan, applied);
  }

  /** What was observed with what is remembered and wished, at this time, and with the bookings that are read again one by one. */
  async #input(observed: Observed, time: ClockReading): Promise<PlanInput> {
    const { history } = this.#with;
    const stepped = clockStepped(history.clockMark(), time, this.#with.bookings.clockOffsetMs());
    const clockIsWrong = observed.clockErrorMs !== 0;
    if (clockIsWrong) this.#found.problems.push(problems.clockWrongProblem());
    else if (stepped) this.#found.problems.push(problems.steppedProblem());
    const input: PlanInput = {
      ...inputOf(observed, this.#request.settings, time.wallMs + observed.clockErrorMs, this.#with),
      released: memory.releasedKeys(this.#request.applyHeld, history),
      clockStepped: stepped,
      clockIsWrong,
    };
    return this.#reader.withLookups(input);
  }

  async #apply(planned: Plan, input: PlanInput): Promise<RoundsResult> {
    const { history, locks, pins, clock, log } = this.#with;
    const total = planned.operations.length;
    let done = 0;
    const doors = new DoorProgress(planned.operations);
    history.recordOperations(
      this.#id,
      planned.operations.map((operation) => operationReport(operation, 'planned', null)),
    );
    const applied = await applyInRounds(planned, {
      ...{ input, locks, log, isKeyed: pins.keyed },
      signal: this.#signal,
      onStatus: (operation, status, codeId) =>
        memory.recordStatus(history, this.#id, operation, operationReport(operation, status, codeId), this.#nowMs()),
      rememberPinDraw: (claimId, draw) => history.rememberPinDraw(claimId, draw),
      remember: (changes) => history.remember(this.#scope.changesOf(changes, input)),
      onLearned: (change) => history.remember([change]),
      ...writeLogs(input, planned, history, clock),
      onStep: (phase, lockId) => {
        if (phase === 'apply') doors.stepped(lockId);
        done += phase === 'apply' ? 1 : 0;
        this.#request.onProgress?.({ phase, done: Math.min(done, total), total, doors: doors.list() });
      },
    });
    this.#found.problems.push(...applied.problems);
    if (applied.stoppedBy !== null) this.#found.cloudFailed(applied.stoppedBy);
    return applied;
  }

  async #keepHealth(read: CloudReading, report: RunReport): Promise<void> {
    const startedAtMs = this.#startedAtMs + this.#clockErrorMs;
    await keepHealth({
      ...this.#with,
      ...this.#request,
      ...read,
      lists: this.#lists.own,
      report,
      startedAtMs,
      nowMs: this.#nowMs(),
      signal: this.#signal,
    });
  }

  /** By the clouds, where this computer's clock is wrong. */
  #nowMs(): number {
    return this.#with.clock.nowMs() + this.#clockErrorMs;
  }

  #report(planned: Plan | null, applied: RoundsResult | null): RunReport {
    const { bookings, locks, clock, history, wishes = () => NO_WISHES } = this.#with;
    const statuses: ReadonlyMap<string, OperationStatus> = applied?.statuses ?? new Map<string, OperationStatus>();
    const open = withOpenQuestions(this.#found.problems, { memory: history.memory(), settings: this.#request.settings, wishes: wishes() });
    const asked = withPersonNames(this.#scope.reported(open), wishes().people);
    const hasFailed = planned === null || this.#isWithoutBookings;
    const isStopped = this.#request.signal?.aborted === true;
    const silent = isStopped ? [] : memory.noSync(this.#with, !hasFailed, { ...this.#request, mode: this.#keeps });
    const unstored = history.unstored === null ? [] : [problems.unstoredProblem(history.unstored)];
    const unheard = this.#request.claim === undefined ? problems.pingProblems(history.memory().remembered) : [];
    const outcome = outcomeOf({
      mode: this.#request.mode,
      hasFailed,
      isStopped,
      isPartial: this.#found.isPartial || (this.#deadline.reached() && !hasFailed),
      plan: planned,
      statuses,
      problems: asked,
    });
    return buildReport({
      run: {
        id: this.#id,
        mode: this.#request.mode,
        trigger: this.#request.trigger,
        outcome,
        startedAtMs: this.#startedAtMs,
        finishedAtMs: clock.nowMs(),
      },
      claim: this.#request.claim,
      plan: planned,
      statuses,
      codeIds: applied?.codeIds ?? new Map(),
      problems: [...asked, ...silent, ...unstored, ...unheard],
      told: this.#found.told,
      tellings: this.#found.tellings,
      listsReadAtMs: this.#lists.readAtMs,
      requests: { smoobu: bookings.requestCount() - this.#sentBefore.smoobu, theKeys: locks.requestCount() - this.#sentBefore.theKeys },
    });
  }

  #progress(phase: RunProgress['phase'], done: number, total: number): void {
    this.#request.onProgress?.({ phase, done, total });
  }
}
