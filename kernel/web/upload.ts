import { API, request } from './call.ts'
import { currentLanguage } from './language.ts'

export type Uploaded = { id: string; url: string; thumbUrl: string; width: number; height: number }

export type UploadedVoice = { id: string; url: string; mediaType: string; seconds?: number }

/**
 * Sends one photo under the id the phone gave it; sending it again under the same id changes nothing.
 * @throws Problem
 */
export const upload = (file: Blob, id: string, signal?: AbortSignal): Promise<Uploaded> =>
  send('/files', { file, id }, signal) as Promise<Uploaded>

/** Sends what was said, in the same way. @throws Problem */
export const uploadVoice = (file: Blob, id: string, signal?: AbortSignal): Promise<UploadedVoice> =>
  send('/files/voice', { file, id }, signal) as Promise<UploadedVoice>

/** The server looks into the file itself; its name tells nobody anything. */
function send(
  path: string,
  { file, id }: { file: Blob; id: string },
  signal?: AbortSignal,
): Promise<unknown> {
  const form = new FormData()
  form.append('file', file, id)
  const headers = {
    Accept: 'application/json',
    'Accept-Language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
    'Idempotency-Key': id,
  }
  return request(API + path, { method: 'POST', headers, body: form }, signal)
}
