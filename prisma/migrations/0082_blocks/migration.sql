-- Who wants to have nothing to do with whom: neither finds nor books the other.
CREATE TABLE "block" (
    "by_id" TEXT NOT NULL,
    "of_id" TEXT NOT NULL,
    "since_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "block_pkey" PRIMARY KEY ("by_id", "of_id")
);
CREATE INDEX "block_of_id_idx" ON "block"("of_id");
ALTER TABLE "block" ADD CONSTRAINT "block_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "block" ADD CONSTRAINT "block_of_id_fkey" FOREIGN KEY ("of_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "block" ADD CONSTRAINT "block_is_of_another" CHECK ("by_id" <> "of_id");
