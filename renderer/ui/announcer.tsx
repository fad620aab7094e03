/** The toast: the window's one polite live region. It shows the result of an action for a moment, with Undo where that is possible. */
import { useApp } from '../lib/app.ts';
import type { ToastText } from '../lib/app.ts';
import { Button } from './button.tsx';

export interface Announcement {
  /** Empty: nothing is shown. */
  readonly text: ToastText;
  readonly undo: (() => void) | null;
  /** Grows with each announcement, so that the same text twice is read twice. */
  readonly number: number;
}
/** Long enough to be read twice. */
const ANNOUNCED_MS = 4_000;
/** Long enough to find the button by keyboard. */
const UNDO_OFFERED_MS = 10_000;

export function announcedForMs({ undo }: Announcement): number {
  return undo === null ? ANNOUNCED_MS : UNDO_OFFERED_MS;
}

export function Announcer({ announcement, onUndone }: { readonly announcement: Announcement | null; readonly onUndone: () => void }) {
  const { t } = useApp();
  const undo = announcement?.undo ?? null;
  return (
    <div class="announcer" role="status" aria-live="polite">
      {announcement !== null && announcement.text !== '' && (
        <div class="toast" key={announcement.number}>
          <p>{typeof announcement.text === 'string' ? announcement.text : announcement.text(t)}</p>
          {undo !== null && (
            <Button
              kind="quiet"
              onClick={() => {
                onUndone();
                undo();
              }}
            >
              {t('common.undo')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
