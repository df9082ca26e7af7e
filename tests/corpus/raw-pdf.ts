// Writes pages as a PDF by hand, in the manner of one program or another: rules as strokes or as thin filled rectangles,
// one text operator a cell or a glyph, order of drawing unlike the order of reading, pages turned or wrapped in forms.
import { writePdf, type PdfObject, type RawFileStyle } from './raw-file.js';
import type { Box, Mark, RawPage } from './raw-layout.js';
import { CHINESE_FONT_OBJECTS, type RawFont } from './raw-font.js';
import type { Random } from './random.js';

/** Habits of the program that wrote the file. */
export interface RawPdfStyle extends RawFileStyle {
  readonly rules?: 'strokes' | 'fills' | 'cells' | 'dots' | 'dashes' | 'none';
  /** One show operator per glyph. */
  readonly glyphwise?: boolean;
  /** The page's y axis turned over and text in a matrix of a twentieth, as WPS writes it. */
  readonly flipped?: boolean;
  /** A clip rectangle around every cell's text, and a white background. */
  readonly clips?: boolean;
  /** Content turned on the page, and the page turned back by /Rotate. */
  readonly rotate?: 90 | 180 | 270;
  /** The page is not turned back: everything stands on its side. */
  readonly unturned?: boolean;
  /** The page's content sits in a form XObject. */
  readonly asForm?: boolean;
  /** The order of drawing within the page. */
  readonly order?: 'reading' | 'columns' | 'shuffled' | 'backwards';
  /** Bold text is drawn twice, a little apart; `all` doubles figures too. */
  readonly doubled?: 'bold' | 'all';
  /** A unit of the page is as many points. */
  readonly userUnit?: number;
  /** The media box does not begin at the origin, and a crop box cuts it. */
  readonly shiftedBox?: boolean;
  /** Content streams compressed. */
  readonly compressed?: boolean;
}

const n = (value: number): string => {
  const text = value.toFixed(3).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
};

type TextMark = Extract<Mark, { kind: 'text' }>;

function textOperators(mark: TextMark, height: number, font: RawFont, style: RawPdfStyle): string {
  const scale = style.flipped === true ? 0.05 : 1;
  const size = n(mark.size / scale);
  // On a flipped page y runs down already, and the text matrix turns glyphs upright again.
  const y = (top: number): number => (style.flipped === true ? top : height - top);
  const up = style.flipped === true ? -scale : scale;
  const matrix =
    mark.direction === 'turned'
      ? [
          0,
          up,
          -scale * (style.flipped === true ? -1 : 1),
          0,
          mark.x + mark.size * 0.35,
          y(mark.y + mark.size * Array.from(mark.text).length),
        ]
      : [scale, 0, 0, up, mark.x, y(mark.y)];
  const resource = (character: string): string => (mark.direction === 'down' ? 'F2' : font.resourceOf(character));
  const parts: string[] = [];
  let current = '';
  for (const run of toRuns(mark.text, resource, style.glyphwise === true)) {
    if (run.resource !== current) parts.push(`/${run.resource} ${size} Tf`);
    current = run.resource;
    parts.push(`<${font.encode(run.text)}> Tj`);
    if (style.glyphwise !== true) continue;
    // Td starts from the beginning of the line, so every glyph is placed on its own.
    const advance = n((mark.direction === 'down' ? 1 : font.widthOf(run.text)) * (mark.size / scale));
    parts.push(mark.direction === 'down' ? `0 -${advance} Td` : `${advance} 0 Td`);
  }
  return `BT ${matrix.map(n).join(' ')} Tm ${parts.join(' ')} ET`;
}

/** Stretches of a text that one show operator can print. */
function toRuns(
  text: string,
  resourceOf: (character: string) => string,
  isGlyphwise: boolean,
): { resource: string; text: string }[] {
  const runs: { resource: string; text: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const resource = resourceOf(character);
    if (last === undefined || isGlyphwise || last.resource !== resource) runs.push({ resource, text: character });
    else last.text += character;
  }
  return runs;
}

/** The text, and what belongs under or around it. */
function shownText(mark: TextMark, height: number, font: RawFont, style: RawPdfStyle): string {
  const text = textOperators(mark, height, font, style);
  if (mark.on === 'hidden-layer') return `/OC /L BDC\n${text}\nEMC`;
  if (mark.over === undefined) return text;
  const patch = { x0: mark.x - 4, top: mark.y - mark.size, x1: mark.x + 16, bottom: mark.y + mark.size * 0.3 };
  const old = textOperators({ ...mark, text: mark.over }, height, font, style);
  return `${old}\n1 1 1 rg ${rectangle(patch, height, style)} f 0 g\n${text}`;
}

