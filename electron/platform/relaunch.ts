/** With what the app starts anew. Pure. */
import { HIDDEN_ARGUMENT } from './autostart-types.ts';

/** Opens the window also where the app would stay in the tray: whoever asked for a start anew was looking at it. */
export const WINDOW_ARGUMENT = '--window';

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

/** Every word of the demo goes (see electron/demo/demo-arguments.ts); what else was given stays. */
export function relaunchCommand({ isDemo }: { readonly isDemo: boolean }, { argv, env }: RelaunchFacts): RelaunchCommand {
  const kept = argv.slice(1).filter((word) => !/^--demo(=|-|$)/.test(word) && word !== HIDDEN_ARGUMENT && word !== WINDOW_ARGUMENT);
  const args = [...kept, isDemo ? '--demo' : WINDOW_ARGUMENT];
  const image = env.APPIMAGE ?? '';
  // An AppImage is unmounted when it ends, and its program with it: what can be started again is the image.
  return image === '' ? { args } : { args, execPath: image };
}
