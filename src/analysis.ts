/**
 * One pass of the stages over one reading of a document: reconstruct, bind, check. Pure; a second reading is analysed by
 * a second call.
 */
import {
  agencyFindings,
  layoutToFacts,
  layoutToProse,
  layoutToSubject,
  sectionFindings,
  textFindings,
} from './bind/index.js';
import type { Binding, ProseBinding } from './bind/index.js';
import { factsToChecks, plausibilityFindings } from './check/index.js';
import type { Check, Fact, Family, Finding, Layout, Page, ProseRules, Regions, Subject } from './model/index.js';
import { pagesToLayout } from './reconstruct/index.js';

/** Called once a stage is done, with the time it took. */
export type StageListener = (stage: string, elapsedMs: number) => void;

/** What a pass needs besides the pages. */
export interface AnalysisContext {
  readonly families: readonly Family[];
  readonly regions: Regions;
  readonly notApplicableMarks: readonly string[];
  readonly onStage: StageListener;
  /** Whether reports keep how their bodies are reached; not by default. */
  readonly keepsContacts?: boolean;
}

/** What one pass found. */
export interface Analysis {
  readonly pages: readonly Page[];
  readonly layout: Layout;
  /** The family whose form it fits best. */
  readonly family: Family;
  readonly subject: Subject;
  /** Without blocks and facts where no form was recognised. */
  readonly binding: Binding;
  /** Figures stated in sentences; none where no form was recognised and the prose alone makes no report. */
  readonly prose: ProseBinding;
  /** Absent where the family has none. */
  readonly proseRules?: ProseRules;
  readonly checks: readonly Check[];
  /** From the stages before `check`. */
  readonly findings: readonly Finding[];
  /** Figures that are unlikely for such a body, and a form of another year; not among `findings`. */
  readonly unlikely: readonly Finding[];
}

interface Candidate {
  readonly family: Family;
  readonly subject: ReturnType<typeof layoutToSubject>;
  readonly binding: ReturnType<typeof layoutToFacts>;
  readonly prose: ReturnType<typeof layoutToProse>;
}

/** Runs the pure stages over pages; the family whose form fits most figures is taken. */
export function analyse(pages: readonly Page[], context: AnalysisContext): Analysis {
  const layout = timed('reconstruct', context.onStage, () => pagesToLayout(pages));
  return analyseLayout(pages, layout, context);
}

/** Runs the stages after `reconstruct` over a layout of pages, or over a part of it. */
export function analyseLayout(pages: readonly Page[], layout: Layout, context: AnalysisContext): Analysis {
  const { onStage } = context;
  const candidates = timed('bind', onStage, () =>
    context.families.map((family): Candidate => {
      const subject = layoutToSubject(layout, family, context.regions);
      const binding = layoutToFacts(layout, family, subject.value.year);
      const prose = layoutToProse(layout, family, {
        subject: subject.value,
        edition: binding.value.edition,
        tables: binding.value.tables.map(({ table }) => table),
        isTitled: subject.isTitled,
      });
      return { family, subject, binding, prose };
    }),
  );
  const [first, ...others] = candidates;
  if (!first) throw new RangeError('no report family is loaded');
  const best = others.reduce(
    (found, each) => (boundCount(each.binding.value) > boundCount(found.binding.value) ? each : found),
    first,
  );
  const { blocks, facts } = best.binding.value;
  const checks = timed('check', onStage, () => factsToChecks(facts, blocks));
  return {
    pages,
    layout,
    family: best.family,
    subject: best.subject.value,
    binding: best.binding.value,
    prose: best.prose.value,
    ...(best.family.prose === undefined ? {} : { proseRules: best.family.prose }),
    checks,
    findings: [
      ...best.subject.findings,
      ...(pages.slice(0, 1).some(isRecognised) ? agencyFindings(best.subject.value.agency, context.regions) : []),
      ...best.binding.findings,
      ...best.prose.findings,
      ...(pages.some(isProseUnread) ? [] : wordFindings(layout, best)),
    ],
    unlikely: plausibilityFindings({
      facts,
      blocks,
      subject: best.subject.value,
      editions: best.family.editions,
      rules: best.family.completeness,
      causeOf: () => 'unknown',
    }),
  };
}

/** Whether all text of a page was read from what it shows. */
function isRecognised(page: Page): boolean {
  return page.kind === 'positioned' && page.reader === 'scan' && page.glyphs.every(({ readings }) => readings);
}

/** Of words that were not read nothing is said. */
function isProseUnread(page: Page): boolean {
  return page.kind === 'positioned' && page.doubts.some(({ kind }) => kind === 'prose-unread');
}

/** What the words around the tables leave in or leave out. */
function wordFindings(layout: Layout, { family, subject, binding }: Candidate): readonly Finding[] {
  const { blocks, facts } = binding.value;
  const present = new Set(facts.filter(({ status }) => status !== 'missing').map(({ block }) => block));
  const found = blocks.filter(({ slot }) => present.has(slot));
  if (found.length === 0) return [];
  return [
    ...sectionFindings(layout, family, found),
    ...textFindings({ layout, family, subject: subject.value, facts }),
  ];
}

function boundCount(binding: Binding): number {
  return binding.facts.filter((fact) => fact.status !== 'missing').length;
}

/** The analysis with each of its figures changed, those of tables and those of sentences. */
export function withFacts(analysis: Analysis, change: (fact: Fact) => Fact): Analysis {
  const { binding, prose } = analysis;
  return {
    ...analysis,
    binding: { ...binding, facts: binding.facts.map(change) },
    prose: { ...prose, facts: prose.facts.map(change) },
  };
}

/** How many laws an analysis finds broken. */
export function brokenCount({ checks }: Analysis): number {
  return checks.filter(({ outcome }) => outcome === 'violated').length;
}

/** Runs a step and tells how long it took. */
export function timed<T>(stage: string, onStage: StageListener, step: () => T): T {
  const start = performance.now();
  const result = step();
  onStage(stage, performance.now() - start);
  return result;
}
