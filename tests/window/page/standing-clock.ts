/** Runs in the page before its scripts: whoever asks for the time gets the same; timers and measurements run on. Uses nothing from outside. */

export function standingClock(nowMs: number): void {
  class StandingDate extends Date {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [nowMs] : given) as [number]));
    }
    static override now(): number {
      return nowMs;
    }
  }
  globalThis.Date = StandingDate as DateConstructor;
}
