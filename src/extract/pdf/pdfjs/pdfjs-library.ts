/**
 * The one place that loads pdf.js. Its operator lists are no public interface: the version is pinned, their shape is
 * checked while they are read (`operator-shapes.ts`), and a contract test fails when it changes.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

/** A page's drawing operators: `argsArray[i]` are the arguments of operator `fnArray[i]`. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** A store of objects the operators name; `get` calls back once the object is there. */
export interface ObjectStore {
  get(id: string, callback: (found: unknown) => void): void;
}

/** A page, as far as it is used. */
export interface PdfjsPage {
  /** Left, bottom, right, top of the crop box, cut by the media box. */
  readonly view: readonly number[];
  /** In degrees, clockwise. */
  readonly rotate: number;
  readonly commonObjs: ObjectStore;
  getOperatorList(options: { intent: 'display'; annotationMode: number }): Promise<OperatorList>;
  cleanup(): boolean;
}

/** A document, as far as it is used. */
export interface PdfjsDocument {
  readonly numPages: number;
  getPage(pageNumber: number): Promise<PdfjsPage>;
}

/** A document being loaded; destroying it gives back document and worker. */
export interface LoadingTask {
  readonly promise: Promise<PdfjsDocument>;
  destroy(): Promise<void>;
}

/** pdf.js, ready for use. */
export interface Pdfjs {
  /** Operator codes by name. */
  readonly operators: Readonly<Record<string, number>>;
  load(bytes: Uint8Array, options: { stopAtErrors: boolean }): LoadingTask;
}

/** The module, as far as it is used. */
interface PdfjsModule {
  readonly OPS: Readonly<Record<string, number>>;
  getDocument(parameters: Readonly<Record<string, unknown>>): LoadingTask;
}

/** Annotations are no part of the printed page: PDFium's text page leaves them out too (pdf.js, AnnotationMode.DISABLE). */
export const NO_ANNOTATIONS = 0;

let library: Promise<Pdfjs> | undefined;

/** Loads pdf.js in this thread, at most once; it takes some 200 ms. */
export function loadPdfjs(): Promise<Pdfjs> {
  library ??= startPdfjs();
  return library;
}

async function startPdfjs(): Promise<Pdfjs> {
  const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const module = await importQuietly();
  return {
    operators: module.OPS,
    load: (bytes, { stopAtErrors }) =>
      module.getDocument({
        // pdf.js takes its data over (the buffer is transferred), so it gets a copy; a Buffer it refuses.
        data: new Uint8Array(bytes),
        // Plain paths with a trailing slash work on Node. Without the CMaps, text of Chinese fonts that are not embedded
        // comes out empty, without an error.
        cMapUrl: `${root}/cmaps/`,
        cMapPacked: true,
        // No `standardFontDataUrl`: outlines of the 14 standard fonts serve drawing only, and would pass for embedded.
        // The outcome must not depend on the fonts of the machine.
        useSystemFonts: false,
        // Tells which codes have Unicode text: the glyphs themselves fall back to the bare code in silence.
        fontExtraProperties: true,
        isEvalSupported: false,
        stopAtErrors,
        verbosity: 0,
      }),
  };
}

/**
 * Imports the legacy build, the only one that runs on Node. While it loads it warns on the console where it finds no
 * @napi-rs/canvas, which only drawing needs; those warnings alone are held back. Without that package it also needs a
 * `DOMMatrix` to load at all, so an empty one is lent.
 */
async function importQuietly(): Promise<PdfjsModule> {
  const scope = globalThis as { DOMMatrix?: unknown; console: Pick<Console, 'warn'> };
  if (scope.DOMMatrix === undefined && !hasCanvas()) scope.DOMMatrix = Object;
  const sink = scope.console;
  const { warn } = sink;
  sink.warn = (...words: unknown[]) => {
    if (!/^Warning: Cannot (?:load "@napi-rs\/canvas"|polyfill `)/.test(String(words[0]))) warn(...words);
  };
  try {
    const module: unknown = await import('pdfjs-dist/legacy/build/pdf.mjs');
    return module as PdfjsModule;
  } finally {
    sink.warn = warn;
  }
}

function hasCanvas(): boolean {
  try {
    const fromPdfjs = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    fromPdfjs.resolve('@napi-rs/canvas');
    return true;
  } catch {
    return false;
  }
}
