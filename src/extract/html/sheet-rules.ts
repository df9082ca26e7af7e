/** Takes a style sheet apart into what each of its rules says of how elements look. */
import { parse as parseSelectors, SelectorType, type Selector } from 'css-what';
import {
  CssSyntaxError,
  parse as parseSheet,
  type AtRule,
  type ChildNode,
  type Container,
  type Declaration,
  type Root,
  type Rule,
} from 'postcss';
import { ORDER_TRAITS } from './order-traits.js';
import { inkDeclared, placeDeclared, roomDeclared, traitsOf, type Declared } from './traits.js';

/** Where a sheet writes text of its own. */
export type Side = 'before' | 'after';

/** What one selector says of one aspect of what it names. */
export interface LookRule {
  /** A property, a trait, or what a sheet writes beside an element (`before:content`). */
  readonly aspect: string;
  readonly says: string;
  readonly selector: readonly Selector[];
  /** True inside a condition: a width, a feature. */
  readonly isConditional: boolean;
  /** The greater wins; of the same weight the later. */
  readonly weight: number;
}

/** A font that a page brings along. */
export interface FontFace {
  /** In lower case. */
  readonly family: string;
  /** Where its letters are, as stated. */
  readonly source: string;
  /** The characters that it is used for, as stated; empty for all. */
  readonly range: string;
}

/** What a sheet says. */
export interface SheetRules {
  readonly rules: readonly LookRule[];
  readonly fontFaces: readonly FontFace[];
}

/** One thing that a rule says of what it names. */
export type Said = Pick<LookRule, 'aspect' | 'says'>;
/** Takes what matters out of a rule's declarations; `isNarrow` inside a condition for windows narrower than a desk's. */
export type SaidOf = (declared: Declared, isNarrow: boolean) => readonly Said[];

/** What the rules around a rule say of when it holds. */
interface Surroundings {
  readonly isConditional: boolean;
  /** Only in a window narrower than a desk's. */
  readonly isNarrow: boolean;
  /** In a layer: whatever it names, rules outside of layers outweigh it, but for what is marked as important. */
  readonly isLayered: boolean;
  /** Selectors that a nested rule stands in. */
  readonly around: string;
  readonly depth: number;
  readonly saidOf: SaidOf;
}

/** Media that every reader on a screen has. */
export function isForAll(media: string): boolean {
  return /^\s*(?:(?:only\s+)?(?:all|screen)\s*)?$/iu.test(media);
}

/** Reads a sheet; one in which a brace is missing says nothing. */
export function rulesOfSheet(text: string, isConditional: boolean, saidOf: SaidOf = saidOfElement): SheetRules {
  const sheet = parseLeniently(text.replace(/<!--|-->/gu, ' '));
  if (sheet === undefined) return { rules: [], fontFaces: [] };
  const fontFaces: FontFace[] = [];
  sheet.walkAtRules(/^font-face$/iu, (rule) => void fontFaces.push(fontFaceOf(rule)));
  return {
    rules: rulesIn(sheet, { isConditional, isNarrow: false, isLayered: false, around: '', depth: 0, saidOf }),
    fontFaces,
  };
}

/** A sheet in which a brace is missing says nothing for certain; it is passed over as one in a file of its own is. */
function parseLeniently(text: string): Root | undefined {
  try {
    return parseSheet(text);
  } catch (error) {
    if (error instanceof CssSyntaxError) return undefined;
    throw error;
  }
}

