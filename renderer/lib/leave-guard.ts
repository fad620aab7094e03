/** Asks before the user leaves a view or panel that has unsaved changes. */
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from './app.ts';
import type { Confirmation } from './app.ts';

/** null: nothing would be lost. A yes leaves, and what was not saved is gone with the view. */
export function useLeaveGuard(question: Confirmation | null): void {
  useGuard(useApp().leaveGuard, question);
}
/** The same of what the side panel shows. */
export function usePanelGuard(question: Confirmation | null): void {
  useGuard(useApp().panelGuard, question);
}

function useGuard(guard: { current: Confirmation | null }, question: Confirmation | null): void {
  useLayoutEffect(() => {
    guard.current = question;
    return () => {
      guard.current = null;
    };
  });
}
