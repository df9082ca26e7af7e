/** Words the summary of a run: for people, and as JSON for programs. */
import { relative } from 'node:path';
import type { RunSummary } from '../run/index.js';
import { displayWidth, withoutControls } from './display-width.js';
import type { Language } from './language.js';
import { messagesOf, type Messages } from './messages.js';

/** The end of a run in a few plain lines. */
export function summaryToText(summary: RunSummary, language: Language): string {
  const messages = messagesOf(language);
  const { figures, findings, outputPath } = summary;
  const { total: figureTotal, ...statuses } = figures;
  const lines = [messages.files(format(summary.files), listCounts(messages, messages.outcomes, summary.outcomes))];
  if (summary.reports > 0) {
    const statusList = listCounts(messages, messages.statuses, statuses);
    lines.push(messages.figures(format(figureTotal), format(summary.reports), statusList));
    lines.push(
      findings.total === 0
        ? messages.noFindings
        : messages.findings(
            format(findings.total),
            listCounts(messages, messages.severities, findings.bySeverity),
            listCounts(messages, messages.causes, findings.byCause),
          ),
    );
  }
  lines.push(...listNotable(summary, language), ...listLost(summary, language));
  if (outputPath !== undefined) lines.push('', ...listOutputs(outputPath, messages));
  lines.push('', messages.elapsed((summary.elapsedMs / 1000).toFixed(1)));
  return `${lines.join('\n')}\n`;
}

function listNotable({ notableFindings, findings }: RunSummary, language: Language): string[] {
  if (notableFindings.length === 0) return [];
  const messages = messagesOf(language);
  const lines = notableFindings.map(({ sourcePath, pageNumber, message }) => {
    const page = pageNumber === undefined ? '' : messages.page(pageNumber);
    return `  - ${withoutControls(messages.place(sourcePath, page, message[language]))}`;
  });
  const { error, warning } = findings.bySeverity;
  return ['', messages.notable, ...lines, ...more(error + warning - lines.length, 'findings.csv', messages)];
}

function listLost({ lostFiles, outcomes }: RunSummary, language: Language): string[] {
  if (lostFiles.length === 0) return [];
  const messages = messagesOf(language);
  const lines = lostFiles.map(
    ({ sourcePath, reason }) => `  - ${withoutControls(messages.place(sourcePath, '', reason[language]))}`,
  );
  const total = outcomes.failed + outcomes.unrecognised + outcomes.skipped;
  return ['', messages.lost, ...lines, ...more(total - lines.length, 'reports.csv', messages)];
}

function more(count: number, file: string, messages: Messages): string[] {
  return count > 0 ? [`  - ${messages.andMore(format(count), file)}`] : [];
}

function listOutputs(outputPath: string, messages: Messages): string[] {
  const fromHere = relative(process.cwd(), outputPath);
  const shown = fromHere.startsWith('..') ? outputPath : fromHere;
  const width = Math.max(...messages.outputFiles.map(([name]) => displayWidth(name)));
  return [messages.outputs(shown), ...messages.outputFiles.map(([name, what]) => `  ${name.padEnd(width)}  ${what}`)];
}

/** The counts that are not 0, or the first one. */
function listCounts<Key extends string>(
  messages: Messages,
  names: Readonly<Record<Key, string>>,
  counts: Readonly<Record<Key, number>>,
): string {
  const items: string[] = [];
  for (const key in names) {
    if (counts[key] > 0) items.push(messages.count(names[key], format(counts[key])));
  }
  return items.length === 0 ? '-' : items.join(messages.comma);
}

/** Whole numbers with a comma every three digits, the same in every locale. */
function format(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The summary as one JSON document for programs; keys as in the CSV files where both have them. */
export function summaryToJson(summary: RunSummary, exitCode: number): string {
  const value = {
    files: summary.files,
    outcomes: summary.outcomes,
    reports: summary.reports,
    reports_with_errors: summary.reportsWithErrors,
    pages: summary.pages,
    second_opinion_pages: summary.secondOpinionPages,
    figures: summary.figures,
    findings: {
      total: summary.findings.total,
      by_severity: summary.findings.bySeverity,
      by_cause: summary.findings.byCause,
    },
    notable_findings: summary.notableFindings.map((finding) => ({
      source_path: finding.sourcePath,
      agency: finding.agency,
      rule: finding.rule,
      severity: finding.severity,
      cause: finding.cause,
      message: finding.message,
      page: finding.pageNumber ?? null,
    })),
    lost_files: summary.lostFiles.map(({ sourcePath, outcome, reason }) => ({
      source_path: sourcePath,
      outcome,
      reason,
    })),
    missing_arguments: summary.missingArguments,
    output: summary.outputPath ?? null,
    elapsed_ms: Math.round(summary.elapsedMs),
    exit_code: exitCode,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
