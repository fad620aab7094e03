/** What the user does with one stay or person: asked once where that is needed, wished, and then carried out by a run for it alone. */
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { ActKind } from '../../../shared/domain/stay-action.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { accessFailure, answer, failure, usageFailure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { SyncOptions } from '../backend.ts';
import type { OpenedWithConfig } from '../config-option.ts';
import type { CommandContext } from '../context.ts';
import { EXIT, exitCodeOfReport } from '../exit-code.ts';
import { exitCodeOfConfig } from '../old-config.ts';
import { createProgressLine } from '../progress-line.ts';
import { runDocument } from '../render/run-json.ts';
import { renderRun } from '../render/run.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface ActOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** An error is the answer to give instead: the user said no, or cannot be asked. */
export async function confirm(context: CommandContext, question: string, { dryRun, yes }: ActOptions): Promise<Result<null, Answer>> {
  if (dryRun === true || yes === true) return ok(null);
  const { terminal } = context.world;
  if (!terminal.canAsk) return err(usageFailure('This needs an answer: run it on a terminal, or with --yes.'));
  const said = await terminal.ask(`${question} [y/N] `);
  return said !== null && /^y(es)?$/i.test(said.trim()) ? ok(null) : err(answer({ ok: false }, () => 'Nothing was changed.'));
}

/** Stores the wish first: whatever interrupts the run, the next sync does the rest. */
export async function carryOut(
  context: CommandContext,
  { backend, settings, config }: OpenedWithConfig,
  claim: ClaimId,
  { action, change }: { readonly action: ActKind; readonly change: (wishes: Wishes) => Wishes },
  { dryRun = false }: ActOptions,
): Promise<Answer> {
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
    const report = outcome.value;
    const exitCode = exitCodeOfReport(report);
    return answer(
      runDocument(report),
      (style) => renderRun(report, settings, style),
      config === null ? exitCode : exitCodeOfConfig(config, exitCode),
    );
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
