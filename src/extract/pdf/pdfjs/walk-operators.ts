/** Walks a page's operator list once, keeping the graphics state, and notes glyphs, rulings, clips and images. */
import { compose, IDENTITY, isAlongAxes, scaleOf, type Affine } from '../affine.js';
import { boundsOnPage } from '../glyph-cell.js';
import { addClip, addImage, type PageDraft } from '../page-draft.js';
import { PATTERN, WHITE } from '../gap-rulings.js';
import { intersection } from '../filled-shapes.js';
import { markOf, type LayerTest, type Mark } from './layers.js';
import { initialState, isOpaque, type GraphicsState, type TextPosition } from './graphics-state.js';
import {
  affineArgument,
  argument,
  boxArgument,
  colorArgument,
  constructPathArgument,
  numberArgument,
  OperatorShapeError,
  showTextArgument,
  stringArgument,
  type ConstructedPath,
} from './operator-shapes.js';
import type { FontFacts } from './page-fonts.js';
import type { OperatorList } from './pdfjs-library.js';
import { graphicsStateEntries, setGraphicsState } from './set-graphics-state.js';
import { showText } from './show-text.js';
import { isUprightRectangle, paintingOf, tracePath } from './trace-path.js';

/** What the operators are called with. */
interface Walk {
  readonly draft: PageDraft;
  readonly fonts: ReadonlyMap<string, FontFacts>;
  readonly operators: Readonly<Record<string, number>>;
  state: GraphicsState;
  readonly saved: GraphicsState[];
  readonly text: TextPosition;
  /** Set by a clip operator, which stands before the path it means. */
  isClipPending: boolean;
  /** Soft masks and hidden layers being drawn: what they draw is not seen. */
  maskDepth: number;
  /** For each group being drawn, whether it is a soft mask. */
  readonly groups: boolean[];
  /** Each stretch of marked content: what is drawn on a layer that is switched off is not seen either, and on none hides what lies below. */
  readonly marks: Mark[];
  readonly isLayerSeen: LayerTest;
}

/** An operator's effect. */
type Step = (walk: Walk, args: unknown) => void;

const save: Step = (walk) => {
  walk.saved.push({ ...walk.state });
};

const restore: Step = (walk) => {
  walk.state = walk.saved.pop() ?? walk.state;
};

const unitSquareImage: Step = ({ draft, state }) => {
  addImage(draft, boundsOnPage(state.ctm, [0, 0, 1, 1]));
};

/** From this mode on text is a clip too (ISO 32000-2 §9.3.6). */
const CLIPPING_MODE = 4;

