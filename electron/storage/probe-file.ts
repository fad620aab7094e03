/** What a probe may have left behind, in a small file of its own: flushed to the disk before each write to a cloud. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { ProbeMarkStore } from '../app/ports/probe.ts';
import { parseJson } from '../../shared/json.ts';
import { probeMarksSchema } from '../../shared/probe/marks.ts';
import type { ProbeMark } from '../../shared/probe/marks.ts';
import { storageFailureOf } from './disk-failures.ts';
import { replaceFile } from './private-files.ts';
import { setAside } from './set-aside.ts';

/** `file`: absolute path in a folder that exists. */
export function openProbeFile({ file, nowMs }: { readonly file: string; readonly nowMs: () => number }): ProbeMarkStore {
  let isDamaged = false;
  return {
    get isDamaged() {
      return isDamaged;
    },
    read(): readonly ProbeMark[] {
      if (!existsSync(file)) return [];
      const marks = probeMarksSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
      if (marks.success) return marks.data;
      isDamaged = true;
      setAside(file, 'corrupt', nowMs());
      return [];
    },
    write(marks): void {
      try {
        if (marks.length === 0) rmSync(file, { force: true });
        else replaceFile(file, `${JSON.stringify(probeMarksSchema.parse(marks), null, 2)}\n`);
      } catch (error) {
        throw storageFailureOf(error) ?? error;
      }
    },
  };
}
