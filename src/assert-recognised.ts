/** Refuses a document in which no form was found, and says why: a scan, fonts without text, or no such report. */
import type { Analysis } from './analysis.js';
import { PipelineError } from './model/index.js';
import type { PositionedPage } from './model/index.js';
import { imageShare } from './scanned-pages.js';
import { brokenPages, hasUnknownLabels, impossibleShare } from './text-layer.js';

/**
 * Passes a document in which a table or the prose of a report was recognised.
 *
 * @throws {PipelineError} `scanned` or `no-form-found`
 */
export function assertRecognised(analysis: Analysis): void {
  const { binding, prose, layout, pages } = analysis;
  if (binding.facts.length > 0) return;
  const positioned = pages.filter((page) => page.kind === 'positioned');
  const imagePages = positioned.filter((page) => imageShare(page) >= PICTURED_SHARE);
  const recognised = positioned.filter(({ reader }) => reader === 'scan');
  if (recognised.length > 0 && !prose.isReport) throw nothingRecognised(recognised);
  if (positioned.length > 0 && (!layout.hasText || imagePages.length > 0)) {
    throw new PipelineError('scanned', {
      zh: `第 ${pageList(imagePages.length > 0 ? imagePages : positioned)} 页的表格是图像（扫描件），没有文字层，而图像识别已关闭（--no-ocr）或未能识别；请打开识别，或提供带文字层的 PDF。`,
      en: `page ${pageList(imagePages.length > 0 ? imagePages : positioned)} shows its tables as images without a text layer (a scan), and reading images was switched off (--no-ocr) or gave nothing; switch it on, or provide a PDF with text.`,
    });
  }
  const withoutUnicode = positioned.filter((page) => page.doubts.some(({ kind }) => kind === 'no-unicode'));
  const unreadable = positioned.filter((page) => withoutUnicode.includes(page) || brokenPages(pages).includes(page));
  if (unreadable.length > 0) throw unreadableText(unreadable, withoutUnicode.length > 0);
  if (prose.isReport) return;
  if (hasUnknownLabels(analysis)) {
    throw new PipelineError('no-form-found', {
      zh: '没有找到年度报告的表格：文件中有成表的数字，但没有一个行名或列名能够识别，文字层可能与页面所示不符，须按图像识别。',
      en: "no table of the report's form was found: there are tables of figures, but none of their labels is known; the text layer may say other words than the page shows, which would have to be read as a picture.",
    });
  }
  const elsewhere = pages.flatMap((page) => (page.kind === 'markup' ? (page.elsewhere ?? []) : []))[0];
  if (elsewhere !== undefined) throw new PipelineError('no-form-found', CONTENT_ELSEWHERE[elsewhere]);
  throw new PipelineError('no-form-found', {
    zh: '没有找到年度报告的表格：可能不是政府信息公开工作年度报告，或表格未能识别。',
    en: "no table of the report's form was found: not such a report, or its tables could not be recognised.",
  });
}

const SAVE_AS_SHOWN = {
  zh: '请用浏览器打开该页，待内容全部显示后打印成 PDF，或另存为“网页，全部”，再读取所存的文件。',
  en: 'open it in a browser, wait until all is shown, print it to a PDF or save it as a complete page, and read that file.',
};

/** What is said of a web page whose file does not show its content. */
const CONTENT_ELSEWHERE = {
  hidden: {
    zh: `没有找到年度报告的表格：网页的正文在文件里是隐藏的，打开时才由文件之外的脚本显示，哪些内容会显示无从得知。${SAVE_AS_SHOWN.zh}`,
    en: `no table of the report's form was found: the file hides its text until scripts that it does not hold show it, and nothing tells which of it they show; ${SAVE_AS_SHOWN.en}`,
  },
  script: {
    zh: `没有找到年度报告的表格：网页的内容由脚本在打开时生成，文件里没有。${SAVE_AS_SHOWN.zh}`,
    en: `no table of the report's form was found: scripts make the content of the page when it is opened, and its file does not hold it; ${SAVE_AS_SHOWN.en}`,
  },
  frame: {
    zh: `没有找到年度报告的表格：网页把内容放在内嵌的框架或附件里（iframe、embed、object），文件里没有。请打开并保存框架里的网页或附件，或者：${SAVE_AS_SHOWN.zh}`,
    en: `no table of the report's form was found: the page shows its content in a frame (iframe, embed, object), and its file does not hold it; save what the frame shows, or ${SAVE_AS_SHOWN.en}`,
  },
};

/** Pages that were read from what they show, without a table of the form among them. */
function nothingRecognised(pages: readonly PositionedPage[]): PipelineError {
  const list = [...new Set(pages.map(({ pageNumber, origin }) => origin?.pageNumber ?? pageNumber))].join(', ');
  return new PipelineError('scanned', {
    zh: `第 ${list} 页是图像，已经识别，但没有找到年度报告的表格；请检查扫描是否清晰完整，或提供带文字层的 PDF。`,
    en: `page ${list} is an image and was read as one, but no table of the report's form was found; look whether the scan is legible and whole, or provide a PDF with text.`,
  });
}

/** Pages whose text cannot be what they show. */
function unreadableText(pages: readonly PositionedPage[], lacksUnicode: boolean): PipelineError {
  const list = pageList(pages);
  const share = Math.round(100 * Math.max(...pages.map(impossibleShare)));
  const why = lacksUnicode
    ? { zh: '字体没有对应的 Unicode 文字', en: 'carry no Unicode text' }
    : {
        zh: `字体的文字对照表有误（最多 ${share}% 的字符不可能出现在报告中）`,
        en: `map to wrong characters (up to ${share}% of them occur in no report)`,
      };
  return new PipelineError('no-form-found', {
    zh: `没有找到年度报告的表格；第 ${list} 页的${why.zh}，文字层不可读，须按图像识别。`,
    en: `no table of the report's form was found; the fonts of page ${list} ${why.en}, so the text layer cannot be read and the page would have to be read as a picture.`,
  });
}

/** A page whose images cover at least this share of it may show its tables as images. */
const PICTURED_SHARE = 0.1;

function pageList(pages: readonly { readonly pageNumber: number }[]): string {
  return pages.map(({ pageNumber }) => pageNumber).join(', ');
}
