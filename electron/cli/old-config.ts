/** A configuration file of the older tool: read from disk and checked, with every mistake named by line and key. */
import { resolve } from 'node:path';
import type { OldConfig } from '../app/mapping/import-config.ts';
import { formatMistake, readConfig } from '../config-file/read-config.ts';
import type { ReadOptions } from '../config-file/read-config.ts';
import { err } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { failure } from './answer.ts';
import type { Answer } from './answer.ts';
import { EXIT } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import type { World } from './terminal.ts';

/** What of the file is not in force, one line each, for people and for `--json`. */
export function noteLeftOut(note: (line: string) => void, { leftOut, notTakenOver }: OldConfig): void {
  for (const mistake of leftOut) note(`! ${formatMistake(mistake)}. What depends on it is left out; the rest is in force.`);
  if (notTakenOver.length > 0) note(`Not taken over: ${notTakenOver.join(', ')}.`);
}

/** A unit that is left out gets no codes. */
export function exitCodeOfConfig({ leftOut }: OldConfig, exitCode: ExitCode): ExitCode {
  return leftOut.length > 0 && (exitCode === EXIT.ok || exitCode === EXIT.held) ? EXIT.failed : exitCode;
}

export async function loadOldConfig(world: World, file: string, options: ReadOptions): Promise<Result<OldConfig, Answer>> {
  const text = await world.readText(resolve(world.workingFolder, file));
  if (!text.ok) return err(failure(EXIT.usage, 'file-unreadable', `${file} cannot be read: ${text.error}.`));
  const config = readConfig(text.value, options);
  if (config.ok) return config;
  const message = `${file} has mistakes:\n${config.error.map(formatMistake).join('\n')}`;
  return err(failure(EXIT.usage, 'configuration', message, { mistakes: config.error }));
}
