/** Finds the name of the body where the title does not have it: on the cover, under the report, or behind a label. */
import { isAgencyName } from './subject-agency.js';
import { type PlainLine, squeeze } from './subject-text.js';
import type { Title } from './subject-title.js';

const YEAR = '(?:\\d{4}|[二一][〇○零０OＯ九][〇○零０OＯ一二三四五六七八九]{2})';
const DATE = `${YEAR}年(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})日)?`;
const ONLY_DATE = new RegExp(`^[（(]?${DATE}[）)]?$`, 'u');
const TRAILING_DATE = new RegExp(`${DATE}$`, 'u');
const SEAL = /[（(](?:盖章|公章|印章)[）)]|^(?:报告|填报|编制|发布)?(?:单位|机关)[:：]/gu;
const LABELLED =
  /^(?:编制(?:单位|机关|主体)|填报单位|公开(?:单位|主体|机构)|发(?:布|文)(?:机构|单位|机关)|(?:信息|文章|稿件)?来源)[:：](?<agency>[^:：]+?)(?:\d.*)?$/u;
/** What a page names as its source where it is no body that reports. */
const PRESS = /融媒|新闻|传媒|日报|晚报|电视|广播/u;
// A signature is among the last lines; page numbers, buttons and the site's footer may come after it.
const LAST_LINES = 25;

/**
 * The body named near the title, else in the signature, else behind a label; `undefined` where none is.
 *
 * @param frame what tables above the report say, a label and what is behind it in a line
 */
export function findSignature(
  lines: readonly PlainLine[],
  title: Title | undefined,
  frame: readonly PlainLine[],
): string | undefined {
  return onCover(lines, title) ?? underReport(lines) ?? behindLabel([...lines, ...frame]);
}

/** A cover: the kind of report and the year, below them the body, mostly with a date. */
function onCover(lines: readonly PlainLine[], title: Title | undefined): string | undefined {
  if (title === undefined) return undefined;
  const page = lines[title.end]?.line.pageNumber;
  const near = lines.slice(title.end + 1, title.end + 4).filter(({ line }) => line.pageNumber === page);
  return near.map(({ text }) => nameIn(text)).find((name) => name !== undefined);
}

/** The last line that is a name with a date behind it, or beside a line that is only a date. */
function underReport(lines: readonly PlainLine[]): string | undefined {
  for (let k = lines.length - 1; k >= Math.max(0, lines.length - LAST_LINES); k--) {
    const text = lines[k]?.text ?? '';
    const name = nameIn(text);
    if (name === undefined) continue;
    const isDated = TRAILING_DATE.test(text) || [k - 1, k + 1].some((j) => ONLY_DATE.test(lines[j]?.text ?? ''));
    if (isDated) return name;
  }
  return undefined;
}

/** Labels share a line with others (`来源：某局 2024-01-15 浏览：33次`), and what is behind one may stand in the next line. */
function behindLabel(lines: readonly PlainLine[]): string | undefined {
  const pieces = lines.flatMap(({ line }) => line.text.split(/[\s|｜]+/u).map(squeeze)).filter((piece) => piece !== '');
  const labelled = pieces.map((piece, at) => (/[:：]$/u.test(piece) ? piece + (pieces[at + 1] ?? '') : piece));
  return [...lines.map(({ text }) => text), ...labelled]
    .map((text) => LABELLED.exec(text)?.groups?.['agency'])
    .find((agency) => agency !== undefined && isAgencyName(agency) && !PRESS.test(agency));
}

/** The name that a line consists of, a date behind it and a note about the seal left out. */
function nameIn(text: string): string | undefined {
  const name = text.replace(TRAILING_DATE, '').replace(SEAL, '');
  return isAgencyName(name) ? name : undefined;
}
