/** A part of the page under its own heading, which a link from outside can bring into view. */
import type { ComponentChildren } from 'preact';

export function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export function Trouble({ message }: { message: string | null }) {
  return message === null ? null : (
    <p role="alert" class="trouble">
      {message}
    </p>
  );
}
