// The peer for memory: Node with nothing in it.
process.send?.({ usable: true })
process.send?.({ rss: process.memoryUsage.rss() })
process.once('message', () => process.exit(0))
