/** The texts that guests get unless the user writes others: short, plain, and without anything that a channel would reject. */
import type { GuestLanguage } from '../../../domain/told.ts';
import { COMPLETE } from './complete.ts';
import { DRAFTS } from './drafts.ts';
import type { LanguageTexts } from './language-texts.ts';

export const BUILT_IN: Readonly<Record<GuestLanguage, LanguageTexts>> = { ...COMPLETE, ...DRAFTS };
