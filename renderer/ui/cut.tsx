/** A name in one line: cut with an ellipsis where it does not fit, and whole in its tooltip. */

export function Cut({ text, class: className = '' }: { readonly text: string; readonly class?: string }) {
  return (
    <span class={`cut ${className}`} title={text}>
      {text}
    </span>
  );
}
