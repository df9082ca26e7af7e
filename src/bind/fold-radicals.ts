/**
 * Puts characters in the place of radicals that stand for them. Browsers write PDFs in which one glyph serves both, and the text
 * says ⼈⺠ for 人民: for comparing and for names, never for what is kept as printed.
 */

/** Unicode's EquivalentUnifiedIdeograph of those radicals of the supplement that are characters of their own; NFKC leaves them. */
const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Array.from(
    '⺒巳⺜日⺝月⺟母⺠民⺧牛⺩王⺶羊⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical = '', character = '']) => [radical, character],
  ),
);

/** A text without radicals; as long as before. */
export function foldRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/gu, (radical) => CHARACTERS.get(radical) ?? radical.normalize('NFKC'));
}
