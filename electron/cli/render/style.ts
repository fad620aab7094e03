/** How text looks on the terminal at hand. Handed to the renderers, which are pure. */
import { styleText } from 'node:util';

export type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'strong';

export interface Style {
  /** Columns to fill at most. */
  readonly width: number;
  paint(tone: Tone, text: string): string;
}

const FORMATS = { good: 'green', warn: 'yellow', bad: 'red', quiet: 'dim', strong: 'bold' } as const;

/** Narrower tables cannot be read, and wider ones are hard to follow. */
const LEAST_WIDTH = 60;
const MAX_WIDTH = 120;
const USUAL_WIDTH = 100;

/** `columns` is the terminal's width; undefined when there is none. */
export function makeStyle(columns: number | undefined, hasColour: boolean): Style {
  return {
    width: Math.min(Math.max(columns ?? USUAL_WIDTH, LEAST_WIDTH), MAX_WIDTH),
    // Colour was decided by the caller; the function's own look at the stream would overrule it.
    paint: (tone, text) => (hasColour && text !== '' ? styleText(FORMATS[tone], text, { validateStream: false }) : text),
  };
}

/** Colours on a terminal, unless NO_COLOR is there and not empty (no-color.org), or the terminal is dumb. */
export function wantsColour(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  return isTerminal && (environment.NO_COLOR ?? '') === '' && environment.TERM !== 'dumb';
}
