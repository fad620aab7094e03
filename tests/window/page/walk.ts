/** Runs in the page: what the Tab key should reach, what it has reached, and whether one sees it. Uses nothing from outside. */

export interface WalkStep {
  /** The element in a few words; null: the focus is nowhere. */
  readonly at: string | null;
  /** Stands after the element before, in the order of the page. */
  readonly isInOrder: boolean;
  readonly isVisible: boolean;
  /** Was there before: the walk has come round. */
  readonly isKnown: boolean;
}

/** Looks where the focus is now, and remembers it. */
export function walkStep(): WalkStep {
  const page = globalThis as unknown as { latchkeyWalk?: { last: Element | null; seen: WeakSet<Element> } };
  const walk = (page.latchkeyWalk ??= { last: null, seen: new WeakSet() });
  const here = document.activeElement;
  if (here === null || here === document.body || here === document.documentElement) {
    return { at: null, isInOrder: true, isVisible: true, isKnown: false };
  }
  const { last } = walk;
  // A field for a time has several places to stop at.
  const isKnown = here !== last && walk.seen.has(here);
  const isInOrder =
    last === null || last === here || !last.isConnected || (last.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const style = getComputedStyle(here);
  const box = here.getBoundingClientRect();
  const isOnScreen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  const isVisible =
    isOnScreen && here.matches(':focus-visible') && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
  walk.last = here;
  walk.seen.add(here);
  const words = (here.getAttribute('aria-label') ?? here.textContent).trim().slice(0, 60);
  return { at: `<${here.localName} class="${here.className}"> ${words}`, isInOrder, isVisible, isKnown };
}

/** Everything that can be worked with and that the walk has not come to. */
export function leftOut(): readonly string[] {
  const { seen } = (globalThis as unknown as { latchkeyWalk?: { seen: WeakSet<Element> } }).latchkeyWalk ?? {
    seen: new WeakSet<Element>(),
  };
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  const wanted = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]';
  return [...(dialog ?? document).querySelectorAll<HTMLElement>(wanted)]
    .filter((element) => element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => {
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      // One radio button stands for its group.
      const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter((other) => other.name === element.name);
      return group.some((other) => other.checked) ? element.checked : !group.some((other) => seen.has(other));
    })
    .filter((element) => !seen.has(element))
    .map((element) => `<${element.localName}> ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60)}`);
}

/** Back to the top of the page, or of the dialog that covers it, with nothing walked. */
export function beginWalk(): void {
  Object.assign(globalThis, { latchkeyWalk: undefined });
  // Tab goes on from where one was last, even when that is gone.
  const top = document.createElement('span');
  top.tabIndex = -1;
  ([...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body).prepend(top);
  top.focus();
  top.remove();
}
