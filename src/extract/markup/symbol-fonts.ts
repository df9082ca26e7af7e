/** Fonts of pictures in the place of characters, by the start of their names. */
export const SYMBOL_FONTS = /^(?:wingdings|webdings|marlett)/iu;
