import { clean, cleanAll } from '../core/clean.ts';
import type { Reception } from './reception.ts';

/** Whatever a chat brings of what people typed, chose and call themselves goes in as it can be kept and shown. */
export function cleaning(reception: Reception): Reception {
  return {
    ...reception,
    recognise: (sighting, isAdmin, isIn) => {
      const seen = cleanAll(sighting);
      return reception.recognise({ ...seen, name: seen.name.trim() || seen.userId }, isAdmin, isIn);
    },
    left: (who) => reception.left(cleanAll(who)),
    recall: (who, isAdmin) => reception.recall(cleanAll(who), isAdmin),
    open: (by, handler, input, ask) => reception.open(by, handler, cleanAll(input), ask),
    run: (by, handler, input) => reception.run(by, handler, cleanAll(input)),
    submit: (by, handler, input) => reception.submit(by, handler, cleanAll(input)),
    suggest: (by, handler, field, typed, input) => reception.suggest(by, handler, field, clean(typed), cleanAll(input)),
    read: (by, handler, typed) => reception.read(by, handler, cleanAll(typed)),
    typed: (by, text, files) =>
      reception.typed(
        by,
        clean(text),
        files?.map((file) => ({ ...file, name: clean(file.name) })),
      ),
    keep: (by, handler, input) => reception.keep(by, clean(handler), cleanAll(input)),
    kept: (by, id) => reception.kept(by, clean(id)),
  };
}
