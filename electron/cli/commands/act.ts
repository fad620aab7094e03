/** What the user does with one person: wished, and then carried out by a run for that person alone. */
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { ActKind } from '../../../shared/domain/stay-action.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { accessFailure, failure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { SyncOptions } from '../backend.ts';
import type { OpenedWithConfig } from '../config-option.ts';
import type { CommandContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { createProgressLine } from '../progress-line.ts';
import { stopOnSignal } from '../stop-on-signal.ts';
import { reportAnswer } from './acts/act-desk.ts';

export interface ActOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** Stores the wish first: whatever interrupts the run, the next sync does the rest. */
export async function carryOut(
  context: CommandContext,
  opened: OpenedWithConfig,
  claim: ClaimId,
  { action, change }: { readonly action: ActKind; readonly change: (wishes: Wishes) => Wishes },
  { dryRun = false }: ActOptions,
): Promise<Answer> {
  const { backend, settings, config } = opened;
  const runId = backend.newRunId();
  if (!dryRun) {
    const value = { claimId: claim, atMs: backend.clock.nowMs(), action, before: null, after: null, formerPin: null };
    backend.history.remember([{ kind: 'act', key: runId, value }]);
    backend.wishes.change(change);
  }
  const progress = createProgressLine(context.world.terminal);
  const stop = stopOnSignal(context.world, () => {
    progress.clear();
    context.note('Stopping after the current operation. The next sync does the rest. Press Ctrl-C again to end at once.');
  });
  const request: SyncOptions = {
    dryRun,
    claim,
    runId,
    ...(dryRun ? { wishes: change(backend.wishes.read()) } : {}),
    applyHeld: false,
    trigger: 'act',
    settingsOverride: config === null ? null : settings,
    onProgress: (step) => progress.update(step),
    signal: stop.signal,
  };
  try {
    const outcome = await backend.sync(request);
    if (!outcome.ok) return notRun(outcome.error, dryRun);
    return reportAnswer(outcome.value, opened);
  } finally {
    progress.clear();
    stop.release();
  }
}

function notRun(refusal: 'busy' | Parameters<typeof accessFailure>[0], dryRun: boolean): Answer {
  if (refusal !== 'busy') return accessFailure(refusal);
  const kept = dryRun ? 'Nothing was changed.' : 'It is recorded, and the next sync carries it out.';
  return failure(EXIT.failed, 'busy', `A run is already in progress in the app or another terminal. ${kept}`);
}
