/**
 * The shape of reports/<report_id>.json, from which docs/report.schema.json is made (`npm run schema`). Keys are those of
 * the CSV columns where both have them.
 */
import { z } from 'zod';

const decimal = z
  .string()
  .regex(/^$|^-?\d+(\.\d*[1-9])?$/)
  .meta({ id: 'decimal', description: 'A plain decimal number, or empty.' });
const points = z.number().describe('PDF points from the top left of the rotated crop box, y down, two decimals.');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const index = z.int().nonnegative().describe('From 0.');
const page = z.int().nonnegative().describe('From 1; 0 for sources without pages.');

const place = z
  .strictObject({ page, x0: points, y0: points, x1: points, y1: points })
  .meta({ id: 'place', description: 'A box on a page.' });
const optionalPlace = place.nullable().describe('Null for sources without places.');
const bilingual = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'bilingual' });
const fieldRef = z.strictObject({ table: z.string(), row: z.string(), column: z.string() }).meta({ id: 'figure' });
const severity = z.enum(['error', 'warning', 'info']);
const reader = z.enum(['pdfium', 'pdfjs', 'scan', 'markup']);

const reading = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), value: decimal, unit: z.string() }),
    z.strictObject({ kind: z.literal('blank') }),
    z.strictObject({ kind: z.literal('notApplicable') }),
    z.strictObject({ kind: z.literal('illegible') }),
  ])
  .describe('What the source says at the place of the figure.');

const fact = z.strictObject({
  block: z.string().describe('The block of the form it belongs to.'),
  edition: z.string(),
  table: z.string(),
  row: z.string(),
  column: z.string(),
  value: decimal,
  unit: z.string(),
  printed: z.string().describe('The text of the cell as found.'),
  status: z.enum(['printed', 'derived', 'repaired', 'suspect', 'missing']),
  confidence: z.number().min(0).max(1).nullable(),
  reading,
  place: optionalPlace,
  alternatives: z.array(decimal).describe('Other values that the text could stand for, best first.'),
  doubts: z.array(z.string()).describe('Why the figure is doubted.'),
  laws: z
    .int()
    .nonnegative()
    .describe('How many identities are over the figure; arithmetic cannot see a fault where none is.'),
  sentence: z.string().optional().describe('The whole sentence that states the figure; only in table prose.'),
});

const term = z.strictObject({
  role: z.enum(['total', 'part']),
  sign: z.union([z.literal(1), z.literal(-1)]),
  row: z.string(),
  column: z.string(),
  value: decimal,
  place: optionalPlace,
});

const check = z
  .strictObject({
    rule: z.string(),
    severity,
    table: z.string(),
    outcome: z.enum(['holds', 'violated', 'unassessable']),
    expected: decimal.describe('The signed sum of the parts; empty when unassessable.'),
    actual: decimal.describe('The value of the total.'),
    difference: decimal.describe('actual − expected.'),
    uses_derived: z.boolean(),
    terms: z.array(term).describe('The total first.'),
  })
  .meta({
    id: 'check',
    description: 'One evaluation of an identity: the total against the signed sum of the other terms.',
  });

const finding = z.strictObject({
  rule: z.string(),
  severity,
  cause: z.enum(['publisher', 'extraction', 'unknown']),
  table: z.string(),
  row: z.string(),
  column: z.string(),
  expected: z.string(),
  actual: z.string(),
  difference: z.string(),
  message: bilingual,
  place: optionalPlace,
  check: check.nullable().describe('The equation behind it, where an identity failed.'),
});

const cell = z.strictObject({
  row_index: index,
  column_index: index,
  row_span: z.int().positive(),
  column_span: z.int().positive(),
  text: z.string(),
  base_text: z.string().describe('The text without raised note marks.'),
  fact: fieldRef.nullable().describe('The figure that the cell was bound to.'),
  doubts: z.array(
    z.enum([
      'strays-over-rule',
      'unreadable-glyph',
      'overprinted',
      'no-such-cell',
      'nested-table',
      'broken-number',
      'hidden-text',
      'script-filled',
      'order-by-style',
      'text-by-style',
      'font-of-its-own',
      'font-unproved',
      'struck-out',
      'list-number',
      'uneven-lines',
      'picture-in-cell',
    ]),
  ),
  parts: z
    .array(z.strictObject({ ...place.shape, text: z.string() }))
    .describe('One a page; several where a page break cuts the cell.'),
});

const run = z
  .strictObject({
    text: z.string(),
    page,
    place: optionalPlace,
    cell: z
      .strictObject({ row_index: index, column_index: index })
      .nullable()
      .describe('The cell that owns the run; null where none does.'),
  })
  .describe('An unbroken run of digits in the area of the table.');

