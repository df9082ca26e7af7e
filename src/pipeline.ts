/** The stages in their order: one source in, checked reports out. */
import { dumpAnalyses, hasFigures, markupAnalyses } from './analyse-text.js';
import { placedAnalyses } from './analyse-placed.js';
import { timed } from './analysis.js';
import type { Analysis, AnalysisContext, StageListener } from './analysis.js';
import { assertRecognised } from './assert-recognised.js';
import { attributeChecks, attributeMismatches, isReadingBroken, isWrittenTwice } from './attribution.js';
import type { Evidence } from './attribution.js';
import { hideContacts } from './bind/index.js';
import {
  causeOfAll,
  checksToFindings,
  confirmProse,
  contradictionsToFindings,
  factsToChecks,
  factsToValueFindings,
  mismatchesToFindings,
  plausibilityFindings,
  proseMismatches,
  proseSumsToFindings,
  weighByProse,
} from './check/index.js';
import { docxToPage, htmlToPages, PdfReadings, pictureToPdf, statedTables, textToPage } from './extract/index.js';
import { chooseReading, mixReadings } from './dump-readings.js';
import { loadRegions } from './families/index.js';
import { doubtFact, rankAlternatives } from './model/index.js';
import type {
  Cause,
  ComparisonEvidence,
  Fact,
  Family,
  Finding,
  PageReaders,
  Regions,
  Report,
  Source,
  TextPage,
} from './model/index.js';
import {
  blocksToBlindSpots,
  decodeFacts,
  deriveBlanks,
  doubtTerms,
  findContradictions,
  markDoubtful,
  settleDoubts,
} from './repair/index.js';
import { reportDoubtedAgain } from './read-doubted-again.js';
import { readDocument } from './second-opinion.js';
import type { ReadDocument, ReaderChoice } from './second-opinion.js';
import { ScannedPages } from './scanned-pages.js';
import type { ScanReading } from './scanned-pages.js';
import { doubtBrokenPages } from './text-layer.js';
import { analyseInLines, doubtMixed, reportParts } from './several-reports.js';
import { doubtTornFigures } from './torn-figures.js';

/** What the pipeline is told. */
export interface PipelineOptions {
  readonly families: readonly Family[];
  readonly reader: ReaderChoice;
  /** Whether reports carry how their bodies are reached; false by default: people are behind these numbers. */
  readonly keepsContacts?: boolean;
  readonly onStage?: StageListener;
  /** How pages are read from what they show; absent: they are refused. */
  readonly scans?: ScanReading;
}

/**
 * Turns one source into its reports.
 *
 * @returns at least one report
 * @throws {PipelineError} for a source that cannot go on: damaged, encrypted, without text, or no such report
 */
export async function sourceToReports(source: Source, options: PipelineOptions): Promise<readonly Report[]> {
  const context: AnalysisContext = {
    families: options.families,
    regions: await loadRegions(),
    notApplicableMarks: [...new Set(options.families.flatMap((family) => family.notApplicableMarks))],
    onStage: options.onStage ?? (() => undefined),
    keepsContacts: options.keepsContacts ?? false,
  };
  if (source.kind === 'text') {
    const page = timed('extract text', context.onStage, () => textToPage(source.bytes));
    return doubtTornFigures(dumpToReports(source, page, context), page.lines, context.families);
  }
  if (source.kind === 'html' || source.kind === 'docx') {
    const start = performance.now();
    const read = source.kind === 'html' ? htmlToPages(source.bytes) : await docxToPage(source.bytes);
    context.onStage(`extract ${source.kind}`, performance.now() - start);
    return (read.kind === 'markup' ? markupAnalyses(read, context) : placedAnalyses(read, context))
      .map((analysis) => toReport(source, analysis, [], context))
      .map(numbered);
  }
  const readings = new PdfReadings(source.kind === 'image' ? pictureToPdf(source.bytes) : source.bytes);
  try {
    const scanned = new ScannedPages(readings, options.scans, context);
    const reading = { choice: options.reader, scanned, context };
    const { analysis, readers } = await readDocument(readings, reading);
    const { pageNumbers, isMixed } = reportParts(analysis, context);
    if (isMixed) return [toReport(source, doubtMixed(analysis), readers, context)];
    const settled = (document: ReadDocument, own?: readonly number[]): Promise<Report> =>
      reportDoubtedAgain(document, {
        scanned,
        read: () => readDocument(readings, reading, own),
        toReport: (read) => toReport(source, read.analysis, read.readers, context),
      });
    if (pageNumbers.length < 2) return [await settled({ analysis, readers })];
    const reports: Report[] = [];
    for (const own of pageNumbers) reports.push(await settled(await readDocument(readings, reading, own), own));
    return reports.map(numbered);
  } finally {
    await readings.close();
  }
}

