/** The result of a command: an exit code, a document for scripts, and a text for people. The caller prints it. */
import type { AccessFailure } from '../../shared/errors.ts';
import { EXIT, EXIT_OF_FAILURE } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import type { Style } from './render/style.ts';
import { wrap } from './render/text.ts';

export interface Answer {
  readonly exitCode: ExitCode;
  /** For --json; must contain no secret. */
  readonly document: unknown;
  /** For people; without a line end. Failures go to standard error. */
  readonly goesTo: 'output' | 'error';
  render(style: Style): string;
}

export function answer(document: unknown, render: (style: Style) => string, exitCode: ExitCode = EXIT.ok): Answer {
  return { exitCode, document, goesTo: 'output', render };
}

/** What `--dry-run` says of a command that has no preview of its own. */
export function dryRunAnswer(lines: readonly string[], details: object = {}): Answer {
  return answer({ ok: true, dryRun: true, ...details }, (style) =>
    wrap([...lines, 'Dry run: nothing was changed.'].join('\n'), style.width),
  );
}

/** `kind` and `details` are for scripts; the message is one or more plain sentences. */
export function failure(exitCode: ExitCode, kind: string, message: string, details: object = {}): Answer {
  return { exitCode, document: { error: { kind, message }, ...details }, goesTo: 'error', render: (style) => wrap(message, style.width) };
}

export function usageFailure(message: string): Answer {
  return failure(EXIT.usage, 'usage', `${message}\nHelp: latchkey --help`);
}

export function accessFailure(problem: AccessFailure): Answer {
  return failure(EXIT_OF_FAILURE[problem.kind], problem.kind, explainAccess(problem));
}

/** The failure's own sentence, and what to do where that is not in it. */
export function explainAccess(problem: AccessFailure): string {
  if (!('cloud' in problem)) return problem.message;
  if (problem.kind === 'credentials-missing' || problem.kind === 'credentials-rejected') {
    return `${problem.message}\nTo set them: latchkey credentials set ${problem.cloud}`;
  }
  return problem.message;
}
