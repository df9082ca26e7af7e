/** Parts the ink of a cell into the glyphs of a figure, by shape alone. */
import type { PixelBox } from '../grey-image.js';
import { bestOf, type CellGlyph, type CellInk, type Group } from './cell-glyph.js';
import { withFaintSigns } from './faint-signs.js';
import { boxAround, glyphOf } from './own-pixels.js';
import { baseOf, isPoint, signOf, weighGrouping } from './signs.js';
import { shapeFeatures } from './shape-features.js';
import { classifyShape, SHAPE_CLASSES } from './shape-network.js';

/** What the ink of a cell is, by shape. */
export interface CellShapes {
  readonly kind: 'blank' | 'figure' | 'wording';
  /** Left to right; empty unless the kind is `figure`. */
  readonly glyphs: readonly CellGlyph[];
}

/** All shares of the height of a digit. Smaller than this, ink is a speck. */
const SPECK = 0.09;
/** Digits of the widest fonts; what is wider is several. */
const WIDEST = 0.92;
/** What stands alone and is no larger both ways is a speck. */
const LONE_SPECK = 0.22;
/** Characters are higher than digits by more than this, and in small print by more pixels than blur and grain add. */
const WRITTEN_HEIGHT = 1.13;
const WRITTEN_PX = 2.5;
/** More unknown shapes than this, and this share of all, are characters of low height, or broken ones. */
const MOST_BROKEN = 2;
const UNKNOWN_SHARE = 0.5;
/** Pieces over one another belong together where this share of the narrower lies over the other. */
const STACKED = 0.5;
/** A piece this far above or below the others is none of them. */
const STACK_GAP = 0.35;
/** How likely a piece among pieces is a point, or a dash, for itself. */
const SIGN_SHARE = 0.9;
const DASH_SHARE = 0.5;
/** Nothing is less likely. */
const LEAST_SHARE = 0.01;
/** Pieces beside one another may be one digit where the gap is no wider. */
const BROKEN_GAP = 0.2;
/** Touching digits are so wide each, and so many at most. */
const EVEN = { least: 0.5, most: 0.9 };
const MOST_TOUCHING = 7;
/** A digit is put together of no more pieces. */
const MOST_ATOMS = 5;
/** A shape is known where one reading has this share. */
const KNOWN = 0.8;
/** Known beyond doubt: no need to look for other partings. */
const SURE = 0.9;

/** Parts the ink of a cell into glyphs. */
export function shapesOfCell(cell: CellInk): CellShapes {
  const groups = stackPieces(cell);
  if (groups.length === 0) return { kind: 'blank', glyphs: [] };
  if (groups.filter(({ box }) => isWrittenLarge(box, cell)).length > MOST_BROKEN)
    return { kind: 'wording', glyphs: [] };
  const base = groups.length === 1 ? undefined : baseOf(groups, cell.digitPx);
  const signs = groups.map((group) => signOf(cell, group, base));
  const plain: CellGlyph[] = [];
  let written = 0;
  for (const [k, group] of groups.entries()) {
    const glyph = signs[k] ?? glyphOfGroup(cell, group, true);
    plain.push(glyph);
    if (isUnknown(glyph) && isWrittenHigh(glyph, cell)) written++;
    // Parting digits that touch brings one or two of them to light, not as many: no need to look at the rest.
    if (written > MOST_BROKEN) return { kind: 'wording', glyphs: [] };
  }
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) {
    const width = only.box.x1 - only.box.x0;
    if (Math.max(width, only.box.y1 - only.box.y0) <= LONE_SPECK * cell.digitPx) return { kind: 'blank', glyphs: [] };
  }
  const isPlain = plain.every((glyph) => glyph.features === undefined || isSure(glyph, cell.digitPx));
  const parted = isPlain
    ? plain
    : bestParting(
        groups.flatMap((group, k) => atomsOf(cell, group, signs[k])),
        cell,
        plain,
      );
  const glyphs = withFaintSigns(
    parted.map((glyph, k) => weighGrouping(glyph, parted, k, cell.digitPx)),
    cell,
  );
  return isWording(glyphs, cell) ? { kind: 'wording', glyphs: [] } : { kind: 'figure', glyphs };
}

function isSure(glyph: CellGlyph, digitPx: number): boolean {
  const [text, share] = bestOf(glyph);
  return text !== '' && share >= SURE && glyph.box.x1 - glyph.box.x0 <= WIDEST * digitPx;
}

