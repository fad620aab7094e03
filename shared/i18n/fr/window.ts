/** Everything the window says. */
import type { windowCatalogue as english } from '../en/window.ts';
import type { Translated } from '../message.ts';
import { common } from './common.ts';
import { shell } from './shell.ts';
import { print } from './print.ts';
import { finder } from './finder.ts';
import { answers } from './answers.ts';
import { arrivals } from './arrivals.ts';
import { stay } from './stay.ts';
import { calendar } from './calendar.ts';
import { code } from './code.ts';
import { call } from './call.ts';
import { today } from './today.ts';
import { door } from './door.ts';
import { doors } from './doors.ts';
import { preview } from './preview.ts';
import { people } from './people.ts';
import { messages } from './messages.ts';
import { history } from './history.ts';
import { operations } from './operations.ts';
import { firstSteps } from './first-steps.ts';
import { settings } from './settings.ts';
import { accounts } from './accounts.ts';
import { about } from './about.ts';

export const windowCatalogue: Translated<typeof english> = {
  ...common,
  ...shell,
  ...finder,
  ...print,
  ...answers,
  ...arrivals,
  ...stay,
  ...calendar,
  ...code,
  ...call,
  ...today,
  ...door,
  ...doors,
  ...preview,
  ...people,
  ...messages,
  ...history,
  ...operations,
  ...firstSteps,
  ...settings,
  ...accounts,
  ...about,
};
