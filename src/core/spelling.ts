/** A name without case, accents and outer space: what makes two spellings one. */
export function spellingKey(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');
}

/** The name among `known` that was meant, whatever its case and accents. */
export function sameSubject(known: readonly string[], typed: string): string | undefined {
  const key = spellingKey(typed);
  return known.find((name) => spellingKey(name) === key);
}
