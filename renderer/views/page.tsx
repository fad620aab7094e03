/** The page: one column, most pressing first. */
import { useEffect, useState } from 'preact/hooks';
import type { Bridge } from '../lib/bridge.ts';
import type { SnapshotStore } from '../lib/store.ts';
import { Accounts } from './accounts.tsx';
import { Arrivals } from './arrivals.tsx';
import { Attention } from './attention.tsx';
import { History } from './history.tsx';
import { Overview } from './overview.tsx';
import { Schedule } from './schedule.tsx';

export function Page({ store, bridge }: { store: SnapshotStore; bridge: Bridge }) {
  const [snapshot, setSnapshot] = useState(store.get());
  useEffect(() => store.subscribe(() => setSnapshot(store.get())), [store]);
  if (snapshot === null) return <p role="alert">The app does not answer. Close this window and open it again.</p>;
  const parts = { snapshot, bridge };
  return (
    <main>
      <h1>Latchkey</h1>
      <Overview {...parts} />
      <Attention {...parts} />
      <Arrivals {...parts} />
      <Accounts {...parts} />
      <Schedule bridge={bridge} />
      <History {...parts} />
      <footer>Version {snapshot.version}</footer>
    </main>
  );
}
