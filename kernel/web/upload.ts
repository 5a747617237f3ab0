import { API, request } from './call.ts'
import { currentLanguage } from './language.ts'

export type Uploaded = { id: string; url: string; thumbUrl: string; width: number; height: number }

/**
 * Sends one file under the id the phone gave it; sending it again under the same id changes nothing.
 * @throws Problem
 */
export function upload(file: Blob, id: string, signal?: AbortSignal): Promise<Uploaded> {
  const form = new FormData()
  form.append('file', file, file instanceof File ? file.name : `${id}.jpg`)
  const headers = {
    Accept: 'application/json',
    'Accept-Language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
    'Idempotency-Key': id,
  }
  return request(`${API}/files`, { method: 'POST', headers, body: form }, signal) as Promise<Uploaded>
}
