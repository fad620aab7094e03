/** Runs in the page: what the Tab key should reach, what it has reached, and whether one sees it. Uses nothing from outside. */

export interface WalkReport {
  readonly outOfOrder: readonly string[];
  readonly unseen: readonly string[];
  /** The walk has come round, or left the page behind the last control. */
  readonly isOver: boolean;
}
interface Walk {
  last: Element | null;
  readonly seen: WeakSet<Element>;
  readonly outOfOrder: string[];
  readonly unseen: string[];
  isOver: boolean;
}

/** Back to the top of the page, or of the dialog that covers it; from here on every step is written down. */
export function beginWalk(): void {
  const page = globalThis as unknown as { latchkeyWalk?: Walk; latchkeyStep?: () => void };
  const walk: Walk = { last: null, seen: new WeakSet(), outOfOrder: [], unseen: [], isOver: false };
  page.latchkeyWalk = walk;
  // Tab goes on from where one was last, even when that is gone.
  const top = document.createElement('span');
  top.tabIndex = -1;
  ([...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body).prepend(top);
  top.focus();
  top.remove();

  // When the key is let go, the focus and what it scrolled have moved.
  if (page.latchkeyStep !== undefined) removeEventListener('keyup', page.latchkeyStep, true);
  page.latchkeyStep = () => {
    const here = document.activeElement;
    if (walk.isOver || here === null || here === document.documentElement) return;
    const { last } = walk;
    // A field for a time has several places to stop at.
    if (here === last) return;
    if (here === document.body || walk.seen.has(here)) {
      walk.isOver = last !== null;
      return;
    }
    const words = `<${here.localName} class="${here.className}"> ${(here.getAttribute('aria-label') ?? here.textContent).trim().slice(0, 60)}`;
    if (last?.isConnected === true && (last.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) === 0)
      walk.outOfOrder.push(words);
    const style = getComputedStyle(here);
    const box = here.getBoundingClientRect();
    const isOnScreen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    const isRinged = here.matches(':focus-visible') && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
    if (!isOnScreen || !isRinged) walk.unseen.push(words);
    walk.last = here;
    walk.seen.add(here);
  };
  addEventListener('keyup', page.latchkeyStep, true);
}

export function walkReport(): WalkReport {
  const { latchkeyWalk: walk } = globalThis as unknown as { latchkeyWalk?: Walk };
  if (walk === undefined) throw new Error('The walk has not begun.');
  return { outOfOrder: walk.outOfOrder, unseen: walk.unseen, isOver: walk.isOver };
}

/** Everything that can be worked with and that the walk has not come to. */
export function leftOut(): readonly string[] {
  const seen = (globalThis as unknown as { latchkeyWalk?: Walk }).latchkeyWalk?.seen ?? new WeakSet<Element>();
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
