/**
 * The figures of each edition of a form, in its order, with what people call them: the columns of the wide tables and the rows of
 * figures.csv. The words come from the family's data.
 */
import type { BilingualText, Block, Edition, Family, ProseRules } from '../../model/index.js';
import type { Column, RowOf } from '../columns.js';

/** A figure that a form asks for. */
export interface FormFigure {
  /** `table__row__column`: its name as a column. */
  readonly key: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly unit: string;
  readonly tableName: BilingualText;
  readonly rowName: BilingualText;
  readonly columnName: BilingualText;
}

/** What a wide table is of: an edition, or the figures that reports state in prose. */
export interface WideForm {
  /** The edition's id, or the name of the table of prose. */
  readonly id: string;
  /** True where its figures are those of prose, whatever the edition. */
  readonly isProse: boolean;
  /** In the order of the form; no two with one key. */
  readonly figures: readonly FormFigure[];
}

/** The columns of figures.csv. */
export const FIGURE_COLUMNS = [
  {
    name: 'form',
    type: 'string',
    isRequired: true,
    description: {
      zh: '表式版本；正文中的数字为 prose',
      en: 'the edition of the form; prose for figures in sentences',
    },
  },
  {
    name: 'key',
    type: 'string',
    isRequired: true,
    description: { zh: '宽表中的列名：表__行__列', en: 'its column in the wide tables: table__row__column' },
  },
  { name: 'table', type: 'string', isRequired: true, description: { zh: '表', en: 'the table' } },
  { name: 'row', type: 'string', isRequired: true, description: { zh: '行', en: 'the row' } },
  { name: 'column', type: 'string', isRequired: true, description: { zh: '列', en: 'the column' } },
  { name: 'unit', type: 'string', description: { zh: '单位', en: 'the unit that the form states' } },
  { name: 'name_zh', type: 'string', description: { zh: '中文名称', en: 'what it is called in Chinese' } },
  { name: 'name_en', type: 'string', description: { zh: '英文名称', en: 'what it is called in English' } },
] as const satisfies readonly Column[];

/** The name of a figure as a column. */
export function figureKey({ table, row, column }: Pick<FormFigure, 'table' | 'row' | 'column'>): string {
  return `${table}__${row}__${column}`;
}

/** What a figure is called in a language: table, row and column, those that have a name. */
export function figureName({ tableName, rowName, columnName }: FormFigure, language: 'zh' | 'en'): string {
  const names = [tableName[language], rowName[language], columnName[language]].filter((name) => name !== '');
  return names.join(language === 'zh' ? '·' : ' / ');
}

/** The forms of all families, editions first, each family's figures in prose last. */
export function familiesToForms(families: readonly Family[]): WideForm[] {
  const forms = new Map<string, WideForm>();
  const add = (id: string, isProse: boolean, figures: readonly FormFigure[]): void => {
    const known = forms.get(id)?.figures ?? [];
    const keys = new Set(known.map(({ key }) => key));
    // Alternatives of one place share figures: each is one column.
    const added = figures.filter(({ key }) => !keys.has(key) && keys.add(key));
    if (known.length + added.length > 0) forms.set(id, { id, isProse, figures: [...known, ...added] });
  };
  for (const { editions, prose } of families) {
    for (const edition of editions) add(edition.id, false, editionToFigures(edition));
    if (prose !== undefined) add(prose.table, true, proseToFigures(prose));
  }
  return [...forms.values()];
}

/** The rows of figures.csv. */
export function formsToFigureRows(forms: readonly WideForm[]): RowOf<typeof FIGURE_COLUMNS>[] {
  return forms.flatMap(({ id, figures }) =>
    figures.map((figure) => ({
      form: id,
      key: figure.key,
      table: figure.table,
      row: figure.row,
      column: figure.column,
      unit: figure.unit,
      name_zh: figureName(figure, 'zh'),
      name_en: figureName(figure, 'en'),
    })),
  );
}

function editionToFigures({ blocks }: Edition): FormFigure[] {
  return blocks.flatMap(blockToFigures);
}

function blockToFigures({ table, tableName, rows, columns }: Block): FormFigure[] {
  return rows.flatMap((row) =>
    columns.map((column) => {
      const place = { table, row: column.factRow ?? row.id, column: column.id };
      return {
        key: figureKey(place),
        ...place,
        unit: row.unit ?? column.unit,
        tableName,
        rowName: column.factRowName ?? row.name,
        columnName: column.name,
      };
    }),
  );
}

function proseToFigures({ table, tableName, fields, scopes }: ProseRules): FormFigure[] {
  return fields.flatMap((field) =>
    scopes.map((scope) => {
      const place = { table, row: field.id, column: scope.id };
      return {
        key: figureKey(place),
        ...place,
        unit: field.unit,
        tableName,
        rowName: field.name,
        columnName: scope.name,
      };
    }),
  );
}
