/** What a run would change, shown before it does. */
import type { preview as english } from '../en/preview.ts';
import type { Translated } from '../message.ts';

export const preview: Translated<typeof english> = {};
