import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { htmlToPage } from '../../src/extract/index.js';
import type { Layout, Table } from '../../src/model/index.js';
import { pagesToLayout } from '../../src/reconstruct/index.js';

const layoutOf = (html: string): Layout => pagesToLayout([htmlToPage(new TextEncoder().encode(html))]);
const linesOf = (html: string): string[] => layoutOf(html).lines.map(({ text }) => text);

/** A string a row: `<` where a cell goes on from the left, `^` from above, `~` where the source has no cell. */
function sketch(table: Table | undefined): string[] {
  const grid = Array.from({ length: table?.rowCount ?? 0 }, () => new Array<string>(table?.columnCount ?? 0).fill('?'));
  for (const { rowIndex, columnIndex, rowSpan, columnSpan, text, doubts } of table?.cells ?? []) {
    for (let row = rowIndex; row < rowIndex + rowSpan; row++) {
      for (let column = columnIndex; column < columnIndex + columnSpan; column++) {
        const own = doubts.includes('no-such-cell') ? '~' : text;
        const marks = grid[row];
        if (marks) marks[column] = row > rowIndex ? '^' : column > columnIndex ? '<' : own;
      }
    }
  }
  return grid.map((row) => row.join('|'));
}

/** The only table of a page, by rows of cells: `text`, `2x3:text` with spans. */
const tableOf = (...rows: readonly string[]): string[] => {
  const html = rows.map((row) => {
    const cells = row.split('|').map((cell) => {
      const [, rowSpan = '1', columnSpan = '1', text = ''] = /^(?:(\d+)x(\d+):)?(.*)$/u.exec(cell) ?? [];
      return `<td rowspan=${rowSpan} colspan=${columnSpan}>${text}`;
    });
    return `<tr>${row === '' ? '' : cells.join('')}`;
  });
  return sketch(layoutOf(`<table>${html.join('')}</table>`).tables[0]);
};

describe('a picture', () => {
  it('on a line of its own is a line, and parts no table', () => {
    const table = (row: string): string => `<table><tr><td>${row}</table>`;
    const page = `<p>甲<img src=a.png></p><p><img src=b.png></p>${table('a<td>1')}<img src=c.png>${table('b<td>2')}`;
    expect(linesOf(page)).toEqual(['甲', '\ufffc', '\ufffc']);
    expect(layoutOf(page).tables).toHaveLength(1);
    expect(
      layoutOf(`<table><tr><td>a<td><img src=c.png>${'<tr><td>b<td>2'.repeat(3)}</table>`).tables[0]?.cells[1]?.text,
    ).toBe('');
  });
});

describe('a line whose digits styles move', () => {
  const MOVED = '收到<b style="float:right">8</b><b style="float:right">1</b>件';

  it('says none of them, in an article and in a table that only places things', () => {
    expect(layoutOf(`<p>${MOVED}</p>`).lines).toMatchObject([
      { text: '收到\ufffd\ufffd件', doubts: ['order-by-style'] },
    ]);
    expect(linesOf(`<table><tr><td><p>${MOVED}</p></table>`)).toEqual(['收到\ufffd\ufffd件']);
  });

  it('is doubted in such a table where they are reversed, or a script writes them', () => {
    const inCell = (inside: string): Layout => layoutOf(`<table><tr><td><p>收到${inside}件</p></table>`);
    expect(inCell('<bdo dir=rtl>81</bdo>').lines).toMatchObject([{ text: '收到\ufffd\ufffd件' }]);
    const written = '<b id=n>0</b><script>document.getElementById("n").innerText = 18</script>';
    expect(inCell(written).lines).toMatchObject([{ doubts: ['script-filled'] }]);
  });

  it('is told from one that is drawn in a font of its own, which is doubted', () => {
    const page = '<style>@font-face{font-family:x;src:url(x.woff)}b{font-family:x}</style><p>收到<b>18</b>件</p>';
    expect(layoutOf(page).lines).toMatchObject([{ text: '收到18件', doubts: ['font-of-its-own'] }]);
  });
});

