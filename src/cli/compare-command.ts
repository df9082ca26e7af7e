/** `gouji compare`: compares outputs and says where the comparison is. Loaded only when it is asked for. */
import {
  compareOutputs,
  openOutputFolder,
  UnknownIndicatorError,
  writeComparison,
  type BureauComparison,
  type CompareOutputsOptions,
} from '../compare/index.js';
import { BilingualError, type BilingualText } from '../model/index.js';
import { bureauKeys } from './bureau-keys.js';
import type { CompareCommand } from './compare-definition.js';
import { EXIT_CODES } from './exit-code.js';
import type { Language } from './language.js';

/**
 * Carries out a comparison.
 *
 * @returns The exit code.
 */
export async function compareCommand(command: CompareCommand, language: Language): Promise<number> {
  try {
    const { comparison, path } = await compareAndWrite(command);
    process.stdout.write(`${summaryOf(comparison, path)[language]}\n`);
    return EXIT_CODES.allCameThrough;
  } catch (error) {
    process.stderr.write(`gouji: ${explain(error)[language]}\n`);
    return EXIT_CODES.wrongUsage;
  }
}

async function compareAndWrite(command: CompareCommand): Promise<{ comparison: BureauComparison; path: string }> {
  const folders = await Promise.all(command.outputs.map(openOutputFolder));
  const comparison = await compareOutputs(folders, () => optionsOf(command));
  return { comparison, path: await writeComparison(command.directory, comparison, command) };
}

async function optionsOf({ indicators, years, ...command }: CompareCommand): Promise<CompareOutputsOptions> {
  // Reading the forms takes about as long as the figures do: both at once.
  const { loadFamilies, loadRegions, PIPELINES_DIRECTORY } = await import('../families/index.js');
  const [families, regions] = await Promise.all([
    loadFamilies(PIPELINES_DIRECTORY, { withProse: false }),
    loadRegions(),
  ]);
  const family = families.find((each) => each.indicators !== undefined);
  if (family === undefined) throw new Error('no family of reports has indicators');
  const { minimumDenominator } = command;
  return {
    family,
    bureauKeyOf: bureauKeys(family, regions, command.joinsNames),
    ...(indicators === undefined ? {} : { indicators }),
    ...(years === undefined ? {} : { years }),
    ...(minimumDenominator === undefined ? {} : { minimumDenominator }),
  };
}

function summaryOf({ bureaus, years, indicators, cells, withoutYear }: BureauComparison, path: string): BilingualText {
  const reports = new Set(cells.flatMap(({ report }) => report?.reportId ?? [])).size;
  const doubted = cells.filter(({ reading }) => reading.state === 'doubted').length;
  const span = `${years[0] ?? ''}–${years.at(-1) ?? ''}`;
  const names = 'comparison.html, comparison.csv, comparison-summary.csv, comparison.json';
  const compared =
    reports === 0
      ? {
          zh: '这些结果中没有写明年度的报告（或不在 --years 之内），没有可以比较的。',
          en: 'No report in these outputs says a year (or one within --years): there is nothing to compare.',
        }
      : {
          zh: `比较了 ${bureaus.length} 个机关、${reports} 份报告（${span}）的 ${indicators.length} 项指标；存疑的数值 ${doubted} 个，不计入名次。`,
          en: `Compared ${bureaus.length} bodies, ${reports} reports (${span}), on ${indicators.length} indicators; ${doubted} doubted values are not ranked.`,
        };
  const left = withoutYear.length;
  return {
    zh: [
      compared.zh,
      ...(left === 0 ? [] : [`年度不明、未作比较的报告 ${left} 份。`]),
      `结果在 ${path}：${names.replaceAll(', ', '、')}`,
    ].join('\n'),
    en: [
      compared.en,
      ...(left === 0 ? [] : [`Left out because they say no year: ${left} reports.`]),
      `The comparison is in ${path}: ${names}`,
    ].join('\n'),
  };
}

function explain(error: unknown): BilingualText {
  if (error instanceof BilingualError) return error.text;
  if (error instanceof UnknownIndicatorError) {
    const ids = error.ids.join(', ');
    return {
      zh: `没有指标 ${ids}；不带 --indicators 运行一次，编号都在 comparison.json 中`,
      en: `there is no indicator ${ids}; run without --indicators, and comparison.json has all ids`,
    };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { zh: `比较未能完成：${detail}`, en: `the comparison could not be completed: ${detail}` };
}
