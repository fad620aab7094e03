import fc from 'fast-check';
import { expect, it } from 'vitest';
import { report } from '../../../tests/support/app/state-fixtures.ts';
import { supportReport } from './history-report.ts';
import { recordedText } from '../../../shared/i18n/problem-text.ts';

/** Names with many characters that have a meaning in regular expressions. */
const names = fc.string({ unit: fc.constantFrom(...Array.from("aé-–.*+?^$(){}[]|/\\' ")), minLength: 2 });

it('contains no private name', () => {
  const { run, counts, requests } = report();
  fc.assert(
    fc.property(names, fc.array(names), (name, others) => {
      const problems = [{ kind: 'write-failed', text: recordedText(`It is "${name}".`), retryable: true }] as const;
      const detail = { run: { ...run, counts, problemCount: 1 }, operations: [], problems, requests };
      const text = supportReport(detail, { version: '0.1.0', isDemo: false, privateNames: [...others, name] });
      if (name.trim().length > 1) expect(text).not.toContain(`"${name}"`);
    }),
  );
});
