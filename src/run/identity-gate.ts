/**
 * Decides which of several files with the same bytes is read and which are its duplicates: the first in the order of the
 * run is read, however the workers' timing falls out. Each file waits here until all files before it are identified,
 * which takes no longer than reading them from the disk.
 */

/** The gate that every file of a run passes once it is identified. */
export interface IdentityGate {
  /**
   * Notes the bytes of the file at a position; to be called for every position, once it is known or known to fail.
   *
   * @param sha256 - Absent for a file that cannot be anyone's duplicate.
   * @returns When all files before it have passed: the position of the first file with the same bytes, or `undefined`.
   */
  readonly pass: (position: number, sha256?: string) => Promise<number | undefined>;
}

/** Makes a gate for positions from 0. */
export function createIdentityGate(): IdentityGate {
  const firstWith = new Map<string, number>();
  const waiting = new Map<number, () => void>();
  let next = 0;
  return {
    pass: (position, sha256) =>
      new Promise((resolve) => {
        if (position < next || waiting.has(position)) {
          resolve(undefined);
          return;
        }
        waiting.set(position, () => {
          const first = sha256 === undefined ? undefined : firstWith.get(sha256);
          if (sha256 !== undefined && first === undefined) firstWith.set(sha256, position);
          resolve(first);
        });
        for (let settle = waiting.get(next); settle !== undefined; settle = waiting.get(next)) {
          waiting.delete(next++);
          settle();
        }
      }),
  };
}
