-- CreateTable
CREATE TABLE "chore" (
    "name" TEXT NOT NULL,
    "night" TEXT NOT NULL,

    CONSTRAINT "chore_pkey" PRIMARY KEY ("name")
);
