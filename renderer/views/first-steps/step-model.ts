/** Which steps of the setup are done: worked out from the snapshot, so that closing the window loses nothing. Pure. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import { isConnected } from '../accounts/connection.ts';

export const STEP_IDS = ['accounts', 'doors', 'plan'] as const;
export type StepId = (typeof STEP_IDS)[number];

export interface StepFacts {
  readonly connections: AppSnapshot['connections'];
  /** Some unit has a door; false until that is known. */
  readonly hasDoors: boolean;
}

/** The first step that is not done. */
export function currentStep(facts: StepFacts): StepId {
  return STEP_IDS.find((id) => !isDone(id, facts)) ?? 'plan';
}
/** True when every step before it is done. */
export function isOpenable(step: StepId, facts: StepFacts): boolean {
  return STEP_IDS.slice(0, STEP_IDS.indexOf(step)).every((id) => isDone(id, facts));
}
function isDone(id: StepId, { connections, hasDoors }: StepFacts): boolean {
  if (id === 'accounts') return isConnected(connections.smoobu) && isConnected(connections['the-keys']);
  return id === 'doors' && hasDoors;
}
