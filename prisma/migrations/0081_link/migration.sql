-- Two accounts become one person's: somebody shows in one chat a code that they were given in the other.
CREATE TABLE "link_code" (
    "person_id" TEXT NOT NULL,
    "selector" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "link_code_pkey" PRIMARY KEY ("person_id")
);
CREATE UNIQUE INDEX "link_code_selector_key" ON "link_code"("selector");
ALTER TABLE "link_code" ADD CONSTRAINT "link_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How often somebody has typed a wrong one.
CREATE TABLE "link_guess" (
    "person_id" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "since_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "link_guess_pkey" PRIMARY KEY ("person_id")
);
ALTER TABLE "link_guess" ADD CONSTRAINT "link_guess_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who is somebody else as well: found by nobody any more, and there to be taken apart again.
ALTER TABLE "person" ADD COLUMN     "linked_to" TEXT;
ALTER TABLE "person" ADD CONSTRAINT "person_linked_to_fkey" FOREIGN KEY ("linked_to") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "person_linked_to_idx" ON "person"("linked_to");

-- What moved from one to the other: {"table.column": keys}.
CREATE TABLE "link" (
    "id" TEXT NOT NULL,
    "kept_id" TEXT NOT NULL,
    "gone_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "moved" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,
    CONSTRAINT "link_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "link_kept_id_idx" ON "link"("kept_id");
CREATE INDEX "link_gone_id_idx" ON "link"("gone_id");
ALTER TABLE "link" ADD CONSTRAINT "link_kept_id_fkey" FOREIGN KEY ("kept_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "link" ADD CONSTRAINT "link_gone_id_fkey" FOREIGN KEY ("gone_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
