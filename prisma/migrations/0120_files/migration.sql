-- Files that the people of a session give each other. Until it is said in which session, a file belongs to no message.
CREATE TABLE "given_file" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "relayed_id" TEXT,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "given_file_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "given_file" ADD CONSTRAINT "given_file_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "given_file" ADD CONSTRAINT "given_file_relayed_id_fkey" FOREIGN KEY ("relayed_id") REFERENCES "relayed"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "given_file_relayed_id_idx" ON "given_file"("relayed_id");
CREATE INDEX "given_file_person_id_idx" ON "given_file"("person_id");
-- What is packed already is not packed again.
ALTER TABLE "given_file" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
