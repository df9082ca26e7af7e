/** How much it takes to believe that printed digits were misread as others. */

/** The reader itself offered the value. */
export const OFFERED = 1;
/** One digit taken for one that looks like it. */
const CONFUSED = 6;
/** One digit lost or doubled. */
const DIGIT_LOST = 6;
/** One digit taken for any other: nothing but the laws speaks for it. */
export const ARBITRARY = 7;
/** More than one digit of a figure: so much more that two figures are not believed where it takes this. */
const SEVERAL_DIGITS = 9.5;

/** By digit: those that readers of print and scans take it for (6/8, 1/7, 0/6, 3/8 and their like). */
const LOOK_ALIKE: readonly string[] = ['689', '47', '7', '589', '19', '368', '0589', '124', '03569', '03468'];

/**
 * The cost of reading `printed` where `value` stood.
 *
 * @param printed digits as read
 */
export function misreadingCost(printed: string, value: number): number {
  const meant = String(value);
  if (meant === printed) return 0;
  if (meant.length === printed.length) {
    const wrong = Array.from(meant, (_, at) => at).filter((at) => meant[at] !== printed[at]);
    const [at = 0] = wrong;
    const isAlike = LOOK_ALIKE[Number(meant[at])]?.includes(printed[at] ?? '') === true;
    if (wrong.length > 1) return SEVERAL_DIGITS;
    return isAlike ? CONFUSED : ARBITRARY;
  }
  if (Math.abs(meant.length - printed.length) !== 1) return SEVERAL_DIGITS;
  const [longer, shorter] = meant.length > printed.length ? [meant, printed] : [printed, meant];
  const isOneLess = Array.from(longer, (_, at) => longer.slice(0, at) + longer.slice(at + 1)).includes(shorter);
  return isOneLess ? DIGIT_LOST : SEVERAL_DIGITS;
}
