import { mediaUrlWrong, requestIdMissing, statusWrong, updateIdMissing, valueTooLong } from '../contract.ts'
import { one, type Sent } from './parameters.ts'
import { isWebAddress } from './take-request.ts'
import { statusIn, type UpdateStatus } from './update-status.ts'

export type Update = {
  number: string
  updateId: string
  status: UpdateStatus
  words: string
  publicWords: string | undefined
  rightChannel: string | undefined
}

/** What was posted about a request. */
const longest = { updateId: 100, words: 4000, publicWords: 300, rightChannel: 200 }

export function updateIn(sent: Sent): Update {
  const number = one(sent, 'service_request_id')
  if (!number) throw requestIdMissing()
  const updateId = one(sent, 'update_id') ?? one(sent, 'update_id_ext')
  if (!updateId) throw updateIdMissing()
  const status = statusIn(one(sent, 'status') ?? 'OPEN')
  if (!status) throw statusWrong()
  const mediaUrl = one(sent, 'media_url')
  if (mediaUrl && !isWebAddress(mediaUrl)) throw mediaUrlWrong()
  const words = [one(sent, 'description') ?? '', mediaUrl ? `照片链接：${mediaUrl}` : '']
  const update = {
    number,
    updateId,
    status,
    words: words.filter(Boolean).join('\n').replaceAll('\r\n', '\n'),
    publicWords: one(sent, 'public_description'),
    rightChannel: one(sent, 'right_channel'),
  }
  for (const [name, most] of Object.entries(longest) as [keyof typeof longest, number][])
    if ([...(update[name] ?? '')].length > most) throw valueTooLong()
  return update
}
