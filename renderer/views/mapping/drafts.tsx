/** What the user has begun and not saved: kept while the window shows another view, gone when it closes. */
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type { MappingWork } from './mapping-work.ts';

/** One entry per view that keeps something. */
export interface Drafts {
  readonly mapping?: MappingWork;
}

export class DraftBox {
  #drafts: Drafts = {};
  readonly #listeners = new Set<() => void>();

  get(): Drafts {
    return this.#drafts;
  }
  set(change: Drafts): void {
    this.#drafts = { ...this.#drafts, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

export const DraftContext = createContext<DraftBox | null>(null);

/** What is kept now, and how to change it. Where nobody keeps drafts for all views, the view keeps its own. */
export function useDrafts(): readonly [Drafts, (change: (before: Drafts) => Drafts) => void] {
  const given = useContext(DraftContext);
  const [own] = useState(() => new DraftBox());
  const box = given ?? own;
  const [drafts, setDrafts] = useState(box.get());
  useEffect(() => {
    setDrafts(box.get());
    return box.subscribe(() => setDrafts(box.get()));
  }, [box]);
  const change = useCallback((next: (before: Drafts) => Drafts) => box.set(next(box.get())), [box]);
  return [drafts, change];
}
