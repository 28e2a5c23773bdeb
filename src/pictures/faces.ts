import { fileURLToPath } from 'node:url';

/** The font of all that is drawn: it has the letters of every language that is written in Latin, Greek or Cyrillic ones. */
export const REGULAR = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf'),
);
export const SEMI_BOLD = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/open-sans/600SemiBold/OpenSans_600SemiBold.ttf'),
);
