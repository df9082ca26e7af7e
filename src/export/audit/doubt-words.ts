/** What the stable words for doubts mean, for people; docs/architecture.md lists them. */
import type { BilingualText } from '../../model/index.js';

const WORDS: Readonly<Record<string, BilingualText>> = {
  'row-uncertain': { zh: '属于哪一行不确定', en: 'its row is uncertain' },
  'label-unrecognised': { zh: '行名未认出', en: 'the label of its row was not recognised' },
  'cut-row': { zh: '该行被分页切开', en: 'its row is cut by a page break' },
  'figures-outside': { zh: '行外另有数字', en: 'figures stand outside the row' },
  'header-unrecognised': { zh: '表头未认出', en: 'the header was not recognised' },
  'column-uncertain': { zh: '属于哪一列不确定', en: 'its column is uncertain' },
  'several-cells-in-column': { zh: '一列中有几个单元格', en: 'several cells stand in its column' },
  'spans-several-places': { zh: '单元格跨几处', en: 'its cell spans several places' },
  'place-in-row-unknown': { zh: '行内位置不明', en: 'its place in the row is unknown' },
  'beside-two-numbers': { zh: '空白，而旁边一格有两个数', en: 'blank, and its neighbour holds two numbers' },
  'surplus-figure': { zh: '数字多于表式所有', en: 'there are more figures than the form has' },
  'row-short': { zh: '该行数字不足', en: 'its row has too few figures' },
  'other-year': { zh: '表题写的是别的年份', en: 'the caption of its table names another year' },
  'repeated-block': { zh: '同一表出现两次', en: 'the table occurs twice' },
  'several-reports': { zh: '文件中不止一份报告', en: 'the file holds more than one report' },
  'broken-number': { zh: '数字断开', en: 'the number is broken' },
  'several-numbers': { zh: '一格中有几个数字', en: 'there are several numbers in the cell' },
  'text-after-number': { zh: '数字后另有文字', en: 'text follows the number' },
  'count-with-fraction': { zh: '件数带有小数', en: 'a count has a fraction' },
  'point-uncertain': {
    zh: '小数点也可能是千分位的分隔符',
    en: 'the point may part thousands, or be a decimal one',
  },
  'sign-before-number': {
    zh: '数字前有短横，可能是负号',
    en: 'a dash stands right before the number and may be its sign',
  },
  'unit-uncertain': { zh: '表中写有几种金额单位', en: 'the table names several units of money' },
  'leading-zero': { zh: '数字以 0 开头', en: 'the number begins with 0' },
  'no-leading-number': { zh: '不以数字开头', en: 'no number comes first' },
  'only-a-note': { zh: '只有注号', en: 'only a note mark' },
  'page-number': { zh: '可能是页码', en: 'it may be a page number' },
  'strays-over-rule': { zh: '数字越过表格线', en: 'the number reaches over a rule' },
  'no-such-cell': { zh: '源文件没有此单元格', en: 'the source has no such cell' },
  'nested-table': { zh: '格内另有表格', en: 'a table stands in the cell' },
  'hidden-text': { zh: '格内有隐藏文字', en: 'the cell holds hidden text' },
  'script-filled': { zh: '格内数字由网页脚本填写', en: 'a script writes what the cell shows' },
  'order-by-style': { zh: '样式改变了格内文字的次序或位置', en: 'styles set the cell in another order or place' },
  'text-by-style': { zh: '格内有样式表写出的文字', en: 'a style sheet writes text into the cell' },
  'drawn-elsewhere': {
    zh: '由版面转换来的网页，此格可能另有未保留的图形',
    en: 'the page was converted from paper, and what is drawn in the cell may be lost',
  },
  'font-unproved': {
    zh: '数字由文件自带的字体绘出，勾稽关系不足以证明所绘与所写相同',
    en: 'a font that the file brings along draws the digits, and the sums do not prove that it draws those that are written',
  },
  'font-of-its-own': {
    zh: '数字用文件自带的字体，字形可能不同',
    en: 'a font of the file’s own draws its digits, maybe others',
  },
  'struck-out': { zh: '格内有被划去的数字', en: 'a figure in the cell is struck out' },
  'list-number': { zh: '格内数字带自动编号', en: 'the figure stands behind an automatic number' },
  'uneven-lines': { zh: '同一行各格的行数不同', en: 'the cells of the row have different numbers of lines' },
  'picture-in-cell': { zh: '格内有图片', en: 'the cell holds a picture' },
  'unreadable-glyph': { zh: '有无法辨认的字形', en: 'a glyph cannot be read' },
  overprinted: { zh: '文字重叠', en: 'glyphs are drawn over one another' },
  'read-unsurely': { zh: '扫描件上认得不确定', en: 'it was read unsurely from a scan' },
  'readers-differ': { zh: '两个读取器读法不同', en: 'the two readers differ' },
  'identity-fails': { zh: '勾稽关系不成立', en: 'a sum over it fails' },
  'reading-broken': { zh: '全篇读取不可靠', en: 'the whole document was not read right' },
  'text-layer-broken': { zh: '文字层损坏', en: 'the text layer is broken' },
  'stated-otherwise': { zh: '另处写法不同', en: 'it is stated otherwise elsewhere' },
  'split-uncertain': { zh: '连在一起的数字可有几种分法', en: 'run-together digits can be split in several ways' },
  'order-uncertain': { zh: '次序不确定', en: 'the order is uncertain' },
  'lookalike-digit': { zh: '字母当作数字读', en: 'a letter was read for a digit' },
  'row-not-found': { zh: '未找到该行', en: 'its row was not found' },
};

/** What a doubt means; the word itself where it is not known here. */
export function doubtText(word: string): BilingualText {
  return WORDS[word] ?? { zh: word, en: word };
}
