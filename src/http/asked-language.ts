import { languages, usual } from '../conversation/languages/index.ts';
import type { Language } from '../conversation/languages/language.ts';

/** The first language of `Accept-Language` that we speak; the usual one if there is none. */
export function askedLanguage(request: Request): Language {
  const wishes = (request.headers.get('accept-language') ?? '').split(',').map((wish) => {
    const [tag = '', quality] = wish.trim().split(/\s*;\s*q=/);
    const [id] = tag.toLowerCase().split('-');
    return { language: languages.find((one) => one.id === id), quality: quality === undefined ? 1 : Number(quality) };
  });
  wishes.sort((a, b) => b.quality - a.quality);
  return wishes.find(({ language }) => language)?.language ?? usual;
}
