-- An address counts only after its owner has typed the code that was sent there. Those of before wait for theirs.
ALTER TABLE "person" ADD COLUMN     "email_confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "wants_mail" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "wants_files" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "mail_secret" TEXT,
ADD COLUMN     "feed_secret" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "person_mail_secret_key" ON "person"("mail_secret");
CREATE UNIQUE INDEX "person_feed_secret_key" ON "person"("feed_secret");

-- What nobody has confirmed has no day on which it was.
ALTER TABLE "person" ADD CONSTRAINT "person_confirms_an_address"
    CHECK ("email_confirmed_at" IS NULL OR "email" IS NOT NULL);

-- CreateTable
CREATE TABLE "email_code" (
    "person_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "email_code_pkey" PRIMARY KEY ("person_id")
);
CREATE INDEX "email_code_expires_at_idx" ON "email_code"("expires_at");

-- AddForeignKey
ALTER TABLE "email_code" ADD CONSTRAINT "email_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How often what stands in calendars has changed: SEQUENCE of RFC 5545.
ALTER TABLE "session" ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;

-- Whether the platform itself invites, and whom it has invited: they get no entry of ours.
ALTER TABLE "meeting" ADD COLUMN     "invites" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "invited" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
UPDATE "meeting" SET "invites" = true, "invited" = ARRAY(
    SELECT p."person_id" FROM "participant" p JOIN "person" ON "person"."id" = p."person_id"
    WHERE p."session_id" = "meeting"."session_id" AND "person"."email" IS NOT NULL
) WHERE "platform" = 'google-meet';

-- A message may be owed to somebody's address of mail.
ALTER TABLE "delivery" ADD COLUMN     "to_mail" TEXT;
CREATE INDEX "delivery_to_mail_idx" ON "delivery"("to_mail");
