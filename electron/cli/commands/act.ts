/** What the user does with one person: wished, and then carried out by a run for that person alone. */
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { ActKind } from '../../../shared/domain/stay-action.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { accessFailure, failure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { LookOptions } from '../backend.ts';
import type { OpenedWithConfig } from '../config-option.ts';
import type { CommandContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { createProgressLine } from '../progress-line.ts';
import type { Consent } from '../request.ts';
import { stopOnSignal } from '../stop-on-signal.ts';
import { reportAnswer } from './acts/act-desk.ts';

/** Stores the wish first: whatever interrupts the run, the next sync does the rest. */
export async function carryOut(
  context: CommandContext,
  opened: OpenedWithConfig,
  claim: ClaimId,
  { action, change }: { readonly action: ActKind; readonly change: (wishes: Wishes) => Wishes },
  { dryRun = false }: Consent,
): Promise<Answer> {
  const { backend, settings, config } = opened;
  const progress = createProgressLine(context.world.terminal);
  const stop = stopOnSignal(context.world, () => {
    progress.clear();
    context.note('Stopping after the current operation. The next sync does the rest. Press Ctrl-C again to end at once.');
  });
  const about: LookOptions = {
    claim,
    settingsOverride: config === null ? null : settings,
    onProgress: (step) => progress.update(step),
    signal: stop.signal,
  };
  try {
    if (dryRun) {
      const looked = await backend.look({ ...about, wishes: change(backend.wishes.read()) });
      return looked.ok ? reportAnswer(looked.value.report, opened) : accessFailure(looked.error);
    }
    const runId = backend.newRunId();
    const value = { claimId: claim, atMs: backend.clock.nowMs(), action, before: null, after: null, formerPin: null };
    backend.history.remember([{ kind: 'act', key: runId, value }]);
    backend.wishes.change(change);
    const outcome = await backend.sync({ ...about, dryRun: false, runId, applyHeld: false, trigger: 'act' });
    if (outcome.ok) return reportAnswer(outcome.value, opened);
    return outcome.error === 'busy' ? failure(EXIT.failed, 'busy', BUSY) : accessFailure(outcome.error);
  } finally {
    progress.clear();
    stop.release();
  }
}

const BUSY = 'A run is already in progress in the app or another terminal. It is recorded, and the next sync carries it out.';
