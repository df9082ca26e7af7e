/** Refuses sources that no reader takes, saying what they are and what to do. */
import { PipelineError, type BilingualText, type Source } from '../model/index.js';
import type { InputFile } from './list-inputs.js';

/** What an archive looks like; of a damaged one, even that may not be told. */
const ARCHIVE = /^application\/(zip|octet-stream)$/;

/**
 * Makes sure that a source can be handed to `extract`.
 *
 * @param options - `refusal`: why its members could not be listed, where it begins like an archive; `readsPictures`:
 * whether pictures of pages are read.
 * @throws {PipelineError} `empty` for a file without bytes, `image` for pictures, `encrypted` for a document
 * behind a password, `unsupported-kind` for what no reader takes, `truncated` for a file called `.pdf` in which nothing of a PDF is left.
 */
export function assertSupported(
  source: Source,
  { refusal, readsPictures = false }: { refusal?: InputFile['refusal']; readsPictures?: boolean } = {},
): void {
  if (refusal !== undefined && ARCHIVE.test(source.contentType)) throw new PipelineError(refusal.code, refusal.text);
  if (source.bytes.length === 0) {
    throw new PipelineError('empty', { zh: '文件长度为零，请重新获取', en: 'the file has no bytes; fetch it again' });
  }
  if (source.kind === 'image' && !(readsPictures && READ_PICTURES.test(source.contentType))) {
    throw new PipelineError('image', imageAdvice(source.contentType));
  }
  if (source.kind === 'unsupported') {
    const isHollowPdf = source.contentType === 'application/octet-stream' && /\.pdf$/i.test(source.sourcePath);
    if (isHollowPdf) throw new PipelineError('truncated', HOLLOW_PDF);
    if (source.contentType === 'application/x-encrypted-office') throw new PipelineError('encrypted', LOCKED_OFFICE);
    throw new PipelineError('unsupported-kind', adviceFor(source.contentType));
  }
}

/** Pictures that are read. */
const READ_PICTURES = /^image\/(?:jpeg|png|tiff)$/;

const LOCKED_OFFICE: BilingualText = {
  zh: 'Office 文档设有密码，请用 WPS 或 Word 去除密码后重试',
  en: 'an Office document behind a password; remove the password in WPS or Word and try again',
};

const HOLLOW_PDF: BilingualText = {
  zh: '名为 .pdf，内容却不是 PDF（可能下载中断），请重新获取',
  en: 'called .pdf, but nothing in it is a PDF (an interrupted download?); fetch it again',
};

function imageAdvice(contentType: string): BilingualText {
  return {
    zh: `这是图片（${contentType}），没有读取：只识别 JPEG、PNG、TIFF，且须未用 --no-ocr`,
    en: `a picture (${contentType}) that was not read: JPEG, PNG and TIFF are, unless --no-ocr is given`,
  };
}

/** A kind of file that people try, and what they should do with it. */
interface Advice {
  readonly contentTypes: RegExp;
  readonly text: BilingualText;
}

const ADVICE: readonly Advice[] = [
  {
    contentTypes: /^message\/rfc822$/,
    text: {
      zh: '这是邮件，其中没有网页；请把附件另存后再读取',
      en: 'a mail message without a web page; save its attachments and read those',
    },
  },
  {
    contentTypes: /msword|rtf|opendocument\.text/,
    text: {
      zh: '这是旧版或其他格式的文字处理文档（.doc、.wps、.rtf、.odt），暂不支持；请用 WPS 或 Word 另存为 DOCX 或 PDF',
      en: 'a word processor document of an old or other format (.doc, .wps, .rtf, .odt), not supported; save it as DOCX or PDF in WPS or Word',
    },
  },
  {
    contentTypes: /ms-excel|spreadsheetml|opendocument\.spreadsheet/,
    text: {
      zh: '这是电子表格（Excel/WPS），暂不支持；请另存为 PDF',
      en: 'a spreadsheet (Excel/WPS), not supported yet; save it as PDF',
    },
  },
  {
    contentTypes: /powerpoint|presentationml/,
    text: { zh: '这是演示文稿，暂不支持；请另存为 PDF', en: 'a presentation, not supported; save it as PDF' },
  },
  {
    contentTypes: /^application\/ofd$/,
    text: {
      zh: '这是 OFD 版式文件，暂不支持；请用 OFD 阅读器转换为 PDF',
      en: 'an OFD document, not supported yet; convert it to PDF in an OFD reader',
    },
  },
  {
    contentTypes: /x-cfb/,
    text: {
      zh: '这是旧版 Office/WPS 文档（.doc、.wps、.xls），暂不支持；请另存为 DOCX 或 PDF',
      en: 'an old Office/WPS document (.doc, .wps, .xls), not supported; save it as DOCX or PDF',
    },
  },
  {
    contentTypes: /zip|x-rar|x-7z|gzip|x-tar|x-bzip2|x-xz|zstd/,
    text: {
      zh: '这是压缩包，只支持 ZIP；请解压，或改存为 ZIP',
      en: 'an archive; of these only ZIP is supported: unpack it, or pack it as ZIP',
    },
  },
];

function adviceFor(contentType: string): BilingualText {
  const known = ADVICE.find(({ contentTypes }) => contentTypes.test(contentType));
  if (known !== undefined) return known.text;
  return {
    zh: `不是 PDF、网页、DOCX 或纯文本（${contentType}）`,
    en: `no PDF, web page, DOCX or plain text (${contentType})`,
  };
}
