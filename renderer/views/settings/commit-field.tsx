/** A typed setting that is saved when the field is left, or by Enter; a value that cannot be saved stays in the field with the reason. */
import { useEffect, useState } from 'preact/hooks';
import { TextField } from '../../ui/field.tsx';
import type { TextFieldProps } from '../../ui/field.tsx';
import { useEffectEvent } from '../../lib/use-effect-event.ts';

export interface CommitFieldProps<V> extends Omit<TextFieldProps, 'value' | 'error' | 'onInput'> {
  readonly saved: string;
  /** null: not a value that can be saved. */
  readonly read: (text: string) => V | null;
  /** Why it cannot be saved. */
  readonly wrong: string;
  /** With each letter. */
  readonly onTyped?: (text: string) => void;
  readonly onCommit: (value: V) => void;
}
export function CommitField<V>({ saved, read, wrong, onTyped, onCommit, ...field }: CommitFieldProps<V>) {
  /** null while the saved value is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  const commit = (): void => {
    setLeft(true);
    const value = typed === null ? null : read(typed);
    if (value === null) return;
    setTyped(null);
    if (typed !== saved) onCommit(value);
  };
  const leave = useEffectEvent(commit);
  // A page that is left by a shortcut takes the field away without a blur.
  useEffect(() => () => leave(), []);
  const text = typed ?? saved;
  return (
    <div
      class="setting"
      onFocusOut={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    >
      <TextField
        {...field}
        value={text}
        error={isLeft && read(text) === null ? wrong : null}
        onInput={(next) => {
          setLeft(false);
          setTyped(next);
          onTyped?.(next);
        }}
      />
    </div>
  );
}