/**
 * Characters are unknown shapes, and higher than the digits of most cells. Digits that touch or are broken are unknown
 * too, but no higher.
 */
function isWording(glyphs: readonly CellGlyph[], cell: CellInk): boolean {
  const unknown = glyphs.filter(isUnknown);
  const isHigh = unknown.some((glyph) => isWrittenHigh(glyph, cell));
  return isHigh || (unknown.length > MOST_BROKEN && unknown.length >= UNKNOWN_SHARE * glyphs.length);
}

function isUnknown(glyph: CellGlyph): boolean {
  const [text, share] = bestOf(glyph);
  return text === '' || share < KNOWN;
}

function isWrittenHigh({ box }: CellGlyph, { usualPx }: CellInk): boolean {
  return box.y1 - box.y0 > Math.max(WRITTEN_HEIGHT * usualPx, usualPx + WRITTEN_PX);
}

/** Higher than digits and wider than any: a character, whatever its shape. */
function isWrittenLarge({ x0, x1, y0, y1 }: PixelBox, { usualPx, digitPx }: CellInk): boolean {
  return y1 - y0 > WRITTEN_HEIGHT * usualPx && x1 - x0 > WIDEST * Math.max(usualPx, digitPx);
}

/** Puts pieces over one another together, left to right; specks are left out. */
function stackPieces({ components, digitPx }: CellInk): readonly Group[] {
  const { boxes } = components;
  const sizes = boxes.map(({ x0, y0, x1, y1 }) => Math.max(x1 - x0, y1 - y0));
  const order = boxes.map((_, k) => k).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const groups: Group[] = [];
  for (const member of order) {
    const box = boxes[member];
    if (box === undefined) continue;
    const at = groups.findIndex((group) => isStacked(group.box, box, digitPx));
    const group = groups[at];
    if (group !== undefined) {
      groups[at] = {
        members: [...group.members, member],
        box: boxAround([group.box, box]),
      };
    } else if ((sizes[member] ?? 0) > SPECK * digitPx) groups.push({ members: [member], box });
  }
  return groups.sort((a, b) => a.box.x0 - b.box.x0);
}

function isStacked(a: PixelBox, b: PixelBox, digitPx: number): boolean {
  const shared = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const gap = Math.max(a.y0, b.y0) - Math.min(a.y1, b.y1);
  const together = Math.max(a.y1, b.y1) - Math.min(a.y0, b.y0);
  return (
    shared >= STACKED * Math.min(a.x1 - a.x0, b.x1 - b.x0) && gap <= STACK_GAP * digitPx && together <= 1.5 * digitPx
  );
}

/** A piece of a glyph: pieces of ink, and the part of their box that counts. */
interface Atom extends Group {
  readonly isCut: boolean;
  /** The sign it may be. */
  readonly sign: CellGlyph | undefined;
}

/** Cuts what is too wide for one digit where it has least ink. */
function atomsOf(cell: CellInk, group: Group, sign: CellGlyph | undefined): readonly Atom[] {
  const { x0, x1, y0, y1 } = group.box;
  const { digitPx, components } = cell;
  if (sign !== undefined || x1 - x0 <= 0.8 * digitPx) return [{ ...group, isCut: false, sign }];
  const own = new Set(group.members.map((member) => member + 1));
  const heights = Array.from({ length: x1 - x0 }, (_, k) => {
    let ink = 0;
    for (let y = y0; y < y1; y++) if (own.has(components.labels[y * components.widthPx + x0 + k] ?? 0)) ink++;
    return ink;
  });
  const cuts: number[] = [];
  const least = Math.max(2, Math.round(0.25 * digitPx));
  for (let k = least; k <= heights.length - least; k++) {
    const here = heights[k] ?? 0;
    const around = heights.slice(Math.max(0, k - least), k + least + 1);
    if (here <= Math.min(...around) && here < 0.7 * digitPx && k - (cuts.at(-1) ?? 0) >= least) cuts.push(k);
  }
  const edges = [0, ...withEvenCuts(cuts, heights, digitPx), x1 - x0];
  return edges.slice(1).map((to, k) => ({
    members: group.members,
    box: { x0: x0 + (edges[k] ?? 0), x1: x0 + to, y0, y1 },
    isCut: true,
    sign: undefined,
  }));
}

