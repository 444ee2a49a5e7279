import './zod-without-eval.ts'
import { serve } from './serve.ts'
import { utilityPort } from './utility-port.ts'

// The entry of the utility process.
const port = utilityPort()
if (port === null) {
  process.stderr.write('This is the backend process; it is started by the app.\n')
  process.exitCode = 1
} else {
  serve(port, (code) => process.exit(code))
}
