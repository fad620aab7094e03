/** Runs in the page: what is cut off or sticks out at this width. A name may be, where its control says it in full. Uses nothing from outside. */

export function cutOff(): readonly string[] {
  const describe = (element: Element): string =>
    `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.trim().slice(0, 60)}`;
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) found.push(`the page scrolls sideways: ${String(root.scrollWidth)} > ${String(innerWidth)}`);
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (element.closest('.visually-hidden, svg') !== null || !element.checkVisibility({ visibilityProperty: true })) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const isWide = element.scrollWidth > element.clientWidth + 1;
    const isTall = element.scrollHeight > element.clientHeight + 1;
    if (element.localName === 'main' && isWide)
      found.push(`the view scrolls sideways: ${String(element.scrollWidth)} > ${String(element.clientWidth)}`);
    const named = element.closest('[aria-label], [title]');
    const isSaidInFull = `${named?.getAttribute('aria-label') ?? ''} ${named?.getAttribute('title') ?? ''}`.includes(
      element.textContent.trim(),
    );
    if (named !== null && isSaidInFull) continue;
    const isClipped = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
    if (isClipped(overflowX) && isWide && element.clientWidth > 0) found.push(`cut off: ${describe(element)}`);
    else if (isClipped(overflowY) && isTall && element.clientHeight > 0) found.push(`cut off below: ${describe(element)}`);
    else if (element.matches('button, .badge, .nav-item, label, summary') && isWide && element.clientWidth > 0)
      found.push(`words stick out: ${describe(element)}`);
  }
  return found;
}
