/** Before the tests of a project start: unpacks the bundled browser, which several processes would otherwise do at the same time. */
import { findBrowser } from './browser.ts';

export default async function prepareBrowser(): Promise<void> {
  // Without any browser the tests that need one say so themselves.
  await findBrowser().catch(() => undefined);
}
