/** Which part of the settings page is read: marked in the navigation beside it. Pure. */

export interface SectionPlace<Id> {
  readonly id: Id;
  /** From the top of what is visible. */
  readonly topPx: number;
}

/** A section is read from when its heading comes this near to the top. */
const NEAR_TOP_PX = 96;

/** The last one whose heading has reached the top; at the end of the page the last one, which never gets there. */
export function currentSection<Id>(sections: readonly SectionPlace<Id>[], isAtEnd: boolean): Id | null {
  const reached = sections.filter(({ topPx }) => topPx <= NEAR_TOP_PX);
  return (isAtEnd ? sections.at(-1) : (reached.at(-1) ?? sections[0]))?.id ?? null;
}
