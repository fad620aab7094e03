/** Who asked for a run: the user, here or with the command line, or Latchkey by itself. Without zod, which the window does not load. */
/** `act`: the user asked for something for one stay or person. */
export const RUN_TRIGGERS = ['command', 'schedule', 'manual', 'resume', 'start', 'settings', 'act'] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

export const RUN_ASKERS = ['user', 'command', 'latchkey'] as const;
export type RunAsker = (typeof RUN_ASKERS)[number];
export const TRIGGERS_OF: Readonly<Record<RunAsker, readonly RunTrigger[]>> = {
  user: ['manual', 'act'],
  command: ['command'],
  latchkey: ['schedule', 'resume', 'start', 'settings'],
};
