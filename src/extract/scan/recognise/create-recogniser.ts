/** What reads glyphs from pictures: shapes learnt from open fonts, and tesseract.js. */
import { readCells } from './read-cells.js';
import { readAgain } from './read-again.js';
import { countKnownCharacters, readText } from './read-text.js';
import type { Recogniser } from './recogniser.js';
import { openTesseract, type EngineOptions, type TesseractEngine } from './tesseract-engine.js';

/** How pictures are read. */
export interface RecogniserOptions {
  /** Another program for the engine's threads; for tests. */
  readonly threadPath?: string;
  /** How long the engine may take for one picture of some dozen lines. */
  readonly timeLimitMs?: number;
}

/** A machine that does ten other things at once still reads a montage in a fraction of this. */
const TIME_LIMIT_MS = 120_000;
/** Cells whose shapes are in doubt are read as these. */
const FIGURE_CHARACTERS = '0123456789';

/**
 * Makes a recogniser. Engines are started when they are first needed, kept for all documents, and started anew after
 * a failure.
 */
export function createRecogniser(options: RecogniserOptions = {}): Recogniser {
  const timeLimitMs = options.timeLimitMs ?? TIME_LIMIT_MS;
  const common = { timeLimitMs, ...(options.threadPath === undefined ? {} : { threadPath: options.threadPath }) };
  const figures = lazily({ ...common, language: 'eng', characters: FIGURE_CHARACTERS });
  const text = lazily({ ...common, language: 'chi_sim' });
  return {
    readCells: (cuttings) => readCells(cuttings, figures.open),
    readText: (cuttings, wordings) => readText(cuttings, wordings ?? [], text.open),
    readAgain: (cells) => readAgain(cells, figures.open),
    countKnown: countKnownCharacters,
    close: async () => {
      await Promise.all([figures.close(), text.close()]);
    },
  };
}

/** An engine that is started when it is asked for, and again after it has failed. */
function lazily(options: EngineOptions) {
  let opened: Promise<TesseractEngine> | undefined;
  const open = async (): Promise<TesseractEngine> => {
    opened ??= openTesseract(options);
    const mine = opened;
    const forget = (): void => {
      if (opened === mine) opened = undefined;
    };
    try {
      const engine = await mine;
      return {
        ...engine,
        read: async (picture, characters) => {
          try {
            return await engine.read(picture, characters);
          } catch (error) {
            forget();
            throw error;
          }
        },
      };
    } catch (error) {
      forget();
      throw error;
    }
  };
  const close = async (): Promise<void> => {
    const engine = opened;
    opened = undefined;
    if (engine !== undefined) await (await engine).close();
  };
  return { open, close };
}
