/** Starts the window's page: listens, reads the snapshot, loads the words of its language, draws. */
import { render } from 'preact';
import { windowBridge } from './lib/bridge.ts';
import { PendingNavigation } from './lib/goto.ts';
import { startStore } from './lib/store.ts';
import { loadTexts } from './lib/texts.ts';
import { NoAnswer } from './views/shell/no-answer.tsx';
import { Root } from './views/shell/root.tsx';
import { homeOf, ViewLoader } from './views/shell/view-loader.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no place for the app.');
const bridge = windowBridge();
const goto = new PendingNavigation();
const shelf = new ViewLoader();
// Most often it is this one: its code comes while main is still asked.
void shelf.load('arrivals');
const store = await startStore({ bridge, onGoto: (target) => goto.put(target) });
const snapshot = store.get();
if (snapshot === null) {
  const t = await loadTexts({ language: 'en', locale: navigator.language, theme: 'system' });
  render(<NoAnswer t={t} />, root);
} else {
  const route = goto.take() ?? homeOf(snapshot);
  const [t, isThere] = await Promise.all([loadTexts(snapshot.appearance), shelf.load(route.view)]);
  if (isThere) render(<Root bridge={bridge} store={store} goto={goto} first={{ snapshot, t, route }} shelf={shelf} />, root);
  else render(<NoAnswer t={t} />, root);
}
