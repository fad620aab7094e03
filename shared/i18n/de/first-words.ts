/** What the frame of the window and Today say, which is loaded before anything else. */
import { common } from './common.ts';
import { shell } from './shell.ts';
import { finder } from './finder.ts';
import { answers } from './answers.ts';
import { sync } from './sync.ts';
import { today } from './today.ts';
import { stay } from './stay.ts';
import { operations } from './operations.ts';

export const firstWords = {
  ...common,
  ...shell,
  ...finder,
  ...answers,
  ...sync,
  ...today,
  ...stay,
  ...operations,
} as const;
