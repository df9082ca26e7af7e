/** Finds shapes that are alike within one document. */

/** Squared distance up to which two shapes are the same glyph of the same font; measured, see docs/scans.md. */
const ALIKE = 3;

interface Cluster {
  readonly mean: Float32Array;
  count: number;
}

/**
 * Sorts shapes into clusters: each goes to the nearest mean of those before it, or begins a cluster where none is near.
 *
 * @param shapes - features of each shape, all of one length
 * @returns for each shape the number of its cluster, from 0
 */
export function clusterShapes(shapes: readonly Float32Array[]): readonly number[] {
  const clusters: Cluster[] = [];
  return shapes.map((shape) => {
    let [best, least] = [-1, ALIKE];
    clusters.forEach(({ mean }, k) => {
      const distance = squaredDistance(mean, shape, least);
      if (distance < least) [best, least] = [k, distance];
    });
    const cluster = clusters[best];
    if (cluster === undefined) return clusters.push({ mean: shape.slice(), count: 1 }) - 1;
    cluster.count++;
    const { mean, count } = cluster;
    for (let k = 0; k < mean.length; k++) mean[k] = (mean[k] ?? 0) + ((shape[k] ?? 0) - (mean[k] ?? 0)) / count;
    return best;
  });
}

/** The distance, or something beyond the limit as soon as it is passed. */
function squaredDistance(a: Float32Array, b: Float32Array, limit: number): number {
  let sum = 0;
  for (let k = 0; k < a.length && sum < limit; k++) sum += ((a[k] ?? 0) - (b[k] ?? 0)) ** 2;
  return sum;
}
