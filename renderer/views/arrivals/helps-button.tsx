/** The one button beside a trouble. */
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import type { Help } from './helps.ts';
import type { Sync } from './use-sync.ts';

export interface HelpButtonProps {
  readonly help: Help;
  readonly sync: Sync;
  /** Down to what waits: one of it, or all. */
  readonly onShowHold?: (key: string | null) => void;
  readonly describedBy: string;
}
export function HelpButton({ help, sync, onShowHold, describedBy }: HelpButtonProps) {
  const { t, go } = useApp();
  const isBusy = help.kind === 'sync' && sync.isBusy;
  return (
    <Button
      describedBy={describedBy}
      isBusy={isBusy}
      {...(help.kind === 'sync' ? { icon: 'sync' as const } : {})}
      onClick={() => {
        if (help.kind === 'go') go(help.target);
        else if (help.kind === 'sync') sync.start();
        else onShowHold?.(help.key);
      }}
    >
      {t(`arrivals.help-${help.word}`)}
    </Button>
  );
}
