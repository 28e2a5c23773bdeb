import { type PGlite, protocol, types } from '@electric-sql/pglite';
import { type Sql, statementName } from './sql.ts';

// PGlite's own `query` has every statement parsed and planned anew, in six ways into the database: for ours that takes
// seven times as long as the statement itself. Here each is prepared once and runs in one way, as on a server.

/** Statements on the embedded database, each alone. */
export function sqlOnPglite(pglite: PGlite): Sql {
  const say = preparedOn(pglite, { syncToFs: true });
  return (text, ...values) => pglite._runExclusiveTransaction(() => pglite.runExclusive(() => say(text, values)));
}

/** Statements of a transaction of it, until that has ended. */
export function sqlInPglite(pglite: PGlite, hasEnded: () => boolean): Sql {
  const say = preparedOn(pglite, { syncToFs: false }); // once for all, when it ends
  return async (text, ...values) => {
    if (hasEnded()) throw new Error('the transaction has ended');
    return pglite.runExclusive(() => say(text, values));
  };
}

/** A plan is made anew after so many uses: nothing else tells the embedded database that its tables have grown. */
const USES_MOST = 1000;

interface Known {
  /** The types of its values, as oids. */
  readonly types: readonly number[];
  uses: number;
}

/** What each open database has prepared, by name. */
const prepared = new WeakMap<PGlite, Map<string, Known>>();

/** The caller sees to it that nobody else speaks meanwhile. */
function preparedOn(pglite: PGlite, options: { readonly syncToFs: boolean }) {
  const known = prepared.get(pglite) ?? new Map<string, Known>();
  prepared.set(pglite, known);

  async function prepare(name: string, text: string): Promise<Known> {
    const { messages } = await pglite.execProtocol(
      Buffer.concat([
        serialize.close({ type: 'S', name }), // no error where there is none
        serialize.parse({ name, text }),
        serialize.describe({ type: 'S', name }),
        serialize.sync(),
      ]),
      options,
    );
    const described = messages.find((one) => one instanceof ParameterDescriptionMessage);
    const statement = { types: described?.dataTypeIDs ?? [], uses: 0 };
    known.set(name, statement);
    return statement;
  }

  return async <Row extends object>(text: string, values: readonly unknown[]): Promise<readonly Row[]> => {
    const name = statementName(text) ?? '';
    const before = known.get(name);
    const isGood = before && name !== '' && before.uses < USES_MOST;
    const statement = isGood ? before : await prepare(name, text);
    statement.uses += 1;
    const { messages } = await pglite.execProtocol(
      Buffer.concat([
        serialize.bind({
          statement: name,
          values: values.map((value, nr) => asText(pglite, value, statement.types[nr])),
        }),
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
        serialize.sync(),
      ]),
      options,
    );
    return rowsOf(pglite, messages) as readonly Row[]; // as the statement says
  };
}

const { serialize } = protocol;
const { DataRowMessage, ParameterDescriptionMessage, RowDescriptionMessage } = protocol.messages;

function asText(pglite: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null;
  const how = type === undefined ? undefined : pglite.serializers[type];
  return how ? how(value) : String(value);
}

type Messages = Awaited<ReturnType<PGlite['execProtocol']>>['messages'];

function rowsOf(pglite: PGlite, messages: Messages): readonly object[] {
  const fields = messages.find((one) => one instanceof RowDescriptionMessage)?.fields ?? [];
  return messages
    .filter((one) => one instanceof DataRowMessage)
    .map((row) =>
      Object.fromEntries(
        fields.map(({ name, dataTypeID }, nr) => [
          name,
          types.parseType(row.fields[nr] ?? null, dataTypeID, pglite.parsers),
        ]),
      ),
    );
}
