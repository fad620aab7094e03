/** `door LOCK --replace-by LOCK`: the new lock for every unit and person of the old one, after a question that says what moves. */
import { prepareReplacement, replaceDoor } from '../../../app/doors/replace-door.ts';
import type { PreparedReplacement, ReplaceFailure, ReplacePorts } from '../../../app/doors/replace-door.ts';
import type { ReplaceRefusal, ReplaceRequest } from '../../../app/doors/replacement.ts';
import { doorQuestionLines } from '../../../../shared/doors/door-question.ts';
import { mainText } from '../../../../shared/i18n/main-texts.ts';
import { err, ok } from '../../../../shared/result.ts';
import { accessFailure, failure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import { EXIT } from '../../exit-code.ts';
import type { RequestOf } from '../../request.ts';
import { atDesk, reportAnswer, runAnswer } from '../acts/act-desk.ts';
import type { ActDesk } from '../acts/act-desk.ts';
import { confirmUnlessDry } from '../acts/confirm.ts';

const english = mainText({ language: 'en', locale: 'en' });

export function replaceLock(
  context: CommandContext,
  request: ReplaceRequest,
  { dryRun = false, yes = false }: Pick<RequestOf<'door'>, 'dryRun' | 'yes'>,
): Promise<Answer> {
  return atDesk(context, undefined, async (desk) => {
    const ports = await replacePorts(desk);
    if ('exitCode' in ports) return ports;
    const prepared = await prepareReplacement(ports, request);
    if (!prepared.ok) return failedReplacement(prepared.error, desk);
    return carryOutReplacement(context, desk, ports, prepared.value, { dryRun, yes });
  });
}

/** Asks, replaces and reports; in a dry run, it only says what it would ask and do. `onDone` is called before the report. */
export async function carryOutReplacement(
  context: CommandContext,
  desk: ActDesk,
  ports: ReplacePorts,
  prepared: PreparedReplacement,
  { dryRun, yes }: { readonly dryRun: boolean; readonly yes: boolean },
  onDone: () => void = () => undefined,
): Promise<Answer> {
  const stopped = await confirmUnlessDry(context, doorQuestionLines(prepared.asks, english), { dryRun, yes });
  if (dryRun) return reportAnswer(prepared.report, desk);
  if (stopped !== null) return stopped;
  const ran = await replaceDoor(ports, prepared);
  if (!ran.ok) return failedReplacement(ran.error, desk);
  onDone();
  return reportAnswer(ran.value, desk);
}

export async function replacePorts({ backend, ports, lookAll, runAll }: ActDesk): Promise<ReplacePorts | Answer> {
  const locks = await backend.lockCloud();
  if (!locks.ok) return accessFailure(locks.error);
  return {
    ...ports,
    settings: backend.settings,
    locks: locks.value,
    preview: async (settings) => {
      const looked = await lookAll(settings);
      return looked.ok ? ok(looked.value.report) : looked;
    },
    run: (runId) => runAll(runId),
  };
}

export function failedReplacement(reason: ReplaceFailure, desk: ActDesk): Answer {
  switch (reason.kind) {
    case 'refused':
      return failure(EXIT.usage, reason.because.kind, refusalText(reason.because));
    case 'unread':
      return reportAnswer(reason.report, desk);
    case 'not-run':
      return runAnswer(err(reason.refusal), desk);
  }
}

function refusalText(because: ReplaceRefusal): string {
  switch (because.kind) {
    case 'several-keypads':
    case 'keypad-unknown':
      return english(`door.refused.${because.kind}`, { keypads: because.keypads.join(', ') });
    case 'already-mapped':
      return english('door.refused.already-mapped', { unit: because.unit });
    default:
      return english(`door.refused.${because.kind}`);
  }
}
