/**
 * The one place that loads pdf.js. Its operator lists are no public interface: the version is pinned, their shape is
 * checked while they are read (`operator-shapes.ts`), and a contract test fails when it changes.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { createLoopbackPort, type LoopbackPort } from './loopback-port.js';

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
  /** Which layers (optional content) are switched on as the document opens. */
  getOptionalContentConfig(): Promise<LayerConfig>;
}

/** Tells which layers are seen; a group is what `beginMarkedContentProps` carries. */
export interface LayerConfig {
  isVisible(group: unknown): boolean;
}

/** A document being loaded. */
export interface LoadingTask {
  readonly promise: Promise<PdfjsDocument>;
  /** The error that broke an operator list off since the last call; `undefined` where none did. */
  takeStreamError(): unknown;
  /** Gives back the document and all that came with it. */
  destroy(): Promise<void>;
}

/** pdf.js, ready for use. */
export interface Pdfjs {
  /** Operator codes by name. */
  readonly operators: Readonly<Record<string, number>>;
  /** Loads a document; unless `stopAtErrors`, pages are read on past their errors as far as that goes. */
  load(bytes: Uint8Array, options: { readonly stopAtErrors: boolean }): LoadingTask;
}

/** The two halves of pdf.js, as far as they are used. */
interface PdfjsModule {
  readonly OPS: Readonly<Record<string, number>>;
  readonly PDFWorker: new (options: { port: LoopbackPort; verbosity: number }) => { destroy(): void };
  getDocument(parameters: Readonly<Record<string, unknown>>): {
    readonly promise: Promise<PdfjsDocument>;
    destroy(): Promise<void>;
  };
}
interface WorkerModule {
  readonly WorkerMessageHandler: { initializeFromPort(port: LoopbackPort): void };
}

/** Form fields and notes as they are drawn on the page: a figure may stand in one (pdf.js, AnnotationMode.ENABLE). */
export const AS_DISPLAYED = 1;
/** Folder of the builds that run on Node. */
const BUILD = 'pdfjs-dist/legacy/build';
/** Errors only (pdf.js, VerbosityLevel.ERRORS). */
const QUIET = 0;

/**
 * Where pdf.js is told to put its fonts. With a document that takes fonts it does not turn every glyph into a path for
 * drawing, which it would do on Node: 17 instead of 28 ms a page on the reference documents.
 */
const FONT_SINK = { fonts: { add: ignore, delete: ignore } };

let library: Promise<Pdfjs> | undefined;

/** Loads pdf.js in this thread, at most once; it takes some 200 ms. */
export function loadPdfjs(): Promise<Pdfjs> {
  library ??= startPdfjs();
  return library;
}

async function startPdfjs(): Promise<Pdfjs> {
  const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  lendGlobals();
  const [pdfjs, worker] = await importQuietly();
  return {
    operators: pdfjs.OPS,
    load: (bytes, { stopAtErrors }) => {
      const port = createLoopbackPort();
      worker.WorkerMessageHandler.initializeFromPort(port);
      const half = new pdfjs.PDFWorker({ port, verbosity: QUIET });
      const task = pdfjs.getDocument({
        ...parametersOf(root),
        worker: half,
        data: new Uint8Array(bytes),
        stopAtErrors,
      });
      return {
        promise: task.promise,
        takeStreamError: () => port.takeStreamError(),
        destroy: async () => {
          await task.destroy();
          half.destroy();
        },
      };
    },
  };
}

/** What all documents are loaded with. */
function parametersOf(root: string): Readonly<Record<string, unknown>> {
  return {
    // Plain paths with a trailing slash work on Node. Without the CMaps, text of Chinese fonts that are not embedded
    // comes out empty, without an error.
    cMapUrl: `${root}/cmaps/`,
    cMapPacked: true,
    // No `standardFontDataUrl`: outlines of the 14 standard fonts serve drawing only, and would pass for embedded.
    // The outcome must not depend on the fonts of the machine.
    useSystemFonts: false,
    // Tells which codes have Unicode text: the glyphs themselves fall back to the bare code in silence.
    fontExtraProperties: true,
    disableFontFace: false,
    ownerDocument: FONT_SINK,
    isEvalSupported: false,
    verbosity: QUIET,
  };
}

/**
 * Lends pdf.js the browser classes it cannot do without: `FontFace`, which it makes one of for each font and hands to
 * `FONT_SINK`; and `DOMMatrix`, which it needs to load at all, where @napi-rs/canvas is not there to bring it.
 */
function lendGlobals(): void {
  const scope = globalThis as { DOMMatrix?: unknown; FontFace?: unknown };
  scope.FontFace ??= class FontFace {
    readonly loaded = Promise.resolve(this);
  };
  if (scope.DOMMatrix === undefined && !hasCanvas()) scope.DOMMatrix = Object;
}

/**
 * Imports the legacy build, the only one that runs on Node. While it loads it warns on the console where it finds no
 * @napi-rs/canvas, which only drawing needs; those warnings alone are held back.
 */
async function importQuietly(): Promise<[PdfjsModule, WorkerModule]> {
  const sink: Pick<Console, 'warn'> = globalThis.console;
  const { warn } = sink;
  sink.warn = (...words: unknown[]) => {
    if (!/^Warning: Cannot (?:load "@napi-rs\/canvas"|polyfill `)/.test(String(words[0]))) warn(...words);
  };
  try {
    const pdfjs: unknown = await import('pdfjs-dist/legacy/build/pdf.mjs');
    // The half that reads files; the package has no types for it.
    const worker: unknown = await import(`${BUILD}/pdf.worker.mjs`);
    return [pdfjs as PdfjsModule, worker as WorkerModule];
  } finally {
    sink.warn = warn;
  }
}

function ignore(): void {
  // Fonts are not drawn with here.
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
