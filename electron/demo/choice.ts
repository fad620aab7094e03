/** Switches, some of which have a closed set of values. */

class Choice<Value> {
  readonly values: readonly [Value, ...Value[]];
  constructor(values: readonly [Value, ...Value[]]) {
    this.values = values;
  }
}

/** The first value is the default. */
export function choice<const Value>(...values: readonly [Value, ...Value[]]): Choice<Value> {
  return new Choice(values);
}

type Defaults<Switches> = { readonly [Name in keyof Switches]: Switches[Name] extends Choice<infer Value> ? Value : Switches[Name] };

export function defaultsOf<Switches extends object>(switches: Switches): Defaults<Switches> {
  return Object.fromEntries(
    Object.entries(switches).map(([name, value]: [string, unknown]) => [name, value instanceof Choice ? value.values[0] : value]),
  ) as Defaults<Switches>;
}

/** null: any value. */
export function choicesOf(of: unknown): readonly unknown[] | null {
  return of instanceof Choice ? of.values : null;
}
