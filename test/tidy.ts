import { dropBorrowed, prepareDatabases } from './database.ts';

/** Runs once before all tests; what it returns runs after them. */
export default async () => {
  await prepareDatabases();
  return dropBorrowed;
};
