/** Makes a type read-only at every depth. For types that zod infers, which are writable. */
export type Immutable<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? readonly Immutable<E>[]
    : { readonly [K in keyof T]: Immutable<T[K]> };
