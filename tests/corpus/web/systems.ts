// The frames in which content systems of official sites keep an article: what they write around it and into it.

/** A content system by what its pages look like. */
export type ContentSystem = 'style-editor' | 'marked-content' | 'custom-tags' | 'saved-twice';

const STYLES = '.TRS_Editor P{line-height:2;font-family:宋体;}.TRS_Editor TABLE{margin:0 auto}';

/** Puts an article into the frame of a system. */
export function inSystem(article: string, system: ContentSystem): string {
  switch (system) {
    case 'style-editor':
      // The editor's own styles stand inside the article.
      return `<div class="view TRS_UEDITOR trs_paper_default"><div class=TRS_Editor><style type="text/css">\n${STYLES}\n</style>${article}</div></div>`;
    case 'marked-content':
      return `<div id="barrierfree_container"><!--ZJEG_RSS.content.begin--><meta name="ContentStart">${article}<meta name="ContentEnd"><!--ZJEG_RSS.content.end--></div>`;
    case 'custom-tags':
      // Elements that HTML does not know are in the line and hold blocks.
      return `<div id="zoom" class="bt-content"><ucaptitle></ucaptitle><ucapcontent>${article}</ucapcontent><ucapsource></ucapsource></div>`;
    case 'saved-twice':
      // Copied out of a browser that had shown a saved page.
      return `<div data-w-e-type="content"><!--StartFragment--><meta charset="gb2312">${article}<!--EndFragment--></div>`;
  }
}
