/**
 * Reads a word processor's document (DOCX: ISO/IEC 29500, Office Open XML). Headers and footers are left out: they are a
 * page's furniture. Footnotes follow the text.
 */
import type { MarkupBlock, MarkupPage } from '../../model/index.js';
import { PipelineError } from '../../model/index.js';
import { htmlToPage } from '../html/html-to-page.js';
import { BlockBuilder } from '../markup/block-builder.js';
import { gatherDocx } from './docx-to-blocks.js';
import { fontDoubts, readEmbeddedFonts } from './embedded-fonts.js';
import type { FontDoubtOf } from './embedded-fonts.js';
import type { DocxContext } from './docx-to-blocks.js';
import { ListNumbers } from './list-numbers.js';
import { readStyles } from './styles.js';
import { childOf, elementsOf, ownText, parseXml } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';
import { openZip } from './zip-parts.js';
import type { ZipParts } from './zip-parts.js';

/** A part that another one refers to. */
interface Relation {
  readonly id: string;
  /** Last word of its type: `styles`, `numbering`. */
  readonly type: string;
  /** Its name in the package. */
  readonly target: string;
}

/**
 * Reads a document.
 *
 * @throws {PipelineError} `truncated` where it is damaged, `encrypted`, `memory-limit` where it inflates beyond measure
 */
export async function docxToPage(bytes: Uint8Array): Promise<MarkupPage> {
  const zip = await openZip(bytes);
  const roots = await relationsOf(zip, '');
  const main = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const document = await readXml(zip, main);
  if (!document) throw new PipelineError('truncated', NO_DOCUMENT);
  const relations = await relationsOf(zip, main);
  const partOf = (type: string): Promise<XmlElement | undefined> =>
    readXml(zip, relations.find((relation) => relation.type === type)?.target);
  const styles = readStyles(await partOf('styles'));
  const numbering = await partOf('numbering');
  const chunks = await readChunks(zip, relations);
  const notes = [await partOf('footnotes'), await partOf('endnotes')];
  const embedded = readEmbeddedFonts(await partOf('fontTable'), await partOf('theme'));
  const gather = (fontDoubt?: FontDoubtOf): readonly MarkupBlock[] => {
    const lists = new ListNumbers(numbering);
    const context = { styles, lists, chunks, ...(fontDoubt && { fontDoubt }) };
    const builder = new BlockBuilder();
    const body = childOf(document, 'w:body');
    if (body) gatherDocx(body, builder, context);
    for (const each of notes) addNotes(each, builder, context);
    return builder.finish().blocks;
  };
  const core = await readXml(zip, roots.find(({ type }) => type === 'core-properties')?.target);
  return {
    kind: 'markup',
    pageNumber: 1,
    properties: { title: titleOf(core), published: '' },
    blocks: gather(embedded && fontDoubts(embedded, gather)),
  };
}

const NO_DOCUMENT = {
  zh: '文档（DOCX）中没有正文，请重新获取',
  en: 'the document (DOCX) has no main part; fetch it again',
};

async function readXml(zip: ZipParts, name: string | undefined): Promise<XmlElement | undefined> {
  const bytes = name === undefined ? undefined : await zip.read(name);
  return bytes && parseXml(bytes);
}

/** The parts that a part refers to; those of the package as a whole for an empty name. */
async function relationsOf(zip: ZipParts, part: string): Promise<readonly Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const root = await readXml(zip, `${folder}_rels/${part.slice(folder.length)}.rels`);
  return elementsOf(root)
    .filter(({ attributes }) => attributes.get('TargetMode') !== 'External')
    .map(({ attributes }) => ({
      id: attributes.get('Id') ?? '',
      type: attributes.get('Type')?.split('/').at(-1) ?? '',
      target: resolve(folder, attributes.get('Target') ?? ''),
    }));
}

function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Pages of HTML that a program has put into a document whole, for the word processor to convert when it opens it. */
async function readChunks(
  zip: ZipParts,
  relations: readonly Relation[],
): Promise<ReadonlyMap<string, readonly MarkupBlock[]>> {
  const chunks = new Map<string, readonly MarkupBlock[]>();
  for (const { id, type, target } of relations) {
    if (type !== 'aFChunk' || !/\.(?:x?html?|mht(?:ml)?)$/iu.test(target)) continue;
    const bytes = await zip.read(target);
    if (bytes) chunks.set(id, htmlToPage(bytes).blocks);
  }
  return chunks;
}

/** Notes with a type are the lines that part them from the text. */
function addNotes(root: XmlElement | undefined, builder: BlockBuilder, context: DocxContext): void {
  for (const note of elementsOf(root)) {
    if (note.attributes.get('type') === undefined) gatherDocx(note, builder, context);
  }
}

function titleOf(core: XmlElement | undefined): string {
  const title = elementsOf(core).find(({ name }) => name === 'title');
  return title ? ownText(title).replace(/\s+/gu, ' ').trim() : '';
}
