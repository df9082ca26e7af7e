// Garblings of the characters of a whole text: its lines stay, its characters change.
import type { Random } from '../random.js';

/** Lines to lines. */
export type TextGarbling = (lines: readonly string[], random: Random) => readonly string[];

/** 年 and 月 lost where digits stood in a font of their own. */
export const datesWithoutCharacters: TextGarbling = (lines, random) =>
  lines.map((line) =>
    line
      .replace(/(\d{4})年(\d{1,2})月(\d{1,2})日/g, (whole, year: string, month: string, day: string) =>
        random.pick([`${year}${month}月${day}日`, `${year}年${month}${day}日`, `${year}${month}${day}日`, whole]),
      )
      .replace(/〔(\d{4})〕(\d+)号/g, '〔$1$2号'),
  );

const SIMPLIFIED =
  '报开东农业务办县区动总计数项规发为统级单厅处请复议诉讼门网实报条广众严办结转应个从产亿传体关决减创则划别制势华协压变号听员问间际约经维继续绩给';
const TRADITIONAL =
  '報開東農業務辦縣區動總計數項規發為統級單廳處請復議訴訟門網實報條廣眾嚴辦結轉應個從產億傳體關決減創則劃別製勢華協壓變號聽員問間際約經維繼續績給';
const CONVERTED = new Map(
  Array.from(SIMPLIFIED).map((character, k) => [character, Array.from(TRADITIONAL)[k] ?? character]),
);

/** A mirror's conversion to traditional characters, pinyin in brackets here and there. */
export const traditionalCharacters: TextGarbling = (lines, random) =>
  lines.map((line) =>
    Array.from(line, (character) => {
      const converted = CONVERTED.get(character) ?? character;
      return converted === '公' && random.chance(0.05) ? '公(gong)' : converted;
    }).join(''),
  );

/** Figures, brackets and points in full width, an em-dash for 一 in 三安全一稳定. */
export const fullWidthCharacters: TextGarbling = (lines) =>
  lines.map((line) =>
    line
      .replace(/[0-9.()%]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
      .replace('三安全一稳定', '三安全—稳定'),
  );

/** Chinese characters set apart by spaces: 邮 编 ： 223100. */
export const spacedCharacters: TextGarbling = (lines, random) =>
  lines.map((line) => (random.chance(0.5) ? line.replace(/(?<=[\u4e00-\u9fff：])(?=[\u4e00-\u9fff：])/g, ' ') : line));

const LOOKALIKES: Readonly<Record<string, readonly string[]>> = { '0': ['O', 'o', '〇'], '1': ['l', 'I', '|'] };

/** Letters where a recogniser should have read figures; in cells that hold nothing but a figure. */
export const lettersForDigits: TextGarbling = (lines, random) =>
  lines.map((line) =>
    line
      .split('\t')
      .map((cell) =>
        /^\d+$/.test(cell)
          ? Array.from(cell, (digit) => (random.chance(0.12) ? random.pick(LOOKALIKES[digit] ?? [digit]) : digit)).join(
              '',
            )
          : cell,
      )
      .join('\t'),
  );

const NOTES = [
  '（该部分以表格形式报告。表格如下：）',
  '编写说明：填表时要注意数据间的逻辑关系，表内各项应当为整数。',
  '【此处填写不超过3条】',
];

/** Whether a text holds such an instruction. */
export function holdsDraftingNote(text: string): boolean {
  return NOTES.some((note) => text.includes(note));
}

/** Instructions to the drafter left in, one heading twice. */
export const draftingNotes: TextGarbling = (lines, random) =>
  lines.flatMap((line) =>
    /^[一二三四五六]、.{4,}情况$/.test(line)
      ? [line, ...(random.chance(0.5) ? [random.pick(NOTES)] : []), ...(random.chance(0.2) ? [line] : [])]
      : [line],
  );
