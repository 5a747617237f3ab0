/** What other modules may ask of files. */
export { holdPhotos, holdVoice } from './hold.ts'
export { keepCopy, keepPhoto, photosOf, pick } from './photos.ts'
export { voicesOf } from './voices.ts'
export { endpoints, jobs } from './routes.ts'
export { serveFiles } from './serve-files.ts'
