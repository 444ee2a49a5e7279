import { z } from 'zod'

/** The content policy forbids `eval`, by which zod would compile its checks. Imported before any schema. */
z.config({ jitless: true })