const table = z.strictObject({
  table_index: index,
  geometry: z.enum(['ruled', 'marked', 'delimited', 'aligned', 'spaced']),
  row_count: z.int().nonnegative(),
  column_count: z.int().nonnegative(),
  seams: z.array(index).describe('Rows that begin a new page or part: the cut before them may go through a row.'),
  parts: z.array(place).describe('Where the table stands, one box a page.'),
  cells: z.array(cell),
  runs: z.array(run),
});

const explanation = z
  .strictObject({
    cost: z.number().nonnegative().describe('How much it assumes; comparable within one table only.'),
    faults: z.array(z.strictObject({ row: z.string(), fault: z.string() })).describe('What went wrong, by row.'),
    changes: z.array(z.strictObject({ row: z.string(), column: z.string(), from: decimal, to: decimal })),
    support: z
      .array(
        z.strictObject({
          kind: z.enum(['prose', 'other-year']),
          rule: z.string().describe('The quantity that a sentence states, or the law between years.'),
          value: decimal,
          source: z.string().describe('The sentence, or the path of the other report.'),
        }),
      )
      .optional()
      .describe(
        'What outside the table speaks for this explanation alone and against every other; ranks, changes nothing.',
      ),
  })
  .meta({ id: 'explanation', description: 'One explanation of why laws fail.' });

const verdict = z
  .strictObject({
    table: z.string(),
    block: z.string(),
    kind: z.enum(['consistent', 'unique', 'ambiguous', 'unsolved']),
    is_cut_short: z.boolean().describe('True where the search reached its limit: unsolved, perhaps not unsolvable.'),
    explanations: z.array(explanation).describe('Best first: the one taken, or the alternatives.'),
    mends: z
      .array(explanation)
      .describe('The smallest changes of printed figures that would let every law hold; never applied.'),
  })
  .describe('What decoding a table by its laws came to.');

const blindSpots = z
  .strictObject({
    table: z.string(),
    block: z.string(),
    rows: z
      .array(z.array(z.string()))
      .describe('Groups of rows whose figures may be exchanged without any identity noticing.'),
    columns: z
      .array(z.array(z.string()))
      .describe('The same of columns; row/column where they belong to several rows of figures.'),
  })
  .describe('Which exchanges arithmetic cannot see: there labels, order and geometry are the only evidence.');

/** The whole of one report, as reports/<report_id>.json holds it. */
export const reportSchema = z
  .strictObject({
    format: z.literal('gouji-report').describe('Names the format.'),
    format_version: z.literal(1),
    report_id: z.string().regex(/^[0-9a-f]{16}(-[0-9]+)?$/),
    source_path: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    kind: z.enum(['pdf', 'html', 'docx', 'text', 'image', 'unsupported']),
    pages: z.int().nonnegative(),
    agency: z.string(),
    region_code: z.string().regex(/^([0-9]{6})?$/),
    level: z.enum(['central', 'province', 'prefecture', 'county', 'township', '']),
    unit_type: z.string().describe('Kind of body, such as gov_office; empty when unknown.'),
    scope: z.string().describe('Whose requests and documents are counted, such as gov_wide; empty when unknown.'),
    year: z.int().nullable(),
    period: z
      .strictObject({ from: day, to: day })
      .nullable()
      .describe('The statistical period as stated; null where none is.'),
    published: z
      .strictObject({
        date: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
        source: z.enum(['label', 'signature']).describe('Behind a label such as 发布日期, or under the report.'),
      })
      .nullable()
      .describe('When it was published or signed; null where no date is surely its own.'),
    contacts: z
      .array(z.strictObject({ kind: z.enum(['phone', 'address', 'email', 'postcode']), text: z.string() }))
      .describe('How the body is reached; empty unless asked for.'),
    edition: z.string(),
    outcome: z.enum(['ok', 'findings']),
    readers: z.array(
      z.strictObject({
        page,
        readers: z.array(reader),
        digits_agree: z.boolean().nullable().describe('Null with one reader.'),
      }),
    ),
    facts: z.array(fact).describe('In the order of the form.'),
    findings: z.array(finding),
    checks: z.array(check),
    verdicts: z.array(verdict).describe('One for each block that has laws.'),
    blind_spots: z.array(blindSpots).describe('One for each block.'),
    tables: z.array(table),
  })
  .describe('One report as Gouji read and checked it. / 一份报告的提取与勾稽结果。');

/** The whole of one report, as reports/<report_id>.json holds it. */
export type ReportJson = z.infer<typeof reportSchema>;

/** The published JSON Schema (draft 2020-12). */
export function reportJsonSchema(): Record<string, unknown> {
  return { title: 'Gouji report', ...z.toJSONSchema(reportSchema, { target: 'draft-2020-12' }) };
}
