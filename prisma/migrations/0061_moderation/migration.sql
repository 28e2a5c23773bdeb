-- The channel that an admin has chosen for the cards: it counts before that of the settings.
ALTER TABLE "community" ADD COLUMN     "chosen_channel" TEXT;