/** The operators that matter, by pdf.js's names. */
const STEPS: Readonly<Record<string, Step>> = {
  save,
  restore,
  transform: (walk, args) => {
    walk.state.ctm = compose(affineArgument('transform', args), walk.state.ctm);
  },
  paintFormXObjectBegin: (walk, args) => {
    save(walk, args);
    const matrix = argument(args, 0);
    if (matrix !== null) walk.state.ctm = compose(affineArgument('paintFormXObjectBegin', matrix), walk.state.ctm);
    clipTo(walk, boxArgument('paintFormXObjectBegin', argument(args, 1)), walk.state.ctm);
  },
  paintFormXObjectEnd: restore,
  beginAnnotation: (walk, args) => {
    save(walk, args);
    // Annotations stand on the page by themselves, whatever its content left behind.
    walk.state = initialState(walk.draft.frame.toPage);
    clipTo(walk, boxArgument('beginAnnotation', argument(args, 1)), walk.state.ctm);
    const transform = affineArgument('beginAnnotation', argument(args, 2));
    const matrix = affineArgument('beginAnnotation', argument(args, 3));
    walk.state.ctm = compose(matrix, compose(transform, walk.state.ctm));
  },
  endAnnotation: restore,
  beginGroup: (walk, args) => {
    const group = argument(args, 0);
    if (typeof group !== 'object' || group === null) throw new OperatorShapeError('beginGroup', args);
    const { smask, bbox, matrix } = group as { smask?: unknown; bbox?: unknown; matrix?: unknown };
    save(walk, args);
    const inner = matrix === null || matrix === undefined ? IDENTITY : affineArgument('beginGroup', matrix);
    clipTo(walk, boxArgument('beginGroup', bbox), compose(inner, walk.state.ctm));
    const isMask = smask !== null && smask !== undefined;
    walk.groups.push(isMask);
    if (isMask) walk.maskDepth += 1;
  },
  endGroup: (walk, args) => {
    if (walk.groups.pop() === true) walk.maskDepth -= 1;
    restore(walk, args);
  },
  beginMarkedContent: (walk) => {
    walk.marks.push('plain');
  },
  beginMarkedContentProps: (walk, args) => {
    const mark = markOf(args, walk.isLayerSeen);
    walk.marks.push(mark);
    if (mark === 'hidden') walk.maskDepth += 1;
  },
  endMarkedContent: (walk) => {
    if (walk.marks.pop() === 'hidden') walk.maskDepth -= 1;
  },
  setLineWidth: (walk, args) => {
    walk.state.lineWidth = numberArgument('setLineWidth', args);
  },
  setStrokeRGBColor: ({ state }, args) => {
    state.strokeColor = colorArgument('setStrokeRGBColor', args);
  },
  setFillRGBColor: ({ state }, args) => {
    state.fillColor = colorArgument('setFillRGBColor', args);
  },
  setStrokeColorN: ({ state }) => {
    state.strokeColor = PATTERN;
  },
  setFillColorN: ({ state }) => {
    state.fillColor = PATTERN;
  },
  setStrokeTransparent: ({ state }) => {
    state.strokeColor = undefined;
  },
  setFillTransparent: ({ state }) => {
    state.fillColor = undefined;
  },
  setGState: ({ state, fonts }, args) => {
    setGraphicsState(state, fonts, args);
  },
  clip: (walk) => {
    walk.isClipPending = true;
  },
  eoClip: (walk) => {
    walk.isClipPending = true;
  },
  constructPath: (walk, args) => {
    constructPath(walk, constructPathArgument(args));
  },
  beginText: ({ text }) => {
    setTextMatrix(text, IDENTITY);
  },
  setTextMatrix: ({ text }, args) => {
    setTextMatrix(text, affineArgument('setTextMatrix', argument(args, 0)));
  },
  moveText: ({ text }, args) => {
    moveText(text, numberArgument('moveText', args), numberArgument('moveText', args, 1));
  },
  setLeadingMoveText: ({ text, state }, args) => {
    const down = numberArgument('setLeadingMoveText', args, 1);
    state.leading = -down;
    moveText(text, numberArgument('setLeadingMoveText', args), down);
  },
  nextLine: ({ text, state }) => {
    moveText(text, 0, -state.leading);
  },
  setFont: (walk, args) => {
    walk.state.font = walk.fonts.get(stringArgument('setFont', args));
    walk.state.fontSize = numberArgument('setFont', args, 1);
  },
  setCharSpacing: ({ state }, args) => {
    state.characterSpacing = numberArgument('setCharSpacing', args);
  },
  setWordSpacing: ({ state }, args) => {
    state.wordSpacing = numberArgument('setWordSpacing', args);
  },
  setHScale: ({ state }, args) => {
    state.horizontalScale = numberArgument('setHScale', args) / 100;
  },
  setLeading: ({ state }, args) => {
    state.leading = numberArgument('setLeading', args);
  },
  setTextRise: ({ state }, args) => {
    state.rise = numberArgument('setTextRise', args);
  },
  setTextRenderingMode: ({ state }, args) => {
    state.renderingMode = numberArgument('setTextRenderingMode', args);
    if (state.renderingMode >= CLIPPING_MODE) state.isClipExact = false;
  },
  showText: ({ state, text, draft, maskDepth }, args) => {
    const items = showTextArgument(args);
    if (maskDepth === 0) showText(items, state, text, draft);
  },
  paintImageXObject: unitSquareImage,
  paintInlineImageXObject: unitSquareImage,
  paintImageMaskXObject: unitSquareImage,
  paintSolidColorImageMask: unitSquareImage,
};

