/** Collects the rows of the wide tables as the reports come, and writes `wide/` and `figures.csv` at the end. */
import { mkdir, rm } from 'node:fs/promises';
import type { CsvDialect } from '../csv.js';
import { BYTE_ORDER_MARK, columnsToHeader, rowsToCsv } from '../csv.js';
import type { ExtraTable } from '../data-package.js';
import { openSpillFile, writeDurably, type SpillFile } from '../spill-file.js';
import { FIGURE_COLUMNS, figureName, formsToFigureRows, type WideForm } from './form-figures.js';
import { WIDE_COLUMNS, wideHeader, type WideRow } from './wide-rows.js';

/** The wide tables in the making. */
export interface WideTables {
  /** Adds the rows of the file at `position` in the run. */
  readonly append: (position: number, rows: readonly WideRow[]) => Promise<void>;
  /** Leaves out what was added for a position. */
  readonly remove: (position: number) => Promise<void>;
  /** Writes the tables of the forms that have rows, and figures.csv; describes them. */
  readonly write: (forms: readonly WideForm[]) => Promise<readonly ExtraTable[]>;
  readonly close: () => Promise<void>;
}

/** Where and how the tables are written. */
export interface WideOptions {
  /** The path of a name in the output. */
  readonly inside: (name: string) => string;
  readonly dialect: CsvDialect;
  readonly hasBom: boolean;
}

/** Begins the wide tables. */
export function openWideTables({ inside, dialect, hasBom }: WideOptions): WideTables {
  // One for each form that some report follows; opened when the first one comes.
  const spills = new Map<string, Promise<SpillFile>>();
  const spillOf = (form: string): Promise<SpillFile> => {
    const known = spills.get(form) ?? openSpillFile(inside(`wide-${form}.spill`));
    spills.set(form, known);
    return known;
  };
  const heading = (text: string): string => (hasBom ? BYTE_ORDER_MARK : '') + text;
  const writeForm = async (form: WideForm): Promise<ExtraTable | undefined> => {
    const spill = await spills.get(form.id);
    if (spill === undefined) return undefined;
    const path = `wide/${form.id}.csv`;
    const digest = await spill.writeInOrder(inside(path), heading(wideHeader(form, dialect, 'key')));
    await spill.writeInOrder(inside(`wide/${form.id}.zh.csv`), heading(wideHeader(form, dialect, 'zh')));
    return { name: `wide-${form.id}`.toLowerCase(), path, title: titleOf(form), columns: columnsOf(form), digest };
  };
  return {
    append: async (position, rows) => {
      for (const form of new Set(rows.map((row) => row.form))) {
        const csv = rows.filter((row) => row.form === form).map((row) => row.csv);
        await (await spillOf(form)).append(position, csv.join(''));
      }
    },
    remove: async (position) => {
      for (const spill of spills.values()) await (await spill).append(position, '');
    },
    write: async (forms) => {
      await mkdir(inside('wide'));
      const tables: ExtraTable[] = [];
      for (const form of forms) tables.push(...[await writeForm(form)].flatMap((table) => table ?? []));
      const rows = rowsToCsv(FIGURE_COLUMNS, formsToFigureRows(forms), dialect);
      const text = heading(columnsToHeader(FIGURE_COLUMNS, dialect)) + rows;
      const digest = await writeDurably(inside('figures.csv'), [Buffer.from(text)]);
      return [
        ...tables,
        { name: 'figures', path: 'figures.csv', title: FIGURES_TITLE, columns: FIGURE_COLUMNS, digest },
      ];
    },
    close: async () => {
      for (const [form, spill] of spills) {
        await (await spill).close();
        await rm(inside(`wide-${form}.spill`), { force: true });
      }
    },
  };
}

const FIGURES_TITLE = {
  zh: '数字目录：各版表式的每个数字的中英文名称和单位',
  en: 'Figures of the form: what each is called in both languages, and its unit',
};

function titleOf({ id, isProse }: WideForm): ExtraTable['title'] {
  return isProse
    ? { zh: '宽表（正文中的数字）：每份报告一行', en: 'Wide table of figures in prose: one row a report' }
    : {
        zh: `宽表（${id} 版）：每份报告一行，每个数字一列`,
        en: `Wide table of edition ${id}: a row a report, a column a figure`,
      };
}

function columnsOf({ figures }: WideForm): ExtraTable['columns'] {
  const figureColumns = figures.map((figure) => ({
    name: figure.key,
    type: 'number' as const,
    description: { zh: figureName(figure, 'zh'), en: figureName(figure, 'en') },
  }));
  return [...WIDE_COLUMNS, ...figureColumns];
}
