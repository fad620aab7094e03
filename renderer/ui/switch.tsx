/** A switch: something that is on or off. What a click does is the caller's: it may ask first. */
export interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly id?: string;
  readonly isBusy?: boolean;
  /** It cannot be used; `describedBy` says why. */
  readonly isDisabled?: boolean;
  readonly describedBy?: string | undefined;
  readonly onClick: () => void;
}
export function Switch({ label, isOn, id, isBusy = false, isDisabled = false, describedBy, onClick }: SwitchProps) {
  return (
    <button
      type="button"
      id={id}
      role="switch"
      class="switch"
      aria-label={label}
      aria-checked={isOn}
      aria-disabled={isDisabled ? 'true' : undefined}
      aria-busy={isBusy ? 'true' : undefined}
      aria-describedby={describedBy}
      onClick={() => {
        if (!isBusy && !isDisabled) onClick();
      }}
    />
  );
}