function rectangle(box: Box, height: number, style: RawPdfStyle): string {
  const y = style.flipped === true ? box.top : height - box.bottom;
  return `${n(box.x0)} ${n(y)} ${n(box.x1 - box.x0)} ${n(box.bottom - box.top)} re`;
}

function ruleOperators(box: Box, height: number, style: RawPdfStyle): string {
  const y = (top: number): string => n(style.flipped === true ? top : height - top);
  const half = 0.24;
  switch (style.rules ?? 'strokes') {
    case 'none':
    case 'cells':
      return '';
    case 'strokes':
      return `${n(box.x0)} ${y(box.top)} m ${n(box.x1)} ${y(box.bottom)} l S`;
    case 'dashes':
      return `[3 2] 0 d ${n(box.x0)} ${y(box.top)} m ${n(box.x1)} ${y(box.bottom)} l S [] 0 d`;
    case 'fills':
      return `${rectangle({ x0: box.x0 - half, top: box.top - half, x1: box.x1 + half, bottom: box.bottom + half }, height, style)} f*`;
    case 'dots': {
      const length = box.x1 - box.x0 + (box.bottom - box.top);
      const isLevel = box.bottom === box.top;
      const dots: string[] = [];
      for (let at = 0; at <= length; at += 2.4) {
        const x = box.x0 + (isLevel ? at : 0);
        const top = box.top + (isLevel ? 0 : at);
        dots.push(`${rectangle({ x0: x - 0.4, top: top - 0.4, x1: x + 0.4, bottom: top + 0.4 }, height, style)} f`);
      }
      return dots.join('\n');
    }
  }
}

function markOperators(mark: Mark, height: number, font: RawFont, style: RawPdfStyle): string {
  switch (mark.kind) {
    case 'rule':
      return ruleOperators(mark.box, height, style);
    case 'cell': {
      const fill = mark.fill ?? (style.clips === true ? '1 1 1' : undefined);
      const ground = fill === undefined ? '' : `${fill} rg ${rectangle(mark.box, height, style)} f* 0 g`;
      return style.rules === 'cells' ? `${ground} ${rectangle(mark.box, height, style)} S` : ground;
    }
    case 'text': {
      const text = shownText(mark, height, font, style);
      const isDoubled = style.doubled === 'all' || (style.doubled === 'bold' && mark.bold === true);
      const drawn = isDoubled ? `${text}\n${textOperators({ ...mark, x: mark.x + 0.3 }, height, font, style)}` : text;
      return style.clips === true && mark.clip !== undefined
        ? `q ${rectangle(mark.clip, height, style)} W* n\n${drawn}\nQ`
        : drawn;
    }
  }
}

/** Rules and backgrounds stay first or last; text changes its order. */
function inOrder(marks: readonly Mark[], style: RawPdfStyle, random: Random): readonly Mark[] {
  const texts = marks.filter((mark) => mark.kind === 'text');
  const others = marks.filter((mark) => mark.kind !== 'text');
  switch (style.order ?? 'reading') {
    case 'reading':
      return [
        ...others.filter((mark) => mark.kind === 'cell'),
        ...others.filter((mark) => mark.kind === 'rule'),
        ...texts,
      ];
    case 'columns':
      return [...others, ...texts.sort((a, b) => Math.round(a.x / 20) - Math.round(b.x / 20) || a.y - b.y)];
    case 'backwards':
      return [...others, ...texts.reverse()];
    case 'shuffled': {
      const keyed = texts.map((mark) => ({ mark, key: random.next() }));
      return [
        ...keyed.sort((a, b) => a.key - b.key).map(({ mark }) => mark),
        ...others.filter((mark) => mark.kind === 'rule'),
      ];
    }
  }
}

function turned(style: RawPdfStyle, width: number, height: number): string {
  switch (style.rotate ?? 0) {
    case 0:
      return '';
    case 90:
      // Shown turned clockwise, so the content is turned counter-clockwise.
      return `0 1 -1 0 ${n(height)} 0 cm`;
    case 180:
      return `-1 0 0 -1 ${n(width)} ${n(height)} cm`;
    case 270:
      return `0 -1 1 0 0 ${n(width)} cm`;
  }
}

function contentOf(page: RawPage, font: RawFont, style: RawPdfStyle, random: Random): string {
  const flip = style.flipped === true ? `1 0 0 -1 0 ${n(page.height)} cm` : '';
  const shift = style.shiftedBox === true ? '1 0 0 1 -120 -85 cm' : '';
  const marks = inOrder(page.marks, style, random)
    .map((mark) => markOperators(mark, page.height, font, style))
    .filter((operators) => operators.trim() !== '');
  return ['q', shift, turned(style, page.width, page.height), flip, '0.48 w 0 G 0 g', ...marks, 'Q']
    .filter((line) => line !== '')
    .join('\n');
}

