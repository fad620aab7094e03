/** With what the app starts again. Pure. */
import { HIDDEN_ARGUMENT } from './autostart-types.ts';

/** Opens the window also where the app would stay in the tray: whoever asked for a start again was looking at it. */
export const WINDOW_ARGUMENT = '--window';

/** It was started by the one before, which had met an error. */
export const AFTER_CRASH_ARGUMENT = '--after-crash';

export interface RelaunchFacts {
  /** `process.argv`. Unpackaged, the main module is its second entry and has to stay. */
  readonly argv: readonly string[];
  /** APPIMAGE is read. */
  readonly env: Readonly<Record<string, string | undefined>>;
}
export interface RelaunchCommand {
  readonly args: string[];
  readonly execPath?: string;
}

export type RelaunchWish = { readonly isDemo: boolean } | 'after-crash';

/** Every word of the demo goes (see electron/demo/demo-arguments.ts); what else was given stays. After an error, all does. */
export function relaunchCommand(wish: RelaunchWish, { argv, env }: RelaunchFacts): RelaunchCommand {
  const given = argv.slice(1).filter((word) => ![HIDDEN_ARGUMENT, WINDOW_ARGUMENT, AFTER_CRASH_ARGUMENT].includes(word));
  const args =
    wish === 'after-crash'
      ? [...given, HIDDEN_ARGUMENT, AFTER_CRASH_ARGUMENT]
      : [...given.filter((word) => !/^--demo(=|-|$)/.test(word)), wish.isDemo ? '--demo' : WINDOW_ARGUMENT];
  const image = env.APPIMAGE ?? '';
  // An AppImage is unmounted when it ends, and its program with it: what can be started again is the image.
  return image === '' ? { args } : { args, execPath: image };
}
