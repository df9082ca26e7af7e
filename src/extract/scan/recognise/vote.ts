/** Puts what several independent readers say of a glyph together. */
import type { EngineWord } from './choose-for-engine.js';
import type { GlyphReading } from './recogniser.js';

/** What is known of a glyph. */
export interface Evidence {
  /** By its shape: share of each text, `''` for none of them. */
  readonly shape: ReadonlyMap<string, number>;
  /** What the engine read there; absent where it was not asked, or saw another number of glyphs in the cell. */
  readonly engine?: EngineWord;
  /** What it read when asked once more, the digits in another size; absent where it was not, or miscounted again. */
  readonly again?: EngineWord;
  /** Of the shapes like it in the document. */
  readonly alike: {
    /** How many, itself included. */
    readonly count: number;
    /** Mean of the logarithms of their shares by text. */
    readonly shape: ReadonlyMap<string, number>;
    /** For how many of them the engine read each text, the last time that it read them. */
    readonly engine: ReadonlyMap<string, number>;
  };
  /** False where pieces were put together or cut apart by guess. */
  readonly isWhole: boolean;
  /** Wider than digits of the document: a point may be glued to it. */
  readonly isWide: boolean;
  /** How much further off than usual the digits beside it stand, in shares of their height; `-Infinity` where there are none. */
  readonly room: number;
}

/** Nobody is surer than this of what is impossible. */
const LEAST_SHARE = 0.002;
/** What each reader's word weighs; how sure the outcome is was learnt afterwards. */
const WEIGHT = { own: 0.6, alike: 0.5, engine: 3.5, again: 2, engineAlike: 4 };
/** The first reads of what is alike weigh less: so many more are thought to have said nothing. */
const READS_MISSING = 2;
/** Readings less likely than this are not given. */
const LEAST_READING = 0.002;

/** Readings of a glyph, best first, weighed against one another; how sure the best is tells `certainty.ts`. */
export function vote(evidence: Evidence): readonly GlyphReading[] {
  const { shape, engine, again, alike } = evidence;
  const asked = [engine, again].flatMap((word) => word?.text ?? []);
  const texts = new Set([...shape.keys(), ...alike.engine.keys(), ...asked]);
  texts.delete('');
  const engineReads = [...alike.engine.values()].reduce((a, b) => a + b, 0);
  const scores = [...texts].map((text) => {
    const own = Math.log(Math.max(LEAST_SHARE, shape.get(text) ?? 0));
    const common = Math.max(Math.log(LEAST_SHARE), alike.shape.get(text) ?? -Infinity);
    const once = engine?.text === text ? WEIGHT.engine * engine.confidence : 0;
    // What it missed at first, it reads for the first time now.
    const weight = engine === undefined ? WEIGHT.engine : WEIGHT.again;
    const read = once + (again?.text === text ? weight * again.confidence : 0);
    const readAlike = (WEIGHT.engineAlike * (alike.engine.get(text) ?? 0)) / (engineReads + READS_MISSING);
    return {
      text,
      score: WEIGHT.own * own + WEIGHT.alike * common + read + readAlike,
    };
  });
  const most = Math.max(...scores.map(({ score }) => score));
  const sum = scores.reduce((total, { score }) => total + Math.exp(score - most), 0);
  return scores
    .map(({ text, score }) => ({ text, confidence: Math.exp(score - most) / sum }))
    .sort((a, b) => b.confidence - a.confidence)
    .filter(({ confidence }, k) => k === 0 || confidence >= LEAST_READING);
}
