/** "★★★★☆ 4/5": nobody hears how many stars there are. */
export function stars(rating: number): string {
  return `${'★'.repeat(rating)}${'☆'.repeat(5 - rating)} ${String(rating)}/5`;
}
