-- Equality of texts in the exclusion constraint on "hold".
CREATE EXTENSION IF NOT EXISTS "btree_gist";

-- CreateTable
CREATE TABLE "organization" (
    "id" TEXT NOT NULL,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT,
    "reminder_leads" JSONB,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "space" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "zone" TEXT,
    "dm_channel" TEXT,
    "dm_closed_at" TIMESTAMPTZ(3),
    "dm_closed_why" TEXT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tutor" (
    "person_id" TEXT NOT NULL,
    "bio" TEXT NOT NULL,
    "lengths" INTEGER[],
    "default_platform" TEXT,
    "weekly_hours" JSONB NOT NULL,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "rating_sum" INTEGER NOT NULL DEFAULT 0,
    "rating_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "tutor_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "subject" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "aliases" TEXT[],

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tutor_subject" (
    "tutor_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,

    CONSTRAINT "tutor_subject_pkey" PRIMARY KEY ("tutor_id","subject_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "subject" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "capacity" INTEGER NOT NULL DEFAULT 1,
    "tutor_id" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "closed_by" TEXT,
    "platform_wanted" TEXT,
    "tutor_notes" TEXT,
    "escalated_at" TIMESTAMPTZ(3),
    "rate_nudged_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant" (
    "session_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "joined_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "rating" INTEGER,
    "comment" TEXT,
    "rated_at" TIMESTAMPTZ(3),
    "checklist" TEXT[],
    "join_token" TEXT NOT NULL,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("session_id","person_id")
);

-- CreateTable
CREATE TABLE "candidate" (
    "session_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "declined" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("session_id","person_id")
);

-- CreateTable
CREATE TABLE "hold" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "session_id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "passcode" TEXT,
    "fallback_from" TEXT,
    "fallback_why" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("session_id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "session_id" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "session_id" TEXT,
    "person_id" TEXT,
    "chat" TEXT,
    "data" JSONB NOT NULL,
    "fate" TEXT NOT NULL DEFAULT 'queued',
    "channel" TEXT,
    "message_id" TEXT,
    "shown" TEXT,
    "owed_at" TIMESTAMPTZ(3) NOT NULL,
    "tried_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "session_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "lead_minutes" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("session_id","starts_at","lead_minutes","person_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "handler" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_organization_id_name_idx" ON "person"("organization_id", "name");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_organization_id_chat_user_id_key" ON "account"("organization_id", "chat", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "subject_organization_id_key_key" ON "subject"("organization_id", "key");

-- CreateIndex
CREATE INDEX "tutor_subject_subject_id_idx" ON "tutor_subject"("subject_id");

-- CreateIndex
CREATE INDEX "session_state_starts_at_idx" ON "session"("state", "starts_at");

-- CreateIndex
CREATE INDEX "session_state_ends_at_idx" ON "session"("state", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "participant_join_token_key" ON "participant"("join_token");

-- CreateIndex
CREATE INDEX "participant_person_id_idx" ON "participant"("person_id");

-- CreateIndex
CREATE INDEX "candidate_person_id_idx" ON "candidate"("person_id");

-- CreateIndex
CREATE INDEX "hold_person_id_starts_at_idx" ON "hold"("person_id", "starts_at");

-- CreateIndex
CREATE INDEX "hold_session_id_idx" ON "hold"("session_id");

-- CreateIndex
CREATE INDEX "meeting_platform_meeting_id_idx" ON "meeting"("platform", "meeting_id");

-- CreateIndex
CREATE INDEX "audit_session_id_id_idx" ON "audit"("session_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_key_key" ON "delivery"("key");

-- CreateIndex
CREATE INDEX "delivery_session_id_idx" ON "delivery"("session_id");

-- CreateIndex
CREATE INDEX "delivery_chat_channel_message_id_idx" ON "delivery"("chat", "channel", "message_id");

-- CreateIndex
CREATE INDEX "delivery_person_id_idx" ON "delivery"("person_id");

-- CreateIndex
CREATE INDEX "draft_saved_at_idx" ON "draft"("saved_at");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tutor" ADD CONSTRAINT "tutor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject" ADD CONSTRAINT "subject_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tutor_subject" ADD CONSTRAINT "tutor_subject_tutor_id_fkey" FOREIGN KEY ("tutor_id") REFERENCES "tutor"("person_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tutor_subject" ADD CONSTRAINT "tutor_subject_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit" ADD CONSTRAINT "audit_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot express. Nobody, in whatever role, is in two sessions at once; a session may overlap itself.
ALTER TABLE "hold" ADD CONSTRAINT "hold_one_session_at_a_time"
    EXCLUDE USING gist ("person_id" WITH =, "session_id" WITH <>, tstzrange("starts_at", "ends_at") WITH &&);
ALTER TABLE "hold" ADD CONSTRAINT "hold_ends_after_it_starts" CHECK ("ends_at" > "starts_at");
ALTER TABLE "session" ADD CONSTRAINT "session_ends_after_it_starts" CHECK ("ends_at" > "starts_at");
ALTER TABLE "session" ADD CONSTRAINT "session_version_counts" CHECK ("version" > 0);
ALTER TABLE "session" ADD CONSTRAINT "session_has_room" CHECK ("capacity" > 0);
ALTER TABLE "participant" ADD CONSTRAINT "participant_rating_is_1_to_5" CHECK ("rating" BETWEEN 1 AND 5);
ALTER TABLE "tutor" ADD CONSTRAINT "tutor_rating_adds_up" CHECK ("rating_count" >= 0 AND "rating_sum" BETWEEN "rating_count" AND 5 * "rating_count");
