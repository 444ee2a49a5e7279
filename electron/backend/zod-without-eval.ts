import { z } from 'zod'

// Imported before any schema is made: zod would otherwise try to compile its checks with `new Function`.
z.config({ jitless: true })