/** The reports of a dump: one or several behind one another, or the two that stand side by side where both are found. */
function dumpToReports(source: Source, page: TextPage, context: AnalysisContext): readonly Report[] {
  const toReports = (analyses: readonly Analysis[]): readonly Report[] =>
    analyses.map((analysis) => toReport(source, analysis, [], context)).map(numbered);
  const asLines = dumpAnalyses(page, context);
  const stated = statedTables(page.lines);
  const asTables = stated === undefined ? [] : analyseInLines(stated.page, context);
  if (stated === undefined || !asTables.every(hasFigures)) return toReports(asLines);
  if (stated.isTagged || !asLines.every(hasFigures)) return toReports(asTables);
  const [lines, tables] = [toReports(asLines), toReports(asTables)];
  const mixed = mixReadings({ analyses: asLines, reports: lines }, { analyses: asTables, reports: tables });
  return chooseReading(lines, mixed ? toReports([mixed]) : tables, mixed === undefined && stated.isRepeated);
}

/** The second report of one source and those after it carry their number in their id. */
function numbered(report: Report, at: number): Report {
  return at === 0 ? report : { ...report, reportId: `${report.reportId}-${at + 1}` };
}

function toReport(
  source: Source,
  analysis: Analysis,
  readers: readonly PageReaders[],
  context: AnalysisContext,
): Report {
  assertRecognised(analysis);
  const { blocks, tables } = analysis.binding;
  const edition = analysis.prose.isReport ? (analysis.proseRules?.proseOnly.edition ?? '') : analysis.binding.edition;
  const isStated = source.kind !== 'text' && analysis.pages.every(({ kind }) => kind === 'markup');
  const repaired = timed('repair', context.onStage, () => repair(doubtBrokenPages(analysis), { readers, isStated }));
  const { checks, facts, findings, verdicts } = repaired;
  const isClean = findings.every((finding) => finding.severity === 'info');
  const report: Report = {
    ...analysis.subject,
    reportId: source.sha256.slice(0, 16),
    sourcePath: source.sourcePath,
    sha256: source.sha256,
    kind: source.kind,
    pageCount: pageCountOf(analysis, source.kind),
    readers,
    edition,
    outcome: isClean ? 'ok' : 'findings',
    facts,
    findings: [...findings].sort((a, b) => blockOrder(a, blocks) - blockOrder(b, blocks)),
    checks,
    verdicts,
    blindSpots: blocksToBlindSpots(blocks),
    tables,
    comparison: toComparison(analysis, context.regions),
  };
  return context.keepsContacts === true ? report : hideContacts(report, analysis.family.contacts);
}

/** The pages of the file; 0 for kinds without pages. */
function pageCountOf({ pages }: Analysis, kind: Source['kind']): number {
  if (kind !== 'pdf' && kind !== 'image') return 0;
  return new Set(
    pages.map((page) => (page.kind === 'positioned' ? (page.origin?.pageNumber ?? page.pageNumber) : page.pageNumber)),
  ).size;
}

function toComparison({ family, layout, subject }: Analysis, regions: Regions): ComparisonEvidence {
  const nameInDivision = regions.nameInDivision(subject.agency);
  return {
    familyId: family.id,
    ...(nameInDivision === undefined ? {} : { nameInDivision }),
    isAmbiguous: regions.isAmbiguous(subject.agency),
    lines: layout.lines.map(({ text }) => text),
  };
}

/** Findings of the whole report first, then table by table in the order of the form, those of sentences last. */
function blockOrder(finding: Finding, blocks: readonly { readonly table: string }[]): number {
  if (finding.table === '') return -1;
  const at = blocks.findIndex((block) => block.table === finding.table);
  return at < 0 ? blocks.length : at;
}

/** How a document was read. */
type HowRead = Pick<Evidence, 'readers' | 'isStated'>;

interface Repaired {
  readonly facts: readonly Fact[];
  readonly checks: Report['checks'];
  readonly findings: readonly Finding[];
  readonly verdicts: Report['verdicts'];
}

