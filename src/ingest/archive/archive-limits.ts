/** What an archive may cost. Each limit ends in the outcome of that archive, or of that member, never in the end of the run. */

/** Archives inside one another, the outermost counted: `a.zip!/b.zip!/c.zip!/d.pdf` and no deeper. */
export const MAX_DEPTH = 3;

/** Members of an outermost archive, those of archives inside it counted. A province's reports of one year are some 5,000. */
export const MAX_MEMBERS = 20_000;

/** An archive inside another is held in memory while its members are read, so it may not be larger than this, in bytes. */
export const MAX_NESTED_BYTES = 128 * 1024 * 1024;

/** All archives inside an outermost one together, in bytes: they are unpacked to see what they hold. */
export const MAX_NESTED_TOTAL_BYTES = 1024 * 1024 * 1024;

/**
 * How much larger what is in an archive may be than the archive, a member or all together. PDFs and pictures shrink by a
 * tenth, web pages and dumps to a tenth; a deflate stream of nothing but zeros reaches 1,032.
 */
export const MAX_RATIO = 200;

/** A member that is no larger than this is no danger whatever its ratio, in bytes. */
export const HARMLESS_MEMBER_BYTES = 64 * 1024 * 1024;

/** Members that are no larger than this together are no danger whatever the ratio, in bytes. */
export const HARMLESS_TOTAL_BYTES = 256 * 1024 * 1024;

/** Whether a member would unpack to more than any file in good faith does. */
export function isBomb({ packedBytes, unpackedBytes }: { packedBytes: number; unpackedBytes: number }): boolean {
  return unpackedBytes > Math.max(HARMLESS_MEMBER_BYTES, MAX_RATIO * packedBytes);
}
