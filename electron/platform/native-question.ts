/** Asks the user in a native message box, which no page can fake or answer. */
import { dialog } from 'electron';
import type { MessageBoxOptions } from 'electron';
import type { NativeQuestion } from '../app/desktop/ports.ts';
import type { Timers } from '../app/ports/schedule.ts';
import type { MainWindow } from './window.ts';

/** After so long, the box is shown without its window. */
const WINDOW_CAP_MS = 5_000;
const YES = 0;
const NO = 1;

/**
 * It belongs to the window, which is opened for it: without one, macOS blocks the whole program until the answer, and with it the syncs.
 * Return and Escape mean no, which is the answer that harms no guest.
 */
export async function askNatively(question: NativeQuestion, window: Pick<MainWindow, 'shown'>, timers: Timers): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'question',
    title: question.title,
    message: question.title,
    detail: question.body,
    buttons: [question.yes, question.no],
    defaultId: NO,
    cancelId: NO,
    noLink: true,
  };
  const parent = await new Promise<Awaited<ReturnType<MainWindow['shown']>>>((resolve) => {
    const cancel = timers.after(WINDOW_CAP_MS, () => resolve(null));
    void window.shown().then((shown) => {
      cancel();
      resolve(shown);
    });
  });
  const { response } = await (parent === null ? dialog.showMessageBox(options) : dialog.showMessageBox(parent, options));
  return response === YES;
}
