/** The adapter of tesseract.js: one engine for one language, offline, used for many pictures. */
import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Worker } from 'tesseract.js';
import { PipelineError } from '../../../model/index.js';
import type { GreyImage, PixelBox } from '../grey-image.js';

/** A character as the engine read it. */
export interface EngineSymbol {
  readonly text: string;
  /** In [0, 1], as the engine says; not calibrated. */
  readonly confidence: number;
  readonly box: PixelBox;
}

/** A line as the engine read it, left to right. */
export type EngineLine = readonly EngineSymbol[];

/** Reads pictures of text lines. */
export interface TesseractEngine {
  /**
   * @param characters that can occur in this picture; those that the engine was started with by default
   * @returns lines from the top
   * @throws {PipelineError} `time-limit` when the engine does not answer, `crashed` when it fails; it is closed then
   */
  read(picture: GreyImage, characters?: string): Promise<readonly EngineLine[]>;
  close(): Promise<void>;
}

/** What an engine is to read. */
export interface EngineOptions {
  readonly language: 'eng' | 'chi_sim';
  /** The characters that can occur; all of the language where absent. */
  readonly characters?: string;
  /** How long one picture may take. */
  readonly timeLimitMs: number;
  /** Another program for the engine's thread; for tests. */
  readonly threadPath?: string;
}

/** Where npm put the data of a language: nothing is ever fetched. */
export function languageFolder(language: EngineOptions['language']): string {
  const manifest = createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`);
  return path.join(path.dirname(manifest), '4.0.0_best_int');
}

/** Starts an engine. */
export async function openTesseract(options: EngineOptions): Promise<TesseractEngine> {
  // Loaded with the first scan: most documents hold none.
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const started = createWorker(options.language, OEM.LSTM_ONLY, {
    langPath: languageFolder(options.language),
    gzip: true,
    cacheMethod: 'none',
    ...(options.threadPath === undefined ? {} : { workerPath: options.threadPath }),
    // Errors come back with the call that failed; without a handler they would be thrown outside of it as well.
    errorHandler: () => undefined,
  });
  const worker = await withinLimit(started, options, () => undefined);
  const close = async (): Promise<void> => {
    await worker.terminate();
  };
  const death = deathOf(worker);
  const limited = <T>(answer: Promise<T>): Promise<T> => withinLimit(Promise.race([answer, death]), options, close);
  await limited(
    worker.setParameters({
      tessedit_pageseg_mode: PSM.SINGLE_BLOCK,
      user_defined_dpi: '150',
      // Print is dark on light here: a line that is hard to read is not tried the other way round.
      tessedit_do_invert: '0',
      ...(options.characters === undefined ? {} : { tessedit_char_whitelist: options.characters }),
    }),
  );
  let allowed = options.characters;
  return {
    read: async (picture, characters = options.characters) => {
      if (characters !== allowed) await limited(worker.setParameters({ tessedit_char_whitelist: characters ?? '' }));
      allowed = characters;
      return linesOf(await limited(recognise(worker, picture)));
    },
    close,
  };
}

/**
 * Fails when the engine's thread ends, and never succeeds. The thread is not among the types of tesseract.js, nor does
 * anything there listen to it: its error would end the process, and its calls would stay open for ever.
 */
function deathOf(worker: Worker): Promise<never> {
  const { worker: thread } = worker as Worker & { readonly worker?: unknown };
  const death = new Promise<never>((_, reject) => {
    if (!(thread instanceof EventEmitter)) return;
    thread.on('error', reject);
    thread.on('exit', () => {
      reject(new Error('its thread ended'));
    });
  });
  // Nobody may be waiting when it ends.
  death.catch(() => undefined);
  return death;
}

/** PGM is the least work for both sides: a PNG would be packed and unpacked for nothing. */
function recognise(worker: Worker, picture: GreyImage) {
  const header = Buffer.from(`P5\n${picture.widthPx} ${picture.heightPx}\n255\n`, 'latin1');
  return worker.recognize(Buffer.concat([header, picture.data]), {}, { blocks: true, text: false });
}

type Recognised = Awaited<ReturnType<Worker['recognize']>>;

function linesOf({ data }: Recognised): readonly EngineLine[] {
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.map((line) =>
    line.words.flatMap((word) =>
      word.symbols.map(({ text, confidence, bbox }) => ({
        text,
        confidence: confidence / 100,
        box: bbox,
      })),
    ),
  );
}

/** What takes too long is given up, and the engine with it. */
async function withinLimit<T>(
  answer: Promise<T>,
  { language, timeLimitMs }: EngineOptions,
  giveUp: () => Promise<void> | undefined,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new PipelineError('time-limit', {
          zh: `文字识别引擎（${language}）在 ${timeLimitMs} 毫秒内没有回应；可提高时限后重试`,
          en: `the text recognition engine (${language}) gave no answer within ${timeLimitMs} ms; try again with a higher limit`,
        }),
      );
    }, timeLimitMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (cause) {
    await giveUp();
    if (cause instanceof PipelineError) throw cause;
    throw new PipelineError(
      'crashed',
      {
        zh: `文字识别引擎（${language}）出错：${String(cause)}；请重新安装依赖（npm ci）后再试`,
        en: `the text recognition engine (${language}) failed: ${String(cause)}; install the packages again (npm ci) and retry`,
      },
      { cause },
    );
  } finally {
    clearTimeout(timer);
  }
}