describe('cells of mark-up', () => {
  it.each([
    ['take the first free place of their row', ['2x1:a|b', '1', 'c|2'], ['a|b', '^|1', 'c|2']],
    ['leave a gap where a row has too few', ['a|b|c', '1|2'], ['a|b|c', '1|2|~']],
    ['keep the place of the one that came first where spans overlap', ['a|2x1:b|c', '1x3:1|2'], ['a|b|c', '1|^|2']],
    ['end with the table, however far they span', ['9x1:a|1x20:b', '1|2'], ['a|b|<', '^|1|2']],
    ['end with their group where they span nought rows', ['0x1:a|b', '1', '2'], ['a|b', '^|1', '^|2']],
    ['do not go round an empty row', ['3x1:a|b', '', '2', 'c|3'], ['a|b', '^|2', 'c|3']],
  ])('%s', (_, rows, grid) => {
    expect(tableOf(...rows)).toEqual(grid);
  });

  it('do not reach out of their group of rows', () => {
    const html = '<table><thead><tr><td rowspan=5>a<td>b</thead><tbody><tr><td>c<td>1</tbody></table>';
    expect(sketch(layoutOf(html).tables[0])).toEqual(['a|b', 'c|1']);
  });

  it('tile the grid, whatever the spans', () => {
    const cell = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 4 }));
    const rows = fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(rows, (drawn) => {
        const html = drawn.map((row) => `<tr>${row.map(([r, c]) => `<td rowspan=${r} colspan=${c}>1`).join('')}`);
        for (const table of layoutOf(`<table>${html.join('')}</table>`).tables) {
          const area = table.cells.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0);
          expect(area).toBe(table.rowCount * table.columnCount);
          expect(sketch(table).join('')).not.toContain('?');
        }
      }),
    );
  });

  it('refuse to reach over millions of places', () => {
    const wide = '<td colspan=1000 rowspan=60000>a'.repeat(60);
    expect(() => layoutOf(`<table>${'<tr>'.repeat(100)}${`<tr>${wide}<tr><td>1`.repeat(200)}</table>`)).toThrow(
      /places/u,
    );
  });

  it.each([
    ['joins Chinese lines without a space and digits with one', '<p>结果</p><p>维持</p>', '结果维持'],
    ['joins digits with a space, since they may be two numbers', '1<br>2', '1 2'],
    ['keeps text of frames inside', '<table><tr><td></td><td>7</td></tr></table>', '7'],
  ])('have text that %s', (_, inside, text) => {
    expect(layoutOf(`<table><tr><td>a<td>${inside}</td><tr><td>b<td>2</table>`).tables[0]?.cells[1]?.text).toBe(text);
  });

  it.each([
    ['3<sup>1</sup>', '31', '3', ['3', '1']],
    ['<sup>5</sup>', '5', '5', ['5']],
  ])('have raised marks apart: %s', (inside, text, baseText, runs) => {
    const cell = layoutOf(`<table><tr><td>a<td>${inside}<tr><td>b<td>2</table>`).tables[0]?.cells[1];
    expect(cell).toMatchObject({ text, baseText });
    expect(cell?.runs.map((run) => run.text)).toEqual(runs);
  });

  it.each([
    ['\ue001', 'unreadable-glyph'],
    ['<img src=5.png>', 'picture-in-cell'],
    ['<i hidden>5</i>', 'hidden-text'],
    ['<table><tr><td>5<td>6</table>', 'nested-table'],
  ])('are doubted where they hold %s', (inside, doubt) => {
    const rows = '<tr><td>x<td>1'.repeat(3);
    expect(layoutOf(`<table><tr><td>a<td>${inside}${rows}</table>`).tables[0]?.cells[1]?.doubts).toEqual([doubt]);
  });

  it('are not doubted for an ornament beside their text', () => {
    expect(layoutOf('<table><tr><td>a<td><img src=a.png> 5<tr><td>b<td>2</table>').tables[0]?.cells[1]?.doubts).toEqual(
      [],
    );
  });
});

const DATA = '<table><tr><td>规章<td>1<tr><td>规范性文件<td>2</table>';

