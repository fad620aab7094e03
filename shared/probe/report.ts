/** The file that a user can attach to an issue. It has words of the table of questions only: nothing that a cloud answered, and nothing of anybody. */
import type { ProbeStep } from './steps.ts';
import { NOT_ASKED } from './verdicts.ts';
import type { Verdict } from './verdicts.ts';

export interface ReportInput {
  readonly version: string;
  readonly verdicts: readonly Verdict[];
  /** Steps that did not end, each with one word. */
  readonly stopped: readonly { readonly step: ProbeStep; readonly because: string }[];
}

const NOT_SEEN = 'not seen';

export function renderReport({ version, verdicts, stopped }: ReportInput): string {
  const rows = verdicts.map(({ id, asks, shows }) => `| ${id} | ${asks} | ${shows ?? NOT_SEEN} |`);
  const open = Object.entries(NOT_ASKED).map(([fact, why]) => `| ${fact} | ${why} |`);
  const lines = [
    '# What an account shows of the open facts',
    '',
    `Written by \`latchkey doctor --probe\` of Latchkey ${version}. It has no names, numbers, PINs or texts of anybody: every word of the last column comes from a fixed list.`,
    '',
    '| fact | question | this account |',
    '| --- | --- | --- |',
    ...rows,
    '',
    ...(stopped.length === 0 ? [] : [`Not finished: ${stopped.map(({ step, because }) => `${step} (${because})`).join(', ')}.`, '']),
    'Not asked:',
    '',
    '| fact | why |',
    '| --- | --- |',
    ...open,
    '',
  ];
  return lines.join('\n');
}
