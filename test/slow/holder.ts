import process from 'node:process';
import { openDatabase } from '../../src/store/open.ts';

// A program that opens the data folder it is told, says so, writes without end, and waits to be killed.

const database = await openDatabase({ dataDir: process.argv[2] }).catch((error: Error) => {
  process.stdout.write(`refused: ${error.message}\n`);
  process.exit(1);
});
await database.prisma.organization.createMany({ data: { id: 'written' }, skipDuplicates: true });
process.stdout.write('open\n');
for (let n = 0; ; n++) await database.prisma.organization.create({ data: { id: `${process.pid}-${n}` } });
