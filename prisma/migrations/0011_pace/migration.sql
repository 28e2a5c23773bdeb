-- CreateTable
CREATE TABLE "pace" (
    "bucket" TEXT NOT NULL,
    "until" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "pace_pkey" PRIMARY KEY ("bucket")
);
