/** Everything the window says, in English: the keys and placeholders that every language has. */
import { firstWords } from './en/first-words.ts';
import { moreWords } from './en/more-words.ts';

export const windowCatalogue = { ...firstWords, ...moreWords } as const;
