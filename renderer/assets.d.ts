/** What the bundler lets the window import and ask besides code. */
declare module '*.css';
interface ImportMeta {
  /** `MODE`: "production", or "pseudo" in a build for tests. */
  readonly env: { readonly MODE: string };
}
