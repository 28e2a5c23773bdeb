import { z } from 'zod';

const Localizations = z
  .record(z.string(), z.string())
  .nullish()
  .transform((map) => Object.entries(map ?? {}).sort());
const Choice = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number()]),
  name_localizations: Localizations,
});
const shared = {
  name: z.string(),
  description: z.string(),
  name_localizations: Localizations,
  description_localizations: Localizations,
};
const Plain = z.object({
  ...shared,
  type: z.number(),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  max_length: z.number().optional(),
  choices: z.array(Choice).default([]),
});
/** Of what follows a command's name, each has options of its own. */
const Option = Plain.extend({ options: z.array(Plain).default([]) });
const numbers = z
  .array(z.number())
  .nullish()
  .transform((list) => (list ?? []).toSorted());
/** https://docs.discord.com/developers/interactions/application-commands#application-command-object: what we set of it. */
const Registered = z.array(
  z.object({
    ...shared,
    type: z.number().default(1),
    options: z.array(Option).default([]),
    contexts: numbers,
    integration_types: numbers,
    default_member_permissions: z
      .string()
      .nullish()
      .transform((bits) => bits ?? null),
  }),
);

/** Whether what is registered is what is wanted, whatever Discord adds to it. */
export function isSame(registered: unknown, wanted: unknown): boolean {
  const [there, here] = [Registered.safeParse(registered), Registered.safeParse(wanted)].map(
    ({ data }) => data && JSON.stringify(data.toSorted((a, b) => a.name.localeCompare(b.name))),
  );
  return there !== undefined && there === here;
}
