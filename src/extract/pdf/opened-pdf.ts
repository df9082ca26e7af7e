/** What both PDF readers offer: a document whose pages are read one at a time, all in the same page model. */
import type { PositionedPage } from '../../model/index.js';
import type { GreyImage } from '../scan/grey-image.js';

/** A PDF held open by one reader. Close it: both readers hold memory the garbage collector does not see. */
export interface OpenedPdf {
  readonly pageCount: number;
  /**
   * Reads one page.
   *
   * @param pageNumber - From 1.
   * @throws {PipelineError} `truncated` when the page is damaged beyond reading.
   */
  readPage(pageNumber: number): Promise<PositionedPage>;
  /** Gives back everything the reader holds; a second call does nothing. */
  close(): Promise<void>;
}

/** A PDF held open by a reader that also draws its pages. */
export interface DrawablePdf extends OpenedPdf {
  /**
   * Draws one page in grey, red stamps made pale, at the resolution of its picture where it is one.
   *
   * @param pageNumber - From 1.
   * @throws {PipelineError} `truncated` when the page is damaged beyond reading.
   */
  drawPage(pageNumber: number): Promise<GreyImage>;
}