function fontFaceOf(rule: AtRule): FontFace {
  const declared = declaredIn(rule.nodes ?? []);
  const sources = (rule.nodes ?? []).flatMap((node) =>
    node.type === 'decl' && node.prop.toLowerCase() === 'src' ? [node.value] : [],
  );
  const family = declared('font-family').replace(/["']/gu, '').trim().toLowerCase();
  return { family, source: sources.join(','), range: declared('unicode-range') };
}

/** Conditions within one another; a sheet beyond it was made to harm, and says nothing. */
const DEEPEST = 64;
/** No window on a desk is narrower, in pixels. */
const NARROWEST_DESK_PX = 1024;

function rulesIn(container: Container, surroundings: Surroundings): readonly LookRule[] {
  const { isConditional, depth } = surroundings;
  if (depth > DEEPEST) return [];
  const inside = { ...surroundings, depth: depth + 1 };
  return (container.nodes ?? []).flatMap((node): readonly LookRule[] => {
    if (node.type === 'rule') return rulesOf(node, inside);
    if (node.type !== 'atrule' || (node.name === 'media' && /^\s*print\s*$/iu.test(node.params))) return [];
    const isPlain = node.name === 'media' && isForAll(node.params);
    const isLayered = inside.isLayered || node.name === 'layer';
    const isNarrow = inside.isNarrow || (node.name === 'media' && isForNarrow(node.params));
    // Which of several layers outweighs the others is not followed: what one says is not certain.
    return rulesIn(node, { ...inside, isNarrow, isLayered, isConditional: isConditional || !isPlain });
  });
}

function isForNarrow(media: string): boolean {
  const width = /max-(?:device-)?width\s*:\s*(\d+(?:\.\d+)?)(px|em|rem)/iu.exec(media);
  const px = Number(width?.[1] ?? Infinity) * (width?.[2]?.toLowerCase() === 'px' ? 1 : 16);
  return !media.includes(',') && px < NARROWEST_DESK_PX;
}

function rulesOf(rule: Rule, surroundings: Surroundings): readonly LookRule[] {
  const { around, isNarrow, isLayered, isConditional, saidOf } = surroundings;
  const text = around === '' ? rule.selector : nestedSelector(rule.selector, around);
  if (text.length > LONGEST_SELECTOR) return [];
  const own = selectorsOf(text).flatMap((parsed) => {
    const { selector, pseudo } = withoutPseudo(parsed);
    const side = SIDES[pseudo];
    if (pseudo !== '' && side === undefined && !OF_LETTERS.has(pseudo)) return [];
    return [false, true].flatMap((important) => {
      const declared = declaredIn(
        rule.nodes.filter((node) => node.type === 'decl' && (node.important ?? false) === important),
      );
      const weight = specificityOf(parsed) + (important ? IMPORTANT : 0) + layerWeight(isLayered, important);
      const said = side === undefined ? saidOf(declared, isNarrow) : isNarrow ? [] : saidBeside(declared, side);
      // What is said of some of an element's letters may or may not matter to its figure.
      return said.map((each) => ({
        ...each,
        selector,
        weight,
        isConditional: isConditional || OF_LETTERS.has(pseudo),
      }));
    });
  });
  const nested = rule.nodes.some(({ type }) => type === 'rule' || type === 'atrule');
  return nested ? [...own, ...rulesIn(rule, { ...surroundings, around: text })] : own;
}

/** Nested lists of selectors multiply; in characters. */
const LONGEST_SELECTOR = 20_000;
const SIDES: Readonly<Record<string, Side>> = { before: 'before', after: 'after', marker: 'before' };
const OF_LETTERS: ReadonlySet<string> = new Set(['first-letter', 'first-line']);

/** Nesting (CSS Nesting 1): `&` is what is around; without one it is what the element stands in. */
function nestedSelector(selector: string, around: string): string {
  return selector
    .split(',')
    .flatMap((each) =>
      around.split(',').map((one) => (each.includes('&') ? each.replaceAll('&', one.trim()) : `${one} ${each}`)),
    )
    .join(',');
}

function withoutPseudo(selector: readonly Selector[]): {
  readonly selector: readonly Selector[];
  readonly pseudo: string;
} {
  const pseudo = selector.find((token) => token.type === SelectorType.PseudoElement);
  const rest = selector.filter((token) => token !== pseudo);
  return { selector: rest, pseudo: pseudo?.name ?? '' };
}

function declaredIn(nodes: readonly ChildNode[]): Declared {
  const declarations = nodes.filter((node): node is Declaration => node.type === 'decl');
  const values = new Map(declarations.map(({ prop, value }) => [prop.toLowerCase(), value.trim()]));
  return (property) => values.get(property) ?? '';
}

const lowered =
  (declared: Declared): Declared =>
  (property) =>
    declared(property).toLowerCase();

function saidOfElement(asWritten: Declared, isNarrow: boolean): readonly Said[] {
  const declared = lowered(asWritten);
  const properties = ['display', 'visibility'].flatMap((aspect) =>
    declared(aspect) === '' ? [] : [{ aspect, says: SAYS[declared(aspect)] ?? 'shown' }],
  );
  const traits = [...traitsOf(declared)].map(([aspect, has]) => ({ aspect, says: has ? 'yes' : 'no' }));
  const fonts = declared('font-family') || declared('font');
  const inks = Object.entries(inkDeclared(declared)).map(([aspect, says]) => ({ aspect, says }));
  const room = roomDeclared(declared);
  const places = Object.entries(placeDeclared(declared)).map(([aspect, says]) => ({ aspect, says }));
  return [
    ...properties,
    ...inks,
    ...(isNarrow ? [] : places),
    ...(room === undefined ? [] : [{ aspect: 'room', says: room }]),
    ...traits.filter(({ aspect }) => !isNarrow || !OF_ORDER.has(aspect)),
    ...(fonts === '' || isNarrow ? [] : [{ aspect: 'font-family', says: fonts }]),
  ];
}

/** In a window too narrow for a table its cells are set below each other; nobody reads a report so. */
const OF_ORDER: ReadonlySet<string> = new Set(ORDER_TRAITS);

/** What is written beside an element, and how: `plain` in its line, `hidden`, or `odd` in any other way. */
function saidBeside(asWritten: Declared, side: Side): readonly Said[] {
  const declared = lowered(asWritten);
  const content = asWritten('content');
  const traits = [...traitsOf(declared)].filter(([, has]) => has).map(([trait]) => trait);
  const hides = [declared('display'), declared('visibility')].some((value) => SAYS[value] !== undefined);
  const isHidden = hides || traits.includes('concealed') || traits.includes('tiny');
  const isOdd = traits.length > 0 || !/^(?:|inline|inline-block)$/u.test(declared('display'));
  const shape = isHidden ? 'hidden' : isOdd ? 'odd' : undefined;
  return [
    ...(content === '' ? [] : [{ aspect: `${side}:content`, says: content }]),
    ...(shape === undefined ? [] : [{ aspect: `${side}:shape`, says: shape }]),
  ];
}

/** Values of `display` and `visibility` that hide. */
const SAYS: Readonly<Record<string, 'absent' | 'invisible'>> = {
  none: 'absent',
  collapse: 'absent',
  hidden: 'invisible',
};

/** Selectors of a kind that is not known here name nothing, as in a browser. */
function selectorsOf(text: string): readonly (readonly Selector[])[] {
  try {
    return parseSelectors(text);
  } catch {
    return [];
  }
}

/** What is marked as important weighs more than any selector. */
export const IMPORTANT = 1e9;

/** More than any selector weighs. */
const LAYER = 1e8;

/** Layers turn the order about for what is important ("Cascade Sorting Order", CSS Cascading 5). */
function layerWeight(isLayered: boolean, isImportant: boolean): number {
  return isLayered ? (isImportant ? LAYER : -LAYER) : 0;
}

/** Ids, then classes, attributes and pseudo-classes, then tags ("Calculating a selector's specificity", CSS Selectors 4). */
function specificityOf(selector: readonly Selector[]): number {
  return selector.reduce((sum, token) => {
    if (token.type === SelectorType.Attribute) return sum + (token.name === 'id' ? 1e6 : 1e3);
    if (token.type === SelectorType.Pseudo) return sum + 1e3;
    return token.type === SelectorType.Tag || token.type === SelectorType.PseudoElement ? sum + 1 : sum;
  }, 0);
}
