/** `gouji query`: its options, its help, and what its arguments mean. */
import type { CommandArguments, CommandDefinition, OptionDefinition } from './command-definition.js';
import { UsageError } from './usage-error.js';

/** How a result is printed. */
export type ResultFormat = 'table' | 'csv' | 'json';

/** What `gouji query` was told. */
export interface QueryCommand {
  readonly sql: string;
  readonly folders: readonly string[];
  readonly format: ResultFormat;
}

/** The options that say how a result is printed. */
export const RESULT_OPTIONS = [
  { name: 'csv', help: { zh: '以 CSV 输出', en: 'print the result as CSV' } },
  { name: 'json', help: { zh: '以 JSON 输出', en: 'print the result as JSON' } },
] as const satisfies readonly OptionDefinition[];

/** `gouji query`. */
export const QUERY: CommandDefinition<{ readonly type: 'query'; readonly query: QueryCommand }> = {
  name: 'query',
  summary: { zh: '用 SQL 查询已有的结果', en: 'ask earlier outputs by SQL' },
  usage: { zh: '"<SQL>" [输出文件夹…]', en: '"<SQL>" [output folders…]' },
  description: {
    zh: `用内嵌的 DuckDB 查询一个或多个输出文件夹（默认 output）。只读：不写文件，不访问网络。

视图：
  facts          每份报告的每个数字一行
  findings       每条发现一行
  reports        每个输入文件一行
  comparability  不同版本表式中哪些数字可以相比
  wide           每份报告一行，每个数字一列（表__行__列）；存疑的数字为 NULL，列在 suspect 中
每个视图的 output 列是输出文件夹的名称；空白为 NULL，不等于 0。table、row、column 三列要加双引号。`,
    en: `Asks one or many output folders (output by default) with the embedded DuckDB. Read-only: it writes no
file and reaches no network.

Views:
  facts          one row for each figure of each report
  findings       one row for each finding
  reports        one row for each input file
  comparability  which figures of different editions compare
  wide           one row a report, one column a figure (table__row__column); doubted figures are NULL there and
                 named in suspect
In every view, output is the name of the output folder; blank is NULL, which is not 0. The columns table, row and
column need double quotes.`,
  },
  options: RESULT_OPTIONS,
  afterOptions: {
    zh: `示例：
  gouji query "SELECT agency, year, \\"row\\", \\"column\\", value FROM facts WHERE status = 'suspect'"
  gouji query "SELECT output, agency, year, missing FROM wide WHERE missing IS NOT NULL" 结果2023 结果2024
  gouji query "SELECT rule, cause, count(*) AS 条数 FROM findings GROUP BY ALL ORDER BY 条数 DESC" --csv
  gouji query "SELECT status, count(*) FROM facts GROUP BY status"
  gouji query "DESCRIBE facts"

退出码：0 完成；2 用法、SQL 或输出文件夹有误
`,
    en: `Examples:
  gouji query "SELECT agency, year, \\"row\\", \\"column\\", value FROM facts WHERE status = 'suspect'"
  gouji query "SELECT output, agency, year, missing FROM wide WHERE missing IS NOT NULL" out2023 out2024
  gouji query "SELECT rule, cause, count(*) AS n FROM findings GROUP BY ALL ORDER BY n DESC" --csv
  gouji query "SELECT status, count(*) FROM facts GROUP BY status"
  gouji query "DESCRIBE facts"

Exit codes: 0 done; 2 the usage, the SQL or an output folder is wrong
`,
  },
  parse: (args) => ({ type: 'query', query: toQueryCommand(args) }),
};

function toQueryCommand({ values, positionals }: CommandArguments): QueryCommand {
  const [sql, ...folders] = positionals;
  if (sql === undefined || sql.trim() === '') {
    throw new UsageError(
      '请写出查询，例如 gouji query "SELECT * FROM reports"',
      'say what to ask, for example: gouji query "SELECT * FROM reports"',
    );
  }
  return { sql, folders: folders.length === 0 ? ['output'] : folders, format: toResultFormat(values) };
}

/** @throws {UsageError} when two formats are asked for. */
export function toResultFormat(values: CommandArguments['values']): ResultFormat {
  if (values.has('csv') && values.has('json')) {
    throw new UsageError('--csv 与 --json 只能选一个', 'choose either --csv or --json');
  }
  return values.has('csv') ? 'csv' : values.has('json') ? 'json' : 'table';
}
