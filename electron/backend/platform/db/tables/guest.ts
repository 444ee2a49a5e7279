/** See `migrations/0083-consent-proof.ts`. */
export interface GuestTables {
  consent_proof: { consent_id: number; kind: 'signature' | 'check'; drawing: string | null }
}
