/** axe-core in a page: what it finds there, in a line each. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface PageAxe {
  run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** Into the page as it is now; a page that is opened again needs it again. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source);
}

/** `only`: these rules and no other. `without`: every rule but these. */
export async function axeFindings(page: Page, rules: { readonly only?: readonly string[]; readonly without?: readonly string[] } = {}) {
  const { only, without = [] } = rules;
  const options = {
    resultTypes: ['violations'],
    ...(only === undefined ? {} : { runOnly: { type: 'rule', values: only } }),
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  };
  return page.evaluate(async (wanted) => {
    const { violations } = await (globalThis as unknown as { axe: PageAxe }).axe.run(document, wanted);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} — ${failureSummary.replaceAll(/\s+/g, ' ')}`),
    );
  }, options);
}
