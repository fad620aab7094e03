/** Whether the user has to say first whether something is right: nobody is told anything before. Pure. */
import type { PlanInput } from '../domain/plan.ts';
import { isOtherAccount } from '../reconcile/trust/accounts.ts';

export function isDoubtful({ settings, wishes, accounts, memory }: PlanInput): boolean {
  return settings.recovery !== 'none' || wishes.recovery !== 'none' || isOtherAccount({ accounts, memory });
}
