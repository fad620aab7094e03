/** What is found while the user types, from the third letter on. A number is searched for from its first digit. */
import { useEffect, useState } from 'preact/hooks';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';

type Found = CallOutput<'door.find'>;
const MIN_LETTERS = 3;

interface Search {
  /** null: nothing was searched for. The last result stays while the next letter is searched for. */
  readonly found: Found | null;
  readonly error: IpcError | null;
}
export function useFound(typed: string): Search {
  const { bridge } = useApp();
  const [search, setSearch] = useState<Search>({ found: null, error: null });
  const text = typed.trim();
  const isEnough = text.length >= MIN_LETTERS || /^\d+$/.test(text);
  useEffect(() => {
    if (!isEnough) {
      setSearch({ found: null, error: null });
      return;
    }
    let isCurrent = true;
    void bridge.call('door.find', { text }).then((answer) => {
      if (isCurrent) setSearch(answer.ok ? { found: answer.value, error: null } : { found: null, error: answer.error });
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, text, isEnough]);
  return search;
}
