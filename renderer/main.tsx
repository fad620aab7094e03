/** Starts the window's page. */
import { render } from 'preact';
import { windowBridge } from './lib/bridge.ts';
import { goTo } from './lib/goto.ts';
import { startStore } from './lib/store.ts';
import { Page } from './views/page.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no place for the app.');
const bridge = windowBridge();
const store = await startStore({
  bridge,
  // Once the page is drawn: the place has to be there.
  onGoto: (target) => void requestAnimationFrame(() => goTo(target)),
});
render(<Page store={store} bridge={bridge} />, root);
