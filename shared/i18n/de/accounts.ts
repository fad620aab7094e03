/** Connecting the accounts. */
import type { accounts as english } from '../en/accounts.ts';
import type { Translated } from '../message.ts';

export const accounts: Translated<typeof english> = {};
