/** Takes a file as text: dropped, or chosen by the button, which works by keyboard, too. */
import { useId, useRef, useState } from 'preact/hooks';
import { readFile } from '../lib/read-file.ts';
import type { FileText } from '../lib/read-file.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface FileDropProps {
  /** What to drop here. */
  readonly label: string;
  /** On the button. */
  readonly choose: string;
  /** Extensions offered, for instance ".json". */
  readonly accept: string;
  readonly isBusy: boolean;
  readonly onFile: (file: FileText) => void;
}
export function FileDrop({ label, choose, accept, isBusy, onFile }: FileDropProps) {
  const labelId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (file: File | null | undefined): void => {
    if (file !== null && file !== undefined && !isBusy) void readFile(file).then(onFile);
  };
  return (
    <div
      class={isOver ? 'file-drop row over' : 'file-drop row'}
      role="group"
      aria-labelledby={labelId}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <Icon name="upload" />
      <p id={labelId}>{label}</p>
      <Button isBusy={isBusy} describedBy={labelId} onClick={() => input.current?.click()}>
        {choose}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          // So that the same file, corrected, can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
