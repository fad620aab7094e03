/** Starts the window's page: reads the snapshot, loads the texts of its language, and draws. */
import { render } from 'preact';
import { chooseLanguage } from '../shared/i18n/languages.ts';
import { windowBridge } from './lib/bridge.ts';
import { PendingNavigation } from './lib/pending-navigation.ts';
import { startStore } from './lib/store.ts';
import { loadFirstWords, loadWords } from './lib/texts.ts';
import { NoAnswer, Root } from './views/shell/root.tsx';
import { homeOf, ViewLoader } from './views/shell/view-loader.tsx';

const page = document.getElementById('app');
if (page === null) throw new Error('The page has no element with the id "app".');
const bridge = windowBridge();
const navigation = new PendingNavigation();
const views = new ViewLoader();
// Most windows open with these: they load while main prepares the snapshot, which says what it is to be.
void views.load('today');
void loadFirstWords(chooseLanguage('system', navigator.languages)).catch(() => undefined);
const store = await startStore({ bridge, onGoto: (target) => navigation.put(target) });
const snapshot = store.get();
if (snapshot === null) {
  const { t } = await loadFirstWords({ language: 'en', locale: navigator.language });
  render(<NoAnswer t={t} />, page);
} else {
  const route = navigation.take() ?? homeOf(snapshot);
  const load = route.view === 'today' ? loadFirstWords : loadWords;
  const [words, isLoaded] = await Promise.all([load(snapshot.appearance), views.load(route.view)]);
  const first = { snapshot, words, route };
  render(
    isLoaded ? <Root bridge={bridge} store={store} navigation={navigation} views={views} first={first} /> : <NoAnswer t={words.t} />,
    page,
  );
}
