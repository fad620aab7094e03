/** The history view. */
import type { history as english } from '../en/history.ts';
import type { Translated } from '../message.ts';

export const history: Translated<typeof english> = {};
