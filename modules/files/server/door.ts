/** What other modules may ask of files. */
export { checks } from './checks.ts'
export { holdPhotos, holdVoice, releaseFiles, reserve } from './hold.ts'
export { keepCopy, keepPhoto, notePhoto, photosOf, pick, preparePhoto, type ReadyPhoto } from './photos.ts'
export { voicesOf } from './voices.ts'
export { endpoints, jobs } from './routes.ts'
export { serveFiles } from './serve-files.ts'
