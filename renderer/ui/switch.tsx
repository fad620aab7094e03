/** A switch: something that is on or off. What a click does is the caller's: it may ask first. */
export interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly isBusy?: boolean;
  readonly describedBy?: string;
  readonly onClick: () => void;
}
export function Switch({ label, isOn, isBusy = false, describedBy, onClick }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-label={label}
      aria-checked={isOn}
      aria-busy={isBusy ? 'true' : undefined}
      aria-describedby={describedBy}
      onClick={() => {
        if (!isBusy) onClick();
      }}
    />
  );
}
