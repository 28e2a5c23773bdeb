import process from 'node:process';
import { defineConfig } from 'prisma/config';

// `prisma generate` asks for the schema engine's binary and never runs it. Naming any program that exists
// keeps the install free of downloads.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
