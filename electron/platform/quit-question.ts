/** Asks in a native message box whether to quit. */
import { dialog } from 'electron';
import type { MessageBoxOptions } from 'electron';
import type { QuitQuestion } from '../app/desktop/ports.ts';
import type { Timers } from '../app/ports/schedule.ts';
import type { MainWindow } from './window.ts';

/** After so long, the box is shown without its window. */
const WINDOW_CAP_MS = 5_000;
const QUIT = 0;
const KEEP_RUNNING = 1;

/**
 * It belongs to the window, which is opened for it: without one, macOS blocks the whole program until the answer, and with it the syncs.
 * Return and Escape keep the program running, which is the answer that harms no guest.
 */
export async function askWhetherToQuit(question: QuitQuestion, window: Pick<MainWindow, 'shown'>, timers: Timers): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'question',
    title: question.title,
    message: question.title,
    detail: question.body,
    buttons: [question.quit, question.keepRunning],
    defaultId: KEEP_RUNNING,
    cancelId: KEEP_RUNNING,
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
  return response === QUIT;
}
