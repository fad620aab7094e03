/** How often the window may make the calls that show PINs or open something on the screen: its page may have been taken over. */
import type { CallName } from './channels.ts';

export interface Budget {
  /** Calls of one name use it up together with those of the others. */
  readonly calls: readonly CallName[];
  readonly perMinute: number;
  /** What happens to further calls: the user is asked in a message box of the system, or they are refused. */
  readonly beyond: 'ask' | 'refuse';
  /** One has to be answered before the next begins. */
  readonly oneAtATime?: true;
}

const REVEALS: Budget = { calls: ['code.reveal', 'call.reveal', 'call.copy', 'messages.copy'], perMinute: 10, beyond: 'ask' };
const DIALOGS: Budget = {
  calls: ['history.export', 'backup.save', 'sheet.save-pdf', 'sheet.emergency'],
  ...{ perMinute: 10, beyond: 'refuse', oneAtATime: true },
};
const FOLDERS: Budget = { calls: ['logs.open'], perMinute: 5, beyond: 'refuse' };
/** Each sends one to the host. */
const TEST_MESSAGES: Budget = { calls: ['templates.test'], perMinute: 5, beyond: 'refuse' };

const BUDGETS = [REVEALS, DIALOGS, FOLDERS, TEST_MESSAGES];

/** null: it may be made as often as the page likes. A sheet without PINs opens no question. */
export function budgetOf(name: CallName, request: unknown): Budget | null {
  if (name === 'sheet.emergency' && (request as { readonly withPins?: unknown } | null)?.withPins !== true) return null;
  return BUDGETS.find(({ calls }) => calls.includes(name)) ?? null;
}
