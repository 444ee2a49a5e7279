import type { Migration } from './migration.ts'

/** How a consent was given on the guest's own screen: signed, or ticked. */
export const consentProof: Migration = {
  id: 83,
  name: 'consent proof',
  up: [
    // Whose it is says the consent, with which it changes hands in a merge and goes in a destruction.
    `CREATE TABLE consent_proof (
      consent_id INTEGER PRIMARY KEY REFERENCES consent (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('signature', 'check')),
      -- Strokes in a field of 1000 by 400: M begins one, L goes on.
      drawing TEXT,
      CHECK ((kind = 'signature') = (drawing IS NOT NULL))
    ) STRICT`,
    `CREATE TRIGGER consent_proof_never_updated BEFORE UPDATE ON consent_proof
      BEGIN SELECT RAISE(ABORT, 'proofs are never updated'); END`,
    `CREATE TRIGGER consent_proof_stays BEFORE DELETE ON consent_proof
      WHEN EXISTS (SELECT 1 FROM consent WHERE id = OLD.consent_id)
      BEGIN SELECT RAISE(ABORT, 'a proof goes with its consent'); END`,
  ],
}
