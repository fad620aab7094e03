/** One line on standard error that says what a run is doing; nothing where standard error is not a terminal. */
import type { RunProgress } from '../../shared/domain/run.ts';
import type { Terminal } from './terminal.ts';

const ERASE_LINE = '\r\u001b[2K';

const PHASES: Readonly<Record<RunProgress['phase'], string>> = {
  bookings: 'Reading bookings',
  codes: 'Reading locks',
  plan: 'Planning',
  apply: 'Writing codes',
  verify: 'Checking the locks',
  done: '',
};

/** "Reading locks 3/12"; "" when there is nothing to show. */
export function describeProgress({ phase, done, total }: RunProgress): string {
  const text = PHASES[phase];
  return text === '' || total <= 1 ? text : `${text} ${String(Math.min(done, total))}/${String(total)}`;
}

export function createProgressLine(terminal: Terminal) {
  let shown = '';
  const show = (text: string): void => {
    if (!terminal.showsProgress || text === shown) return;
    terminal.writeError(text === '' ? ERASE_LINE : `${ERASE_LINE}${text} …`);
    shown = text;
  };
  return {
    update: (progress: RunProgress) => show(describeProgress(progress)),
    say: (text: string) => show(text),
    /** Before anything else is printed. */
    clear: () => show(''),
  };
}
