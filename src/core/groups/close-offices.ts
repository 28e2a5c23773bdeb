import type { OrganizationTransaction } from '../store.ts';

/** Nobody waits for a tutor who does not come any more. */
export async function closeOfficesOf(tx: OrganizationTransaction, tutor: string, by: string, at: Date): Promise<void> {
  for (const office of await tx.offices()) {
    if (office.tutor !== tutor) continue;
    const about = { kind: 'office', id: office.id } as const;
    await tx.closeOffice(office.id, at);
    await tx.audit({ about, by, event: 'close', at });
    await tx.enqueue({ name: 'refresh', data: { about } });
  }
}
