/** What other modules may ask of files. */
export { holdPhotos, keepCopy, keepPhoto, photosOf, pick } from './photos.ts'
export { endpoints, jobs } from './routes.ts'
export { serveFiles } from './serve-files.ts'
