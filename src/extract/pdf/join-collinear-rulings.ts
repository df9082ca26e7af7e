/**
 * Joins the pieces a rule was drawn in. A dotted or dashed border reaches us as squares and dashes, up to 13,963 on a
 * measured page; everything after this is faster and simpler when such a border is one ruling.
 */
import type { Ruling } from '../../model/index.js';

/** Pieces whose middles differ by no more lie on one line, in points: below the 0.48 pt of the finest double rule seen. */
const SAME_LINE = 0.25;
/** Pieces no farther apart touch, in points: wider than rounding, narrower than any gap meant to be seen. */
const TOUCHING = 0.5;
/**
 * The longest piece taken for a dot or dash, in points and in thicknesses: browsers draw dashes of two or three
 * thicknesses. The rule of a table row is longer: joining such pieces would close the gap of a merged cell.
 */
const DASH_LENGTH = 4;
const DASH_THICKNESSES = 4;
/** The widest gap within dots or dashes, in lengths of the longer neighbour (two were seen) and in points. */
const DASH_GAP_LENGTHS = 3;
const DASH_GAP = 7;
/** A joined piece shorter than this, in points, or than so many thicknesses draws a dot, not a rule. */
const SHORTEST = 1;
const DOT_THICKNESSES = 1.5;

/** A ruling still growing. */
interface Run {
  orientation: Ruling['orientation'];
  position: number;
  start: number;
  end: number;
  thickness: number;
  source: Ruling['source'];
  /** Length of the piece that reaches farthest. */
  lastLength: number;
  /** Length of the longest piece: it decides `position` and `source`. */
  longest: number;
}

/**
 * Joins pieces that lie on one line and touch, and dots or dashes in a row; drops what remains a mere dot. A square
 * piece is handed in twice, once for each orientation: the row it belongs to decides which one lasts.
 *
 * @returns Horizontal ones first, then by position and start.
 */
export function joinCollinearRulings(pieces: readonly Ruling[]): Ruling[] {
  const joined: Ruling[] = [];
  for (const orientation of ['horizontal', 'vertical'] as const) {
    const sorted = pieces.filter((piece) => piece.orientation === orientation).sort((a, b) => a.position - b.position);
    let first = 0;
    while (first < sorted.length) {
      const anchor = sorted[first]?.position ?? 0;
      let next = first + 1;
      while (next < sorted.length && (sorted[next]?.position ?? Infinity) - anchor <= SAME_LINE) next += 1;
      joinOneLine(sorted.slice(first, next), joined);
      first = next;
    }
  }
  return joined.sort(
    (a, b) => a.orientation.localeCompare(b.orientation) || a.position - b.position || a.start - b.start,
  );
}

/** Joins pieces of one line, in any order, and appends what comes of it. */
function joinOneLine(pieces: Ruling[], joined: Ruling[]): void {
  pieces.sort((a, b) => a.start - b.start || a.end - b.end);
  let run: Run | undefined;
  for (const piece of pieces) {
    if (run !== undefined && belongs(run, piece)) {
      extend(run, piece);
    } else {
      if (run !== undefined) emit(run, joined);
      run = startRun(piece);
    }
  }
  if (run !== undefined) emit(run, joined);
}

/** Spelled out, since it runs for each of thousands of dots: a spread takes several times as long. */
function startRun({ orientation, position, start, end, thickness, source }: Ruling): Run {
  return { orientation, position, start, end, thickness, source, lastLength: end - start, longest: end - start };
}

function belongs(run: Run, piece: Ruling): boolean {
  const gap = piece.start - run.end;
  if (gap <= TOUCHING) return true;
  const length = piece.end - piece.start;
  const longestDash = Math.max(DASH_LENGTH, DASH_THICKNESSES * Math.max(run.thickness, piece.thickness));
  return (
    run.lastLength <= longestDash &&
    length <= longestDash &&
    gap <= Math.min(DASH_GAP, DASH_GAP_LENGTHS * Math.max(run.lastLength, length))
  );
}

function extend(run: Run, piece: Ruling): void {
  const length = piece.end - piece.start;
  if (piece.end > run.end) {
    run.end = piece.end;
    run.lastLength = length;
  }
  if (length > run.longest) {
    run.longest = length;
    run.position = piece.position;
    run.source = piece.source;
  }
  run.thickness = Math.max(run.thickness, piece.thickness);
}

function emit(run: Run, joined: Ruling[]): void {
  const { orientation, position, start, end, thickness, source } = run;
  if (end - start < SHORTEST) return;
  if (source === 'fill' && end - start < DOT_THICKNESSES * thickness) return;
  joined.push({ orientation, position, start, end, thickness, source });
}
