/**
 * Signs that refer to a note and are no part of the figure they stand behind: circled and raised numbers, which NFKC would
 * turn into digits, and bracketed ones. Global, for replacing.
 */
export const NOTE_MARKS =
  /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2080-\u2089\u207f\u3251-\u325f\u32b1-\u32bf\u203b*]|[[［〔【]\s*(?:注|\^)?\s*\d{1,2}\s*[\]］〕】]|[(（]\s*注\s*\d{0,2}\s*[)）]|(?<=\d)\s+注\s*\d{1,2}(?![\d\p{Script=Han}])/gu;
