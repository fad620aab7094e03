/** What the bundler provides: `MODE` is "production", or "pseudo" in a build for tests. */
interface ImportMeta {
  readonly env: { readonly MODE: string };
}
