/** Offline work: the shape of what a device sends, and how it is merged with what others wrote meanwhile. Pure. */
export * from './entry.ts'
export * from './fields.ts'
export * from './merge-visit.ts'
export * from './visit-record.ts'
