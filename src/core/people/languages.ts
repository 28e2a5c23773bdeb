import type { Contact } from './person.ts';

/** The languages of somebody's chats, each once. */
export function languagesOf(contact: Contact | undefined): readonly string[] {
  const locales = contact?.accounts.map(({ locale }) => locale.replace('_', '-')) ?? [];
  return [
    ...new Set(
      locales.flatMap((locale) =>
        Intl.getCanonicalLocales(locale === '' ? [] : locale).map((one) => new Intl.Locale(one).language),
      ),
    ),
  ];
}
