/** Which steps of the setup are done: worked out from the snapshot, so that closing the window loses nothing. Pure. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import { connectionState, isConnected } from '../accounts/connection.ts';

const STEP_IDS = ['smoobu', 'the-keys', 'doors', 'plan'] as const;
export type StepId = (typeof STEP_IDS)[number];
/** `now`: the first that is not done. `trouble`: the account was tested and does not work. */
export type StepState = 'done' | 'now' | 'later' | 'trouble';

export interface StepFacts {
  readonly connections: AppSnapshot['connections'];
  /** Some unit has a door; false until the mapping is loaded. */
  readonly hasDoors: boolean;
}
export interface Step {
  readonly id: StepId;
  readonly state: StepState;
  /** False while other steps must be done first. */
  readonly isOpenable: boolean;
}

export function stepsOf({ connections, hasDoors }: StepFacts): readonly Step[] {
  const areConnected = isConnected(connections.smoobu) && isConnected(connections['the-keys']);
  const isDone: Readonly<Record<StepId, boolean>> = {
    smoobu: isConnected(connections.smoobu),
    'the-keys': isConnected(connections['the-keys']),
    doors: hasDoors,
    plan: false,
  };
  const isOpenable: Readonly<Record<StepId, boolean>> = {
    smoobu: true,
    'the-keys': true,
    doors: areConnected,
    plan: areConnected && hasDoors,
  };
  const current = STEP_IDS.find((id) => !isDone[id]);
  const stateOf = (id: StepId): StepState => {
    if (isDone[id]) return 'done';
    if ((id === 'smoobu' || id === 'the-keys') && connectionState(connections[id]).kind === 'fails') return 'trouble';
    return id === current ? 'now' : 'later';
  };
  return STEP_IDS.map((id) => ({ id, state: stateOf(id), isOpenable: isOpenable[id] }));
}

/** The first step that is not done. */
export function currentStep(steps: readonly Step[]): StepId {
  return steps.find(({ state }) => state !== 'done')?.id ?? 'plan';
}
/** The next step that is not done after this one, else the first anywhere. */
export function stepAfter(steps: readonly Step[], id: StepId): StepId {
  const behind = steps.slice(steps.findIndex((step) => step.id === id) + 1);
  return behind.find(({ state, isOpenable }) => state !== 'done' && isOpenable)?.id ?? currentStep(steps);
}