/**
 * Adds cuts at even distances: where two round digits touch there is more ink than in their middles, but all digits of a
 * font are as wide.
 */
function withEvenCuts(cuts: readonly number[], heights: readonly number[], digitPx: number): readonly number[] {
  const all = [...cuts];
  const add = (at: number): void => {
    if (all.every((cut) => Math.abs(cut - at) > 1)) all.push(at);
  };
  const width = heights.length;
  for (let count = 2; count <= MOST_TOUCHING; count++) {
    const pitch = width / count;
    if (pitch < EVEN.least * digitPx || pitch > EVEN.most * digitPx) continue;
    for (let k = 1; k < count; k++) {
      const around = [0, -1, 1].map((step) => Math.round(k * pitch) + step);
      add(around.reduce((best, at) => ((heights[at] ?? Infinity) < (heights[best] ?? Infinity) ? at : best)));
    }
  }
  return all.sort((a, b) => a - b);
}

function bestParting(atoms: readonly Atom[], cell: CellInk, plain: readonly CellGlyph[]): readonly CellGlyph[] {
  interface Path {
    readonly cost: number;
    readonly glyphs: readonly CellGlyph[];
  }
  const paths: (Path | undefined)[] = [{ cost: 0, glyphs: [] }];
  for (let to = 1; to <= atoms.length; to++)
    for (let from = Math.max(0, to - MOST_ATOMS); from < to; from++) {
      const before = paths[from];
      const taken = atoms.slice(from, to);
      if (before === undefined || !canBeOne(taken, cell.digitPx)) continue;
      const { glyph, share } = likelyGlyph(taken, cell);
      const cost = before.cost - Math.log(Math.max(LEAST_SHARE, share)) * taken.length;
      if (cost < (paths[to]?.cost ?? Infinity)) paths[to] = { cost, glyphs: [...before.glyphs, glyph] };
    }
  return paths[atoms.length]?.glyphs ?? plain;
}

/** What atoms are together, and how likely they are that. */
function likelyGlyph(atoms: readonly Atom[], cell: CellInk): { glyph: CellGlyph; share: number } {
  const [only] = atoms;
  // Among broken digits a sign may be a piece of one, so nothing that is read there is whole.
  if (atoms.length === 1 && only?.sign !== undefined)
    return {
      glyph: { ...only.sign, isWhole: false },
      share: isPoint(only.sign) ? SIGN_SHARE : DASH_SHARE,
    };
  const glyph = glyphOfGroup(cell, joined(atoms, cell), atoms.length === 1 && only?.isCut === false);
  const [text, share] = bestOf(glyph);
  return { glyph, share: text === '' ? 0 : share };
}

function canBeOne(atoms: readonly Atom[], digitPx: number): boolean {
  const box = boxAround(atoms.map((atom) => atom.box));
  const isNear = atoms.every((atom, k) => {
    const next = atoms[k + 1];
    return next === undefined || next.box.x0 - atom.box.x1 <= BROKEN_GAP * digitPx;
  });
  return atoms.length === 1 || (isNear && box.x1 - box.x0 <= WIDEST * digitPx);
}

/** Atoms as one; the top and bottom of a cut piece are found anew. */
function joined(atoms: readonly Atom[], { components }: CellInk): Group {
  const members = [...new Set(atoms.flatMap((atom) => atom.members))];
  const box = boxAround(atoms.map((atom) => atom.box));
  if (!atoms.some((atom) => atom.isCut)) return { members, box };
  const own = new Set(members.map((member) => member + 1));
  const isInked = (y: number): boolean => {
    for (let x = box.x0; x < box.x1; x++) if (own.has(components.labels[y * components.widthPx + x] ?? 0)) return true;
    return false;
  };
  let { y0, y1 } = box;
  while (y0 < y1 - 1 && !isInked(y0)) y0++;
  while (y1 > y0 + 1 && !isInked(y1 - 1)) y1--;
  return { members, box: { ...box, y0, y1 } };
}

function glyphOfGroup({ image, components }: CellInk, { members, box }: Group, isWhole: boolean): CellGlyph {
  const { isOwn } = glyphOf(components, members);
  const features = shapeFeatures({ image, box, isOwn });
  const shares = classifyShape(features);
  const odds = SHAPE_CLASSES.map((text, k) => [text, shares[k] ?? 0] as const).sort((a, b) => b[1] - a[1]);
  return { box, isOwn, odds: new Map(odds), features, isWhole };
}
