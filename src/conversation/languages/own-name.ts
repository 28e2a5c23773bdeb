/** What a language is called by those who speak it, as `Intl` knows: "English", "español". */
export function ownName(id: string): string {
  return new Intl.DisplayNames(id, { type: 'language' }).of(id) ?? id;
}