/** An annotation that shows a text; it has an appearance of its own, so every viewer draws it. */
function annotation(
  mark: TextMark,
  page: RawPage,
  font: RawFont,
  resources: string,
): { head: string; appearance: PdfObject } {
  const width = mark.size * Array.from(mark.text).length;
  const bottom = page.height - mark.y - mark.size * 0.3;
  const rect = [mark.x, bottom, mark.x + width, bottom + mark.size * 1.4].map(n).join(' ');
  const content = `BT /F1 ${n(mark.size)} Tf 0 ${n(mark.size * 0.3)} Td <${font.encode(mark.text)}> Tj ET`;
  return {
    head: `/Type /Annot /Subtype /FreeText /F 4 /Rect [${rect}] /DA (Tf) /Contents (note)`,
    appearance: {
      dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 ${n(width)} ${n(mark.size * 1.4)}] ${resources}`,
      data: Buffer.from(content, 'latin1'),
      compressed: false,
    },
  };
}

/** Writes pages as PDF; the same pages, font and style give the same bytes. */
export function toRawPdf(pages: readonly RawPage[], font: RawFont, style: RawPdfStyle, random: Random): Uint8Array {
  const objects: PdfObject[] = ['', ''];
  const add = (object: PdfObject): number => objects.push(object);
  const fontFirst = objects.length + 1;
  const fonts = font.objects(fontFirst);
  fonts.forEach(add);
  const layer = add('<< /Type /OCG /Name (Draft) >>');
  const latin = fonts.length > CHINESE_FONT_OBJECTS ? ` /F3 ${fontFirst + CHINESE_FONT_OBJECTS} 0 R` : '';
  const fontNames = `/Font << /F1 ${fontFirst} 0 R /F2 ${fontFirst + 1} 0 R${latin} >>`;
  const resources = `/Resources << ${fontNames} /Properties << /L ${layer} 0 R >> >>`;
  const stream = (dictionary: string, content: string): number =>
    add({ dictionary, data: Buffer.from(content, 'latin1'), compressed: style.compressed === true });
  const kids = pages.map((page) => {
    const isQuarter = style.rotate === 90 || style.rotate === 270;
    const [width, height] = isQuarter ? [page.height, page.width] : [page.width, page.height];
    const [x, y] = style.shiftedBox === true ? [-120, -85] : [0, 0];
    const crop =
      style.shiftedBox === true ? ` /CropBox [${x + 10} ${y + 12} ${x + width - 10} ${y + height - 12}]` : '';
    const box = `/MediaBox [${x} ${y} ${x + width} ${y + height}]${crop}`;
    const turn = style.rotate === undefined || style.unturned === true ? '' : ` /Rotate ${style.rotate}`;
    const isNote = (mark: Mark): mark is TextMark => mark.kind === 'text' && mark.on === 'annotation';
    const notes = page.marks.filter(isNote).map((mark) => {
      const { head, appearance } = annotation(mark, page, font, resources);
      return add(`<< ${head} /AP << /N ${add(appearance)} 0 R >> >>`);
    });
    const annotations = notes.length === 0 ? '' : ` /Annots [${notes.map((note) => `${note} 0 R`).join(' ')}]`;
    const shown = { ...page, marks: page.marks.filter((mark) => !isNote(mark)) };
    const unit = style.userUnit === undefined ? '' : ` /UserUnit ${style.userUnit}`;
    const head = `/Type /Page /Parent 2 0 R ${box}${turn}${unit}${annotations}`;
    const content = contentOf(shown, font, style, random);
    if (style.asForm !== true) return add(`<< ${head} ${resources} /Contents ${stream('', content)} 0 R >>`);
    const form = `/Type /XObject /Subtype /Form /BBox [${x} ${y} ${x + width} ${y + height}] /Matrix [0.5 0 0 0.5 7 9] ${resources}`;
    const shape = stream(form, content);
    const draw = stream('', 'q 2 0 0 2 -14 -18 cm /X Do Q');
    return add(`<< ${head} /Resources << /XObject << /X ${shape} 0 R >> >> /Contents ${draw} 0 R >>`);
  });
  const layers = `/OCProperties << /OCGs [${layer} 0 R] /D << /OFF [${layer} 0 R] >> >>`;
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${layers} >>`;
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  return writePdf(objects, style);
}
