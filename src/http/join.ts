import type { Language } from '../conversation/languages/language.ts';
import { askedLanguage } from './asked-language.ts';
import { goTo, page } from './page.ts';
import { isPreview } from './previews.ts';

/** What came of somebody's wish to enter. */
export type JoinAnswer =
  | { readonly kind: 'redirect'; readonly url: string }
  /** `text` says what to do; `language` is the person's own, where it is known. */
  | {
      readonly kind: 'sentence';
      readonly status: number;
      readonly title: string;
      readonly text: string;
      readonly language?: Language;
    };

/** Checks the person and the time, records that they came, and says where to. `language`: what their browser asks for. */
export type Join = (token: string, request: { readonly language: Language }) => Promise<JoinAnswer>;

/** As `newSecret()` makes them. */
const TOKEN = /^[0-9A-Za-z]{16,64}$/;

/** True for what can be somebody's personal link at all. */
export const isToken = (text: string) => TOKEN.test(text);

/**
 * The first half of entering: a page that goes on by itself. Fetching it records nothing, whoever does it, so chats
 * may look at the link for a preview.
 */
export function lobby(request: Request): Response {
  const language = askedLanguage(request);
  const { entering, enteringText, enter, previewText } = language.words.pages;
  return isPreview(request)
    ? page({ status: 200, language, title: enter, text: previewText, goOn: { label: enter, byItself: false } })
    : page({ status: 200, language, title: entering, text: enteringText, goOn: { label: enter, byItself: true } });
}

/** The second half: the person enters. */
export async function enter(token: string, request: Request, join: Join): Promise<Response> {
  const language = askedLanguage(request);
  const answer = await join(token, { language });
  switch (answer.kind) {
    case 'redirect':
      return goTo(answer.url);
    case 'sentence':
      return page({ language, ...answer });
  }
}
