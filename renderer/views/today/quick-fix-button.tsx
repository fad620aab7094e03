/** The button beside a problem that leads to its fix. */
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import type { QuickFix } from './quick-fixes.ts';
import type { Sync } from '../shell/use-sync.ts';

export interface QuickFixButtonProps {
  readonly fix: QuickFix;
  readonly sync: Sync;
  /** Scrolls to one operation that waits for the user, or to all of them. */
  readonly onShowHold?: (key: string | null) => void;
  readonly describedBy: string;
}
export function QuickFixButton({ fix, sync, onShowHold, describedBy }: QuickFixButtonProps) {
  const { t, go } = useApp();
  return (
    <Button
      describedBy={describedBy}
      isBusy={fix.kind === 'sync' && sync.isBusy}
      icon={fix.kind === 'sync' ? 'sync' : undefined}
      onClick={() => {
        if (fix.kind === 'go') go(fix.target);
        else if (fix.kind === 'sync') sync.start();
        else onShowHold?.(fix.key);
      }}
    >
      {t(`arrivals.help-${fix.label}`)}
    </Button>
  );
}
