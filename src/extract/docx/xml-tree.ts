/**
 * Parses the parts of a word processor's file into a plain tree whose names carry a fixed prefix, whatever prefixes the
 * file declares: `w:p` is a paragraph in the transitional and in the strict form of the standard.
 */
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import type { Element, Node } from '@xmldom/xmldom';
import { PipelineError } from '../../model/index.js';

/** An element with its children, text included. */
export interface XmlElement {
  /** With the prefix of its name space, or without one where the name space is none of a document's. */
  readonly name: string;
  /** Without prefixes: no element of interest has two of one name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** Name spaces, transitional and strict (ISO/IEC 29500), with the prefix they get here. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'urn:schemas-microsoft-com:vml': 'v',
};

/** Elements within one another; text in a table in a text box has some thirty. */
const DEEPEST = 500;

/**
 * Parses a part.
 *
 * @throws {PipelineError} `truncated` where it is no XML, `memory-limit` where it is nested too deep
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root = parseRoot(decodeXml(bytes));
  return toElement(root, 0);
}

function parseRoot(text: string): Element {
  try {
    const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml').documentElement;
    if (root) return root;
  } catch (error) {
    throw new PipelineError('truncated', NO_XML, { cause: error });
  }
  throw new PipelineError('truncated', NO_XML);
}

const NO_XML = {
  zh: '文档（DOCX）的内容不是完整的 XML，请重新获取',
  en: 'the content of the document (DOCX) is no complete XML; fetch it again',
};

/** XML is UTF-8 unless a byte-order mark says UTF-16; packages are written so without exception. */
function decodeXml(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function toElement(element: Element, depth: number): XmlElement {
  if (depth > DEEPEST) throw new PipelineError('memory-limit', TOO_DEEP);
  const attributes = new Map<string, string>();
  for (const attribute of element.attributes) attributes.set(attribute.localName ?? attribute.name, attribute.value);
  const children: (XmlElement | string)[] = [];
  for (let node: Node | null = element.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node)) children.push(toElement(node, depth + 1));
    else if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE) {
      children.push(node.nodeValue ?? '');
    }
  }
  const prefix = PREFIXES[element.namespaceURI ?? ''];
  const local = element.localName ?? element.tagName;
  return { name: prefix === undefined ? local : `${prefix}:${local}`, attributes, children };
}

const TOO_DEEP = {
  zh: `文档（DOCX）的元素嵌套超过 ${DEEPEST} 层，不予读取`,
  en: `elements of the document (DOCX) are nested more than ${DEEPEST} deep; it is not read`,
};

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

/** The child elements, in order. */
export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string');
}

/** The first child element of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(element).find((child) => child.name === name);
}

/** The `val` of the first child element of a name. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get('val');
}

/** Whether a switch is there and on (`<w:vanish/>`, not `<w:vanish w:val="0"/>`); `undefined` where it is not there. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name);
  return found && !/^(?:0|false|off)$/iu.test(found.attributes.get('val') ?? '');
}

/** The text directly inside an element. */
export function ownText(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}

/** All text inside an element. */
export function allText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : allText(child))).join('');
}
