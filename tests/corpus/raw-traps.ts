// Things in a file that a person does not see, or does not take for what they are: figures under white patches, on hidden
// layers, in the margin that is cropped away, as annotations; rules that do not quite meet.
import type { Mark, RawPage } from './raw-layout.js';
import type { Random } from './random.js';

/** Which traps a file has. */
export interface TrapStyle {
  /** Ends of rules miss each other by up to a point and a half. */
  readonly sloppy?: boolean;
  /** Some figures were changed by a patch over the old one. */
  readonly patched?: boolean;
  /** Figures of another year on a layer that is switched off. */
  readonly hiddenLayer?: boolean;
  /** Numbers beside the table, outside the crop box. */
  readonly cropped?: boolean;
  /** Some figures are annotations, as an editor adds them. */
  readonly annotated?: boolean;
}

type TextMark = Extract<Mark, { kind: 'text' }>;

const isFigure = (mark: Mark): mark is TextMark => mark.kind === 'text' && mark.cell?.kind === 'value';

function sloppyRule(mark: Mark, random: Random): Mark {
  if (mark.kind !== 'rule') return mark;
  const off = (): number => (random.next() - 0.5) * 3;
  const { x0, top, x1, bottom } = mark.box;
  const box =
    top === bottom
      ? { x0: x0 + off(), top, x1: x1 + off(), bottom }
      : { x0, top: top + off(), x1, bottom: bottom + off() };
  return { kind: 'rule', box };
}

function trapPage(page: RawPage, style: TrapStyle, random: Random): RawPage {
  const marks = page.marks.flatMap((mark): Mark[] => {
    const kept = style.sloppy === true ? sloppyRule(mark, random) : mark;
    if (!isFigure(kept)) return [kept];
    const other = String(random.int(0, 99));
    if (style.patched === true && random.chance(0.08)) return [{ ...kept, over: other }];
    if (style.annotated === true && random.chance(0.08)) return [{ ...kept, on: 'annotation' }];
    if (style.hiddenLayer === true) return [kept, { ...kept, text: other, on: 'hidden-layer' }];
    if (style.cropped === true && random.chance(0.3))
      return [kept, { kind: 'text', text: other, x: 1, y: kept.y, size: 6, direction: 'level' }];
    return [kept];
  });
  return { ...page, marks };
}

/** Sets the traps of a style; pages without traps stay as they are. */
export function setTraps(pages: readonly RawPage[], style: TrapStyle, random: Random): readonly RawPage[] {
  return pages.map((page) => trapPage(page, style, random));
}
