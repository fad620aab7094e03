/** Runs in the page: every text a user can read or hear, with where it stands. Uses nothing from outside. */

export interface PageText {
  readonly where: string;
  readonly text: string;
}

export function pageTexts(): readonly PageText[] {
  const texts: PageText[] = [];
  const describe = (element: Element): string => `<${element.localName} class="${element.getAttribute('class') ?? ''}">`;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.textContent ?? '').trim();
    // Raw messages stand under "Details" and are nobody's words. A toast stays in the language it was said in.
    if (element !== null && text !== '' && element.closest('script, style, .raw, .toast') === null)
      texts.push({ where: describe(element), text });
  }
  for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'placeholder', 'title', 'alt']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      texts.push({ where: `${describe(element)} ${name}`, text: element.getAttribute(name)?.trim() ?? '' });
    }
  }
  return texts;
}
