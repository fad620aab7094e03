/** The question before something that the user may want to think about. */
import { answer, usageFailure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import type { Consent } from '../../request.ts';

/** In a dry run, what would be asked is only said. */
export async function confirmUnlessDry(
  context: CommandContext,
  lines: readonly string[],
  { dryRun = false, yes = false }: Consent,
): Promise<Answer | null> {
  if (!dryRun) return confirm(context, lines, yes);
  for (const line of lines) context.note(`! ${line}`);
  return null;
}

/** null: go on. Otherwise the command ends with this. */
export async function confirm({ world: { terminal } }: CommandContext, lines: readonly string[], yes: boolean): Promise<Answer | null> {
  if (yes || lines.length === 0) return null;
  if (!terminal.canAsk) return usageFailure([...lines, 'This needs an answer: run it on a terminal, or with --yes.'].join('\n'));
  const said = await terminal.ask(`${lines.join('\n')}\nGo on? [y/N] `);
  return said !== null && /^y(es)?$/i.test(said.trim()) ? null : answer({ ok: false }, () => 'Nothing was changed.');
}
