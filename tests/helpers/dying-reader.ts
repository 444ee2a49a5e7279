import { parentPort } from 'node:worker_threads'

// A reading thread that says it is there and ends when it is given its first papers.
parentPort?.on('message', () => process.exit(3))
parentPort?.postMessage({ is: 'ready' })
