/** The window's one polite live region: shows the result of an action for a moment, and screen readers read it once. */

export interface Announcement {
  readonly text: string;
  /** Grows with each announcement, so that the same text twice is read twice. */
  readonly number: number;
}
/** Long enough to be read twice. */
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