/** Names of the fonts an operator list sets, in order, repeated as set. */
export function fontNames(list: OperatorList, operators: Readonly<Record<string, number>>): string[] {
  const names: string[] = [];
  for (const [index, operator] of list.fnArray.entries()) {
    const args = list.argsArray[index];
    if (operator === operators['setFont']) names.push(stringArgument('setFont', args));
    if (operator === operators['setGState']) {
      for (const [key, value] of graphicsStateEntries(args)) {
        if (key === 'Font' && Array.isArray(value)) names.push(stringArgument('setGState', value));
      }
    }
  }
  return names;
}

/** Notes in the draft what the operators draw. */
export function walkOperators(
  list: OperatorList,
  operators: Readonly<Record<string, number>>,
  facts: { readonly fonts: ReadonlyMap<string, FontFacts>; readonly isLayerSeen: LayerTest },
  draft: PageDraft,
): void {
  const steps = new Map<number, Step>();
  for (const [name, step] of Object.entries(STEPS)) {
    const code = operators[name];
    if (code === undefined) throw new OperatorShapeError(name, 'no such operator');
    steps.set(code, step);
  }
  const walk: Walk = {
    draft,
    ...facts,
    operators,
    state: initialState(draft.frame.toPage),
    saved: [],
    text: { matrix: IDENTITY, lineX: 0, lineY: 0, x: 0, y: 0 },
    isClipPending: false,
    maskDepth: 0,
    groups: [],
    marks: [],
  };
  for (const [index, operator] of list.fnArray.entries()) {
    draft.painted = index;
    steps.get(operator)?.(walk, list.argsArray[index]);
  }
}

function setTextMatrix(text: TextPosition, matrix: Affine): void {
  text.matrix = matrix;
  text.x = text.lineX = 0;
  text.y = text.lineY = 0;
}

function moveText(text: TextPosition, x: number, y: number): void {
  text.x = text.lineX += x;
  text.y = text.lineY += y;
}

/** Cuts the clip down to a box given in the coordinates of `toPage`. */
function clipTo({ state }: Walk, box: readonly number[] | undefined, toPage: Affine): void {
  if (box === undefined) return;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
  const bounds = boundsOnPage(toPage, [x0, y0, x1, y1]);
  const nothing = { x0: -1, top: -1, x1: -1, bottom: -1 };
  state.isClipExact &&= isAlongAxes(toPage);
  state.clip = state.clip === undefined ? bounds : (intersection(state.clip, bounds) ?? nothing);
}

function constructPath(walk: Walk, { paintedBy, buffer, bounds }: ConstructedPath): void {
  const { operators, state, draft, maskDepth } = walk;
  const isClip = walk.isClipPending;
  walk.isClipPending = false;
  if (buffer === undefined || bounds === undefined) {
    // An empty clip leaves nothing.
    state.isClipExact &&= !isClip;
    return;
  }
  const { strokes, fills } = paintingOf(paintedBy, operators);
  const fill = fills && state.fillAlpha > 0 ? state.fillColor : undefined;
  const stroke = strokes && state.strokeAlpha > 0 ? state.strokeColor : undefined;
  const isStrokeSeen = stroke !== undefined && stroke !== WHITE;
  if (maskDepth === 0 && (fill !== undefined || isStrokeSeen)) {
    const strokeWidth = isStrokeSeen ? state.lineWidth * scaleOf(state.ctm) : undefined;
    draft.tracer.begin({
      clip: state.clip,
      // What is drawn into a group may be blended as a whole.
      ...(walk.groups.length === 0 &&
        !walk.marks.includes('layer') &&
        isOpaque(state) && { hidesAfter: draft.painted }),
      ...(fill !== undefined && { fill }),
      ...(strokeWidth !== undefined && { strokeWidth }),
    });
    tracePath(buffer, state.ctm, draft);
  }
  if (isClip) {
    const isUpright = isUprightRectangle(buffer, state.ctm);
    state.isClipExact &&= isUpright;
    if (isUpright) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bounds;
      addClip(draft, boundsOnPage(state.ctm, [x0, y0, x1, y1]));
    }
    clipTo(walk, bounds, state.ctm);
  }
}
