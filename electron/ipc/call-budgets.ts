/** Counts the window's calls against their budgets. */
import type { Clock } from '../app/ports/system.ts';
import { budgetOf } from '../../shared/ipc/budgets.ts';
import type { Budget } from '../../shared/ipc/budgets.ts';
import type { CallName } from '../../shared/ipc/channels.ts';

export interface CallBudgetOptions {
  readonly clock: Pick<Clock, 'uptimeMs'>;
  /** Asks the user whether as many calls again may follow; anything but true is no. */
  readonly ask: () => Promise<boolean | null>;
}

const MINUTE_MS = 60_000;

interface Spent {
  /** Of the last minute. */
  startedMs: number[];
  running: number;
  refusedUntilMs: number;
  isAsking: boolean;
}

export class CallBudgets {
  readonly #options: CallBudgetOptions;
  readonly #spent = new Map<Budget, Spent>();

  constructor(options: CallBudgetOptions) {
    this.#options = options;
  }

  /** null: the call must not be made. Otherwise it may, and the function is called when it has ended. */
  async begin(name: CallName, request: unknown): Promise<(() => void) | null> {
    const budget = budgetOf(name, request);
    if (budget === null) return () => undefined;
    const spent = this.#spent.get(budget) ?? { startedMs: [], running: 0, refusedUntilMs: -Infinity, isAsking: false };
    this.#spent.set(budget, spent);
    const nowMs = this.#options.clock.uptimeMs();
    spent.startedMs = spent.startedMs.filter((ms) => nowMs - ms < MINUTE_MS);
    if (budget.oneAtATime === true && spent.running > 0) return null;
    if (spent.startedMs.length >= budget.perMinute && !(budget.beyond === 'ask' && (await this.#isWanted(spent, nowMs)))) return null;
    spent.startedMs.push(nowMs);
    spent.running += 1;
    return () => {
      spent.running -= 1;
    };
  }

  /** One question at a time, and none for a minute after a no: otherwise the questions would be the flood. */
  async #isWanted(spent: Spent, nowMs: number): Promise<boolean> {
    if (spent.isAsking || nowMs < spent.refusedUntilMs) return false;
    spent.isAsking = true;
    const isWanted = (await this.#options.ask()) === true;
    spent.isAsking = false;
    if (isWanted) spent.startedMs = [];
    else spent.refusedUntilMs = this.#options.clock.uptimeMs() + MINUTE_MS;
    return isWanted;
  }
}