/** Settles what arithmetic decides, again once misread figures are repaired; derives, checks, says whose doing the rest is. */
function repair(analysis: Analysis, how: HowRead): Repaired {
  const { binding, findings, checks: before, prose, proseRules, family, subject } = analysis;
  const { blocks, tables } = binding;
  const { readers } = how;
  const decoded = decodeFacts(settleDoubts(binding.facts, before, blocks), blocks, tables);
  const derived = deriveBlanks(decoded.facts, blocks);
  const checks = factsToChecks(derived, blocks);
  const proved = settleDoubts(derived, checks, blocks);
  const causeOf = attributeChecks({ facts: proved, tables, ...how, checks, findings });
  const contradictions = findContradictions(proved, checks, blocks);
  const undecided = contradictions.filter((each) => causeOfAll(each, causeOf) !== 'publisher');
  const marked = doubtTerms(
    markDoubtful(proved, checks, causeOf),
    undecided.flatMap((each) => each.checks),
  );
  const doubted = (facts: readonly Fact[]): readonly Fact[] =>
    isReadingBroken(checks) || isWrittenTwice(binding.facts)
      ? facts.map((fact) => doubtFact(fact, READING_BROKEN))
      : facts;
  const inProse = doubted(proseRules === undefined ? prose.facts : confirmProse(prose.facts, marked, proseRules));
  const verdicts = weigh(decoded.verdicts, marked, inProse, analysis);
  const inTables = rankAlternatives(doubted(marked), verdicts);
  return {
    facts: [...inTables, ...inProse],
    checks,
    verdicts,
    findings: [
      ...findings,
      ...checksToFindings(checks, causeOf, blocks),
      ...contradictionsToFindings(contradictions, causeOf, blocks),
      ...factsToValueFindings(binding.facts, blocks, causeOfValues(how, tables)),
      ...proseFindings(analysis, inTables, inProse, { facts: inTables, tables, ...how, checks, findings }),
      ...plausibilityFindings({
        facts: inTables,
        blocks,
        subject,
        editions: family.editions,
        rules: family.completeness,
        causeOf: (concerned) => causeOfPrinted(concerned, readers, tables),
      }),
    ],
  };
}

/** Ranks explanations of failing tables by what sentences state. */
function weigh(
  verdicts: Report['verdicts'],
  inTables: readonly Fact[],
  inProse: readonly Fact[],
  { proseRules, subject }: Analysis,
): Report['verdicts'] {
  if (proseRules === undefined) return verdicts;
  return weighByProse(verdicts, inTables, { facts: inProse, rules: proseRules, agency: subject.agency });
}

/** What sentences say otherwise than the tables, or than one another. */
function proseFindings(
  { proseRules, subject }: Analysis,
  inTables: readonly Fact[],
  inProse: readonly Fact[],
  evidence: Evidence,
): readonly Finding[] {
  if (proseRules === undefined) return [];
  const mismatches = proseMismatches(inProse, inTables, proseRules, subject.agency);
  return [
    ...mismatchesToFindings(mismatches, proseRules, attributeMismatches(evidence)),
    ...proseSumsToFindings(inProse, proseRules),
  ];
}

/** The doubt of every figure of a document whose laws fail by the dozen. */
const READING_BROKEN = 'reading-broken';

/**
 * A blank or a dash is the publisher's where both readers saw every page alike and rules say which cell is which, or where
 * the source itself states every cell; without rules a blank may be a line that was taken for a row.
 */
function causeOfValues({ readers, isStated }: HowRead, tables: Report['tables']): Cause {
  if (isStated) return 'publisher';
  const isAgreed = readers.length > 0 && readers.every((page) => page.digitsAgree === true);
  const isRuled = tables.every(({ table, bindings }) => bindings.length === 0 || table.geometry === 'ruled');
  return isAgreed && isRuled ? 'publisher' : 'unknown';
}

/** What certain figures say is the publisher's where both readers saw their pages alike and rules hold them. */
function causeOfPrinted(facts: readonly Fact[], readers: readonly PageReaders[], tables: Report['tables']): Cause {
  const agreed = new Set(readers.filter((page) => page.digitsAgree === true).map((page) => page.pageNumber));
  const isSure = facts.every(
    ({ status, place }) => status === 'printed' && place !== undefined && agreed.has(place.pageNumber),
  );
  const names = new Set(facts.map((fact) => fact.table));
  const own = tables.filter(({ bindings }) => bindings.some(({ table }) => names.has(table)));
  return isSure && own.every(({ table }) => table.geometry === 'ruled') ? 'publisher' : 'unknown';
}
