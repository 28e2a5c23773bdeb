type Nulls<T> = {
  [K in keyof T]: undefined extends Required<T>[K] ? Exclude<T[K], undefined> | null : T[K];
};

/** For the database: a field that is there and undefined is emptied; one that is not there is left as it is. */
export function nulls<T extends object>(fields: T): Nulls<T> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? null])) as Nulls<T>;
}
