/** Asks before the user leaves a view that has unsaved changes. */
import { useEffect } from 'preact/hooks';
import { useApp } from './app.ts';
import type { Confirmation } from './app.ts';

/** null: nothing would be lost. A yes leaves, and what was not saved is gone with the view. */
export function useLeaveGuard(question: Confirmation | null): void {
  const { leaveGuard } = useApp();
  useEffect(() => {
    leaveGuard.current = question;
    return () => {
      leaveGuard.current = null;
    };
  });
}
