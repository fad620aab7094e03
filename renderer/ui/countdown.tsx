/** A ring that empties while something is shown for a while, with the seconds that are left in words. */
export interface CountdownProps {
  readonly left: number;
  readonly of: number;
  readonly text: string;
}
export function Countdown({ left, of, text }: CountdownProps) {
  return (
    <span class="countdown small quiet-text">
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <circle cx="10" cy="10" r="8" class="ring-whole" pathLength={of} />
        <circle cx="10" cy="10" r="8" class="ring-left" pathLength={of} stroke-dasharray={`${String(left)} ${String(of)}`} />
      </svg>
      {text}
    </span>
  );
}
