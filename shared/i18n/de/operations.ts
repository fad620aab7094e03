/** Operations in words. */
import type { operations as english } from '../en/operations.ts';
import type { Translated } from '../message.ts';

export const operations: Translated<typeof english> = {};
