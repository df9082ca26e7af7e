/**
 * Counts the items of numbered lists. A word processor prints `1.` before a paragraph that is numbered and keeps only the
 * list's name in the file; without it labels of a form would lose the numbers by which they are told apart.
 */
import { writeNumeral } from './numerals.js';
import type { ListPlace } from './styles.js';
import { childOf, elementsOf, valueOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.`: the number of level 1, then a full stop. */
  readonly text: string;
  /** Whether nothing stands between number and text. */
  readonly isTight: boolean;
}

interface List {
  /** Lists of one definition count on where the other left off. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels at which this list begins anew. */
  readonly starts: ReadonlyMap<number, number>;
}

/** The numbers of one document's lists, to be asked paragraph by paragraph, in order. */
export class ListNumbers {
  readonly #lists: ReadonlyMap<string, List>;
  /** By definition: the last number of each level. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  /** Lists that have begun, by name and level. */
  readonly #begun = new Set<string>();

  /** @param root the part `numbering.xml`; absent in a document without lists */
  constructor(root: XmlElement | undefined) {
    this.#lists = readLists(root);
  }

  /** The number of the next paragraph of a list as it is printed, with what parts it from the text; mostly not empty. */
  next({ numId, level }: ListPlace): string {
    const list = this.#lists.get(numId);
    const own = list?.levels.get(level);
    if (!list || !own) return '';
    const counts = this.#counts.get(list.definition) ?? [];
    const anew = list.starts.get(level);
    const isFirst = anew !== undefined && !this.#begun.has(`${numId}/${level}`);
    this.#begun.add(`${numId}/${level}`);
    const last = counts[level];
    counts[level] = isFirst ? anew : last === undefined ? own.start : last + 1;
    // A deeper level begins anew below each item.
    counts.length = level + 1;
    this.#counts.set(list.definition, counts);
    if (own.format === 'bullet' || own.format === 'none') return '';
    const text = own.text.replace(/%(\d)/gu, (_, place: string) => {
      const at = Number(place) - 1;
      const each = list.levels.get(at);
      return writeNumeral(counts[at] ?? each?.start ?? 1, each?.format ?? 'decimal');
    });
    return text === '' || own.isTight ? text : `${text} `;
  }
}

function readLists(root: XmlElement | undefined): ReadonlyMap<string, List> {
  const definitions = new Map<string, ReadonlyMap<number, Level>>();
  const lists = new Map<string, List>();
  for (const element of elementsOf(root)) {
    if (element.name === 'w:abstractNum') {
      definitions.set(element.attributes.get('abstractNumId') ?? '', levelsOf(element));
    }
    if (element.name !== 'w:num') continue;
    const definition = valueOf(element, 'w:abstractNumId') ?? '';
    const overrides = elementsOf(element).filter(({ name }) => name === 'w:lvlOverride');
    const own = overrides.flatMap((override) => [...levelsOf(override)]);
    const starts = overrides.flatMap((override): [number, number][] => {
      const start = valueOf(override, 'w:startOverride');
      return start === undefined ? [] : [[Number(override.attributes.get('ilvl') ?? 0), Number(start)]];
    });
    lists.set(element.attributes.get('numId') ?? '', {
      definition,
      levels: new Map([...(definitions.get(definition) ?? []), ...own]),
      starts: new Map(starts),
    });
  }
  return lists;
}

function levelsOf(element: XmlElement): ReadonlyMap<number, Level> {
  const levels = elementsOf(element).filter(({ name }) => name === 'w:lvl');
  return new Map(
    levels.map((level) => [
      Number(level.attributes.get('ilvl') ?? 0),
      {
        start: Number(valueOf(level, 'w:start') ?? 1),
        format: childOf(level, 'w:numFmt')?.attributes.get('val') ?? 'decimal',
        text: valueOf(level, 'w:lvlText') ?? '',
        isTight: valueOf(level, 'w:suff') === 'nothing',
      },
    ]),
  );
}
