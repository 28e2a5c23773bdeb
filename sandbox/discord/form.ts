import { invalidForm } from './errors.ts';

/** Lengths of a text or list, or the range of a number. */
interface Limits {
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/**
 * One field of a request's body. Reading it notes what Discord would complain about, under the field's path;
 * `null` reads like a field that was not sent, as with Discord.
 */
export interface Field {
  readonly value: unknown;
  readonly present: boolean;
  at(key: string | number): Field;
  items(limits?: Limits): Field[];
  entries(): [string, Field][];
  text(limits?: Limits): string | undefined;
  whole(limits?: Limits): number | undefined;
  decimal(limits?: Limits): number | undefined;
  truth(): boolean | undefined;
  id(limits?: Pick<Limits, 'required'>): string | undefined;
  oneOf<T extends string | number>(allowed: readonly T[], limits?: Pick<Limits, 'required'>): T | undefined;
  refuse(code: string, message: string): undefined;
}

/** The body of a request, and what was found wrong with it so far. */
export interface Form {
  readonly body: Field;
  /** Throws Discord's "Invalid Form Body" when anything was refused. */
  settle(): void;
}

/** Discord counts characters, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a body field by field, collecting complaints in Discord's nested format. */
export function readForm(value: unknown): Form {
  const errors: Record<string, unknown> = {};
  const note = (path: readonly string[], code: string, message: string) => {
    let node = errors;
    for (const key of path) {
      node[key] ??= {};
      node = node[key] as Record<string, unknown>;
    }
    node['_errors'] ??= [];
    (node['_errors'] as unknown[]).push({ code, message });
  };
  const body = fieldAt(value, [], note);
  if (value !== undefined && value !== null && !isRecord(value) && !Array.isArray(value)) {
    body.refuse('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
  }
  return {
    body,
    settle: () => {
      if (Object.keys(errors).length > 0) throw invalidForm(errors);
    },
  };
}

type Note = (path: readonly string[], code: string, message: string) => void;

function fieldAt(value: unknown, path: readonly string[], note: Note): Field {
  const present = value !== undefined && value !== null;
  const refuse = (code: string, message: string): undefined => {
    note(path, code, message);
    return undefined;
  };
  const missing = (limits: Limits) =>
    limits.required ? refuse('BASE_TYPE_REQUIRED', 'This field is required') : undefined;

  const checkLength = (length: number, { min, max }: Limits) => {
    if (min !== undefined && max !== undefined && (length < min || length > max))
      refuse('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    else if (max !== undefined && length > max) refuse('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    else if (min !== undefined && length < min) refuse('BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`);
  };

  const inRange = (number: number, { min, max }: Limits) => {
    if (max !== undefined && number > max)
      return refuse('NUMBER_TYPE_MAX', `Value should be less than or equal to ${max}.`);
    if (min !== undefined && number < min)
      return refuse('NUMBER_TYPE_MIN', `Value should be greater than or equal to ${min}.`);
    return number;
  };

  return {
    value,
    present,
    refuse,
    at: (key) =>
      fieldAt(
        isRecord(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined,
        [...path, String(key)],
        note,
      ),
    items: (limits = {}) => {
      if (!present) return missing(limits) ?? [];
      if (!Array.isArray(value)) return refuse('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType') ?? [];
      checkLength(value.length, limits);
      return value.map((item: unknown, index) => fieldAt(item, [...path, String(index)], note));
    },
    entries: () => {
      if (!present) return [];
      if (!isRecord(value)) return refuse('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType') ?? [];
      return Object.entries(value).map(([key, item]) => [key, fieldAt(item, [...path, key], note)]);
    },
    text: (limits = {}) => {
      if (!present) return missing(limits);
      if (typeof value !== 'string') return refuse('STRING_TYPE_CONVERT', 'Could not interpret as string.');
      // Discord strips blanks at both ends first, so that a text of blanks counts as none.
      if (limits.required && value.trim() === '') return missing(limits);
      checkLength(lengthOf(value), limits);
      return value;
    },
    whole: (limits = {}) => {
      if (!present) return missing(limits);
      if (typeof value !== 'number' || !Number.isSafeInteger(value))
        return refuse('NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
      return inRange(value, limits);
    },
    decimal: (limits = {}) => {
      if (!present) return missing(limits);
      if (typeof value !== 'number') return refuse('NUMBER_TYPE_COERCE', `Value "${String(value)}" is not float.`);
      return inRange(value, limits);
    },
    truth: () => {
      if (!present) return undefined;
      return typeof value === 'boolean' ? value : refuse('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
    },
    id: (limits = {}) => {
      if (!present) return missing(limits);
      return typeof value === 'string' && /^\d{1,20}$/.test(value)
        ? value
        : refuse('NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`);
    },
    oneOf: (allowed, limits = {}) => {
      if (!present) return missing(limits);
      return (
        allowed.find((one) => one === value) ??
        refuse('BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`)
      );
    },
  };
}
