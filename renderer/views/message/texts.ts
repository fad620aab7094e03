/** The texts that guests may get, as the window has them. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';

export type ShownText = CallOutput<'templates.list'>['templates'][number];
export type TextKey = Pick<ShownText, 'name' | 'language' | 'unitId'>;

export function stateOf({ builtIn, draft }: Pick<ShownText, 'builtIn' | 'draft'>): 'own' | 'draft' | 'built-in' {
  if (draft) return 'draft';
  return builtIn ? 'built-in' : 'own';
}
