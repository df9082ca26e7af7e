/** Lays the labels of a header, or of a form's rows, out as cells: a group once over all its leaves. */

/** A label's cell: `start` and `length` count leaves, `depth` and `depthSpan` count levels from the outermost. */
export interface LabelSpan {
  readonly text: string;
  readonly start: number;
  readonly length: number;
  readonly depth: number;
  readonly depthSpan: number;
}

/**
 * Finds the cells of labels that are written as paths.
 *
 * @param paths - For each leaf the labels from its outermost group to itself.
 * @param depth - How many levels there are; a leaf that stands higher reaches down to the last.
 * @returns The cells by leaf, then by level; together they cover all leaves and levels.
 */
export function labelSpans(paths: readonly (readonly string[])[], depth: number): LabelSpan[] {
  return paths.flatMap((path, start) =>
    path.flatMap((text, level): LabelSpan[] => {
      const isLeaf = level === path.length - 1;
      if (isLeaf) return [{ text, start, length: 1, depth: level, depthSpan: depth - level }];
      if (isSameGroup(paths[start - 1], path, level)) return [];
      const rest = paths.slice(start);
      const end = rest.findIndex((other) => !isSameGroup(other, path, level));
      return [{ text, start, length: end === -1 ? rest.length : end, depth: level, depthSpan: 1 }];
    }),
  );
}

function isSameGroup(other: readonly string[] | undefined, path: readonly string[], level: number): boolean {
  return (
    other !== undefined && other.length > level + 1 && path.slice(0, level + 1).every((text, at) => other[at] === text)
  );
}
