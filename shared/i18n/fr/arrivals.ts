/** The arrivals view. */
import type { arrivals as english } from '../en/arrivals.ts';
import type { Translated } from '../message.ts';

export const arrivals: Translated<typeof english> = {};
