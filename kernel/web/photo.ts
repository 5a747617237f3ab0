import { ownProblem } from './problem.ts'
import { uuidv7 } from './uuid.ts'

const LONGEST_EDGE = 1600
const QUALITY = 0.8

export type Photo = { readonly id: string; readonly blob: Blob }

type Picture = { source: CanvasImageSource; width: number; height: number; close: () => void }

async function byBitmap(file: Blob): Promise<Picture> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  return { source: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() }
}

async function byElement(file: Blob): Promise<Picture> {
  const image = new Image()
  const url = URL.createObjectURL(file)
  image.src = url
  try {
    await image.decode()
  } catch {
    URL.revokeObjectURL(url)
    throw ownProblem('photo.unreadable')
  }
  const { naturalWidth: width, naturalHeight: height } = image
  return { source: image, width, height, close: () => URL.revokeObjectURL(url) }
}

/**
 * A picked photo made small enough for a weak connection: at most 1600 px, JPEG. Drawing it anew also drops
 * the place and the device that cameras write into the file. @throws Problem `photo.unreadable`
 */
export async function shrinkPhoto(file: Blob): Promise<Photo> {
  const picture = await byBitmap(file).catch(() => byElement(file))
  try {
    const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')?.drawImage(picture.source, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    if (!blob) throw ownProblem('photo.unreadable')
    return { id: uuidv7(), blob }
  } finally {
    picture.close()
  }
}
