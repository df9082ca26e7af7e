/** The two ways a PDF cannot go on, worded alike by both readers. */
import { PipelineError } from '../../model/index.js';

/** A file that asks for a password. */
export function encryptedError(cause?: unknown): PipelineError {
  return new PipelineError(
    'encrypted',
    {
      zh: '此 PDF 需要打开密码。请向发布单位索取未加密的文件，或先用密码解密（例如 qpdf --decrypt --password=…）后再处理。',
      en: 'This PDF asks for a password. Get an unencrypted copy, or decrypt it first (for example qpdf --decrypt --password=…).',
    },
    { cause },
  );
}

/** A file no reader makes anything of. */
export function unreadableFileError(cause?: unknown): PipelineError {
  return new PipelineError(
    'truncated',
    {
      zh: '此 PDF 已损坏，无法打开。请重新下载；若仍打不开，可先用 qpdf 或 mutool clean 修复。',
      en: 'This PDF is damaged and cannot be opened. Download it again; if that does not help, try to mend it with qpdf or mutool clean.',
    },
    { cause },
  );
}

/** A file of which one page cannot be read: the rest is not handed on as if it were whole. */
export function unreadablePageError(pageNumber: number, cause?: unknown): PipelineError {
  return new PipelineError(
    'truncated',
    {
      zh: `此 PDF 的第 ${pageNumber} 页已损坏，无法读取。请重新下载；若仍读不出，可先用 qpdf 或 mutool clean 修复。`,
      en: `Page ${pageNumber} of this PDF is damaged and cannot be read. Download the file again; if that does not help, try to mend it with qpdf or mutool clean.`,
    },
    { cause },
  );
}
