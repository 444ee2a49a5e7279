export { default } from './dev/boundaries.ts'
