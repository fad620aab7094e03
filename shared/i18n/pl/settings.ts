/** The settings view. */
import type { settings as english } from '../en/settings.ts';
import type { Translated } from '../message.ts';

export const settings: Translated<typeof english> = {};
