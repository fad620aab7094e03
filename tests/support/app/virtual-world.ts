/** Time that passes only when told, with one-shot timers and a cron that knows summer time; the machine can sleep. */
import type { Job, Scheduler, Timers } from '../../../electron/app/ports/schedule.ts';
import { HOUR_MS, MINUTE_MS, localNow } from '../../../shared/time.ts';

interface Timer {
  /** On the clock that stands still in sleep. */
  readonly dueAwakeMs: number;
  readonly onDue: () => void;
}

export class VirtualWorld {
  readonly #zone: string;
  #nowMs: number;
  #awakeMs = 0;
  readonly #timers = new Set<Timer>();
  readonly #hours = new Map<number, number>();
  /** When each timer of any kind went off. */
  readonly fired: number[] = [];

  readonly #settle: () => Promise<void>;

  /** `settle` resolves once everything that a timer has started is done. */
  constructor(nowMs: number, zone = 'Europe/Paris', settle = settled) {
    this.#nowMs = nowMs;
    this.#zone = zone;
    this.#settle = settle;
  }

  /** How far the computer's clock is ahead of the true time. */
  clockErrorMs = 0;
  readonly clock = { nowMs: (): number => this.#nowMs + this.clockErrorMs };
  readonly trueNowMs = (): number => this.#nowMs;
  readonly timers: Timers = {
    after: (delayMs, onDue) => {
      const timer = { dueAwakeMs: this.#awakeMs + delayMs, onDue };
      this.#timers.add(timer);
      return () => this.#timers.delete(timer);
    },
  };
  get timerCount(): number {
    return this.#timers.size;
  }

  /** The local hour; zones are whole hours from UTC. Cached, since every minute of a day may be asked for. */
  #hourAt(atMs: number): number {
    const hour = Math.floor(atMs / HOUR_MS);
    let local = this.#hours.get(hour);
    if (local === undefined) {
      local = Number(localNow(this.#zone, hour * HOUR_MS).slice(11, 13));
      this.#hours.set(hour, local);
    }
    return local;
  }

  /** Time passes in small steps, so that promises settle between timers. */
  async advance(durationMs: number): Promise<void> {
    const end = this.#awakeMs + durationMs;
    for (;;) {
      const next = [...this.#timers].sort((one, other) => one.dueAwakeMs - other.dueAwakeMs).find((timer) => timer.dueAwakeMs <= end);
      const to = next?.dueAwakeMs ?? end;
      this.#nowMs += Math.max(0, to - this.#awakeMs);
      this.#awakeMs = Math.max(this.#awakeMs, to);
      if (next === undefined) return;
      this.#timers.delete(next);
      this.fired.push(this.#nowMs);
      next.onDue();
      await this.#settle();
    }
  }
  async advanceTo(instant: string): Promise<void> {
    await this.advance(Date.parse(instant) - this.#nowMs);
  }
  /** The program itself waits: timers that become due meanwhile are late. */
  pass(durationMs: number): void {
    this.#nowMs += durationMs;
    this.#awakeMs += durationMs;
  }
  /** `pausing`: timers stand still meanwhile, as on Linux. `late`: those due go off on waking, as on Windows. */
  sleepUntil(instant: string, timers: 'pausing' | 'late'): void {
    const sleptMs = Date.parse(instant) - this.#nowMs;
    this.#nowMs += sleptMs;
    if (timers === 'late') this.#awakeMs += sleptMs;
  }

  /** As electron/scheduling does it: one timer to the next slot; a slot told more than 30 s late is told once for all that were missed. */
  readonly scheduler: Scheduler = {
    validate: (cron) => /^(\S+ ){4}\S+$/.test(cron),
    schedule: (cron, onDue): Job => {
      const matches = matcher(cron);
      let cancel: (() => void) | null = null;
      const nextRuns = (count: number): number[] => {
        const runs: number[] = [];
        const first = (Math.floor(this.clock.nowMs() / MINUTE_MS) + 1) * MINUTE_MS;
        for (let at = first; runs.length < count && at < first + 50 * HOUR_MS; at += MINUTE_MS) {
          if (matches(this.#hourAt(at), new Date(at).getUTCMinutes())) runs.push(at);
        }
        return runs;
      };
      const arm = (): void => {
        const [next] = nextRuns(1);
        if (next === undefined) return;
        cancel = this.timers.after(next - this.clock.nowMs(), () => {
          onDue();
          if (cancel !== null) arm();
        });
      };
      arm();
      return {
        nextRuns,
        stop: () => {
          cancel?.();
          cancel = null;
        },
      };
    },
  };
}

/** Minutes and hours only: "*", "5", or a step. */
function matcher(cron: string): (hour: number, minute: number) => boolean {
  const [minute = '*', hour = '*'] = cron.split(' ');
  const fits = (field: string, value: number): boolean => {
    if (field === '*') return true;
    return field.startsWith('*/') ? value % Number(field.slice(2)) === 0 : Number(field) === value;
  };
  return (atHour, atMinute) => fits(minute, atMinute) && fits(hour, atHour);
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
