/** The window's one polite live region: what came of an action, said once and shown for a moment. */

export interface Announcement {
  readonly text: string;
  /** Grows with each, so that the same words twice are said twice. */
  readonly number: number;
}
/** How long it is shown. Long enough to be read twice. */
export const ANNOUNCED_MS = 7_000;

export function Announcer({ announcement }: { readonly announcement: Announcement | null }) {
  return (
    <div class="announcer" role="status" aria-live="polite">
      {announcement !== null && (
        <p class="toast" key={announcement.number}>
          {announcement.text}
        </p>
      )}
    </div>
  );
}
