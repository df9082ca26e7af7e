/** A text in compatibility forms (full-width signs as ASCII) and without white space: for comparing, never for what is kept. */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}
