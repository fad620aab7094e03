/** The mapping as the user edits it: kept while the window shows another view, gone when it closes. */
import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import type { StateUpdater } from 'preact/hooks';
import { useContext, useState } from 'preact/hooks';
import type { MappingWork } from './mapping-work.ts';

type Kept = readonly [work: MappingWork | null, setWork: (update: StateUpdater<MappingWork | null>) => void];
const DraftContext = createContext<Kept | null>(null);

export function MappingDraftProvider({ children }: { readonly children: ComponentChildren }) {
  return <DraftContext.Provider value={useState<MappingWork | null>(null)}>{children}</DraftContext.Provider>;
}

/** null until the mapping was read. */
export function useMappingDraft(): Kept {
  const kept = useContext(DraftContext);
  if (kept === null) throw new Error('useMappingDraft() works only below MappingDraftProvider.');
  return kept;
}
