/**
 * Names the arguments of a run, so that every file gets a `source_path` of its own.
 *
 * An argument is called by its base name. Where two distinct arguments share one (`2022/区/` and `2023/区/`), each of
 * them takes on as many parent folders as it needs to be told from the others (`2022/区`, `2023/区`). The names depend
 * on the set of arguments, never on their order.
 */
import { sep } from 'node:path';

/**
 * Makes distinct names for distinct absolute paths.
 *
 * @returns One name a path, in the order given; `/`-separated; empty for the root of the file system.
 */
export function nameArguments(absolutePaths: readonly string[]): readonly string[] {
  const parts = absolutePaths.map((path) => path.split(sep).filter((part) => part !== ''));
  const lengths = parts.map(() => 1);
  const nameAt = (index: number): string => (parts[index] ?? []).slice(-(lengths[index] ?? 1)).join('/');
  for (;;) {
    const clashing = indexesSharingAName(parts.map((_, index) => nameAt(index))).filter(
      (index) => (lengths[index] ?? 0) < (parts[index]?.length ?? 0),
    );
    if (clashing.length === 0) return parts.map((_, index) => nameAt(index));
    for (const index of clashing) lengths[index] = (lengths[index] ?? 1) + 1;
  }
}

function indexesSharingAName(names: readonly string[]): number[] {
  const count = new Map<string, number>();
  for (const name of names) count.set(name, (count.get(name) ?? 0) + 1);
  return names.flatMap((name, index) => ((count.get(name) ?? 0) > 1 ? [index] : []));
}
