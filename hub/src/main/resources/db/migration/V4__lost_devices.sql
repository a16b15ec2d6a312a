-- Whether the journal has it too that a device is let in no more: `hub device revoke` cannot write
-- there while the hub runs, so the hub does it when it finds such a row.
ALTER TABLE device ADD COLUMN journalled INTEGER NOT NULL DEFAULT 0;
