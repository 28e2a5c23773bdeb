import type { Places } from '../language.ts';

/** The names in `when/zone-places.ts` are the English ones already. */
export const places: Places = {
  names: {},
  countries: {
    US: ['USA', 'US', 'America'],
    GB: ['Britain', 'United Kingdom'],
    CZ: ['Czech Republic'],
    TR: ['Turkey'],
    NL: ['Netherlands'],
    AE: ['Emirates'],
  },
};
