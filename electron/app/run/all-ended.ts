/** Work of one run that goes on at the same time, and is over when the run is. */

/** Waits for all of it. The first error stops the rest and is thrown once everything has ended, so that nothing goes on afterwards. */
export async function allEnded<const W extends readonly unknown[]>(
  work: W,
  stop: () => void,
): Promise<{ -readonly [K in keyof W]: Awaited<W[K]> }> {
  await Promise.all(work.map((one) => Promise.resolve(one).then(undefined, stop)));
  return Promise.all(work);
}