describe('tables that only place things', () => {
  it.each([
    ['a frame', `<table><tr><td><p>一</p>${DATA}</table>`, ['一'], 1],
    ['frames in frames', `${'<table><tr><td>'.repeat(6)}一${DATA}${'</table>'.repeat(6)}`, ['一'], 1],
    ['a menu beside an article', `<table><tr><td>首页<td><p>一</p>${DATA}<p>二</p></table>`, ['首页', '一', '二'], 1],
    ['a single row of words', '<table><tr><td>首页<td>公开</table>', ['首页', '公开'], 0],
    ['words at different ends of their rows', '<table><tr><td>一<td><tr><td><td>二</table>', ['一', '二'], 0],
    ['an article in a cell', `<table><tr><td>菜单<td>${'文'.repeat(400)}</table>`, ['菜单', '文'.repeat(400)], 0],
  ])('are taken apart: %s', (_, html, lines, tables) => {
    expect(linesOf(html)).toEqual(lines);
    expect(layoutOf(html).tables).toHaveLength(tables);
  });

  it('are none where rows of figures stand in them', () => {
    const rows = '<tr><td>x<td>1'.repeat(4);
    const layout = layoutOf(`<table>${rows}<tr><td>y<td>${DATA}</table>`);
    expect(layout.tables.map(({ rowCount }) => rowCount)).toEqual([5, 2]);
  });

  it('do not take twice the time for every level', () => {
    const depth = 200;
    const html = `${'<table><tr><td>a<td>'.repeat(depth)}${DATA}${'</table>'.repeat(depth)}`;
    expect(layoutOf(html).lines).toHaveLength(depth);
  });
});

describe('rows that the source keeps in one, line below line', () => {
  it('are taken apart where every figure has as many lines as the label', () => {
    expect(tableOf('a|b|c|d', '2x1:一|1.甲<br>2.乙|1<br>2|3<br>4|5<br>6', '丙|7|8|9')).toEqual([
      'a|b|c|d|~',
      '一|1.甲|1|3|5',
      '^|2.乙|2|4|6',
      '^|丙|7|8|9',
    ]);
  });

  it.each([
    ['a wrapped label', '甲<br>乙|1|2|3', '甲乙|1|2|3'],
    ['a number on two lines', '甲<br>乙|1<br>2', '甲乙|1 2'],
    ['numbers on two lines beside a plain label', '甲|1<br>2|3<br>4|5<br>6', '甲|1 2|3 4|5 6'],
  ])('are not seen in %s', (_, row, first) => {
    expect(tableOf(row, new Array<string>(row.split('|').length).fill('1').join('|'))[0]).toBe(first);
  });

  it('doubt a figure with fewer lines than others, blank ones included', () => {
    const html = '<table><tr><td>甲<br>乙<td>1<br>2<td>3<br>4<td>5<td><tr><td>丙<td>6<td>7<td>8<td>9</table>';
    const doubts = layoutOf(html).tables[0]?.cells.map((cell) => cell.doubts.join());
    expect(doubts?.slice(0, 5)).toEqual(['', '', '', 'uneven-lines', 'uneven-lines']);
  });
});

describe('a table in two', () => {
  it('is one where nothing stands between and the widths agree', () => {
    const rest = '<table><tr><td>c<td>5<tr><td>d<td>6</table>';
    const [table, ...others] = layoutOf(`${DATA}<p>&nbsp;</p>${rest}`).tables;
    expect(others).toEqual([]);
    expect(table).toMatchObject({ rowCount: 4, seams: [2] });
  });

  it('is no table that stands there twice, for wide windows and for narrow ones', () => {
    expect(layoutOf(`${DATA}${DATA}`).tables).toHaveLength(2);
    const unlabelled = '<table><tr><td>维持<td>纠正<tr><td>1<td>2</table>';
    expect(layoutOf(`${unlabelled}${unlabelled}`).tables).toHaveLength(2);
  });

  it('stays two where text stands between, or the widths differ', () => {
    expect(layoutOf(`${DATA}<p>二、</p>${DATA}`).tables).toHaveLength(2);
    expect(layoutOf(`${DATA}<table><tr><td>a<td>1<td>2<tr><td>b<td>3<td>4</table>`).tables).toHaveLength(2);
  });
});

describe('lines of mark-up', () => {
  it('know how many tables stand before them', () => {
    const { lines } = layoutOf(`<p>一</p>${DATA}<p>二</p>${DATA}<p>三</p>`);
    expect(lines.map(({ text, tablesBefore }) => `${text}${tablesBefore}`)).toEqual(['一0', '二1', '三2']);
  });
});
