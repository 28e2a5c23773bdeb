import type { Json } from './types.ts';

/** Reports what is wrong with a value, in the words of Slack's own validator. `at` is a JSON pointer. */
export type Check = (value: unknown, at: string, report: Report) => void;
type Report = (problem: string, at: string) => void;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function string(max: number, min = 0): Check {
  return (value, at, report) => {
    if (typeof value !== 'string') report('must provide a string', at);
    else if (value.length > max) report(`must be less than ${max + 1} characters`, at);
    else if (value.length < min) report(`must be more than ${min - 1} characters`, at);
  };
}

export function matching(pattern: RegExp, what: string): Check {
  return (value, at, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(`must be a valid ${what}`, at);
  };
}

export const boolean: Check = (value, at, report) => {
  if (typeof value !== 'boolean') report('must be a boolean', at);
};

export function integer(min: number, max = Number.MAX_SAFE_INTEGER): Check {
  return (value, at, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) report('must be an integer', at);
    else if (value < min) report(`must be greater than or equal to ${min}`, at);
    else if (value > max) report(`must be less than or equal to ${max}`, at);
  };
}

export function oneOf(...allowed: readonly unknown[]): Check {
  return (value, at, report) => {
    if (!allowed.includes(value)) report('must be a valid enum value', at);
  };
}

export function list(item: Check, max: number, min = 0): Check {
  return (value, at, report) => {
    if (!Array.isArray(value)) return report('must be an array', at);
    if (value.length > max) report(`no more than ${max} items allowed`, at);
    if (value.length < min) report(`no fewer than ${min} items allowed`, at);
    value.forEach((entry, index) => {
      item(entry, `${at}/${index}`, report);
    });
  };
}

/** An object with exactly these fields; anything else is refused, as Slack does. */
export function shape(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return (value, at, report) => {
    if (!isObject(value)) return report('must provide an object', at);
    for (const field of Object.keys(required)) {
      if (value[field] === undefined || value[field] === null) report(`missing required field: ${field}`, at);
    }
    for (const [field, content] of Object.entries(value)) {
      const check = required[field] ?? optional[field];
      if (!check) report(`invalid additional property: ${field}`, at);
      else if (content !== undefined && content !== null) check(content, `${at}/${field}`, report);
    }
  };
}

/** One of several shapes, told apart by `type`. */
export function typed(table: Record<string, Check>, allowed: readonly string[] = Object.keys(table)): Check {
  return (value, at, report) => {
    if (!isObject(value)) return report('must provide an object', at);
    const check = typeof value.type === 'string' && allowed.includes(value.type) ? table[value.type] : undefined;
    if (check) check(value, at, report);
    else if (value.type === undefined) report('missing required field: type', at);
    else report(`unsupported type: ${String(value.type)}`, `${at}/type`);
  };
}

/** All of these must hold. */
export function all(...checks: readonly Check[]): Check {
  return (value, at, report) => {
    for (const check of checks) check(value, at, report);
  };
}

export const anything: Check = () => undefined;
