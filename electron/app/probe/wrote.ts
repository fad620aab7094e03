/** What became of a write of the probe. */
import type { CloudFailure } from '../../../shared/errors.ts';
import type { Seen, Wrote } from '../../../shared/probe/seen.ts';
import { refusedField } from '../../../shared/reconcile/refusals/refused-field.ts';
import type { Result } from '../../../shared/result.ts';

export function wroteOf(result: Result<unknown, CloudFailure>, answer: Seen | null): Wrote {
  if (result.ok) return { outcome: 'done', field: null, answer };
  const { kind, certain, said } = result.error;
  if (!certain) return { outcome: 'uncertain', field: null, answer };
  return { outcome: kind === 'refused' ? 'refused' : 'failed', field: refusedField(said), answer };
}
