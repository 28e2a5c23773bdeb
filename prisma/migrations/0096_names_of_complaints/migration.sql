-- What a complaint is kept with is called after it.
DO $$
DECLARE
    "old" TEXT;
    "new" TEXT;
BEGIN
    FOR "old", "new" IN VALUES
        ('report_pkey', 'complaint_pkey'),
        ('report_organization_id_fkey', 'complaint_organization_id_fkey'),
        ('report_person_id_fkey', 'complaint_person_id_fkey'),
        ('report_reporter_id_fkey', 'complaint_complainant_id_fkey'),
        ('report_session_id_fkey', 'complaint_session_id_fkey')
    LOOP
        IF EXISTS (SELECT FROM pg_constraint WHERE conname = "old" AND conrelid = '"complaint"'::regclass) THEN
            EXECUTE format('ALTER TABLE "complaint" RENAME CONSTRAINT %I TO %I', "old", "new");
        END IF;
    END LOOP;
END $$;
ALTER INDEX IF EXISTS "report_organization_id_idx" RENAME TO "complaint_organization_id_idx";
ALTER INDEX IF EXISTS "report_person_id_idx" RENAME TO "complaint_person_id_idx";
ALTER INDEX IF EXISTS "report_reporter_id_made_at_idx" RENAME TO "complaint_complainant_id_made_at_idx";
