import { problem } from '#kernel/contract/problem.ts'

// What a program is told. The body of an error carries the status and this text, the header `problem` the code.
export const keyRefused = problem('open311.key-refused', 403, {
  zh: '没有 api_key，或 api_key 不对、已停用。',
  en: 'The api_key is missing, wrong or no longer in use.',
})
export const keyMayNot = problem('open311.key-may-not', 403, {
  zh: '这个 api_key 没有这项权限，请联系开放接口的管理员。',
  en: 'This api_key does not allow that. Contact the administrator of the interface.',
})
export const keyTooFast = problem('open311.key-too-fast', 429, {
  zh: '这个 api_key 在一分钟内发得太多，请稍后再发。',
  en: 'This api_key sent too much within a minute. Wait and send again.',
})
export const addressUnknown = problem('open311.address-unknown', 404, {
  zh: '没有这个地址，格式只有 xml 和 json。',
  en: 'There is nothing at this address; the formats are xml and json.',
})
export const jurisdictionUnknown = problem('open311.jurisdiction-unknown', 404, {
  zh: '没有这个 jurisdiction_id，可以不填。',
  en: 'This jurisdiction_id is not served here; it may be left out.',
})
export const serviceUnknown = problem('open311.service-unknown', 404, {
  zh: '没有这个 service_code，请重新读取 services。',
  en: 'There is no such service_code. Read the list of services again.',
})
export const requestUnknown = problem('open311.request-unknown', 404, {
  zh: '没有这个 service_request_id。',
  en: 'There is no such service_request_id.',
})
export const tokenUnknown = problem('open311.token-unknown', 404, {
  zh: '没有这个 token。',
  en: 'There is no such token.',
})
export const serviceMissing = problem('open311.service-missing', 400, {
  zh: '没有写 service_code。',
  en: 'The service_code is missing.',
})
export const locationMissing = problem('open311.location-missing', 400, {
  zh: '没有写在哪里：lat 和 long、address_string、address_id 至少写一种。',
  en: 'The location is missing: send lat and long, address_string or address_id.',
})
export const locationWrong = problem('open311.location-wrong', 400, {
  zh: 'lat 和 long 要一起写，是十进制的度数。',
  en: 'lat and long go together, in decimal degrees.',
})
export const locationOutside = problem('open311.location-outside', 400, {
  zh: '这个位置不在本区的任何网格内。',
  en: 'This place lies in none of our grids.',
})
export const addressIdUnknown = problem('open311.address-id-unknown', 400, {
  zh: '没有这个 address_id。',
  en: 'There is no such address_id.',
})
export const coordinatesUnknown = problem('open311.coordinates-unknown', 400, {
  zh: 'coordinate_system 只能是 wgs84、gcj02、bd09 或 cgcs2000。',
  en: 'coordinate_system is wgs84, gcj02, bd09 or cgcs2000.',
})
export const descriptionTooLong = problem('open311.description-too-long', 400, {
  zh: 'description 最多 4000 字。',
  en: 'The description has at most 4000 characters.',
})
export const descriptionMissing = problem('open311.description-missing', 400, {
  zh: '这个状态要写明情况（description）。',
  en: 'This status needs a description.',
})
export const valueTooLong = problem('open311.value-too-long', 400, {
  zh: '有一项内容太长。',
  en: 'A value is too long.',
})
export const emailWrong = problem('open311.email-wrong', 400, {
  zh: 'email 不是邮箱地址。',
  en: 'The email is not an address.',
})
export const phoneWrong = problem('open311.phone-wrong', 400, {
  zh: 'phone 不是电话号码。',
  en: 'The phone is not a telephone number.',
})
export const mediaUrlWrong = problem('open311.media-url-wrong', 400, {
  zh: 'media_url 要以 http:// 或 https:// 开头，最长 500 字。',
  en: 'The media_url begins with http:// or https:// and has at most 500 characters.',
})
export const mediaTooMany = problem('open311.media-too-many', 400, {
  zh: '一次最多 6 张照片，每张最大 12 MB。',
  en: 'At most 6 photos at once, 12 MB each.',
})
export const bodyUnreadable = problem('open311.body-unreadable', 400, {
  zh: '内容读不懂：要用 UTF-8 的 application/x-www-form-urlencoded 或 multipart/form-data。',
  en: 'The body could not be read: send application/x-www-form-urlencoded or multipart/form-data in UTF-8.',
})
export const requestIdReused = problem('open311.request-id-reused', 400, {
  zh: '这个 client_request_id 已经用于另一项内容，没有重复办理。',
  en: 'This client_request_id was already used for something else. Nothing was done.',
})
export const updateIdReused = problem('open311.update-id-reused', 400, {
  zh: '这个 update_id 已经用于另一项内容，没有重复办理。',
  en: 'This update_id was already used for something else. Nothing was done.',
})
export const dateWrong = problem('open311.date-wrong', 400, {
  zh: '日期要写成 2026-11-25T08:00:00+08:00 这样，带时区。',
  en: 'Dates are written like 2026-11-25T08:00:00+08:00, with the time zone.',
})
export const spanTooLong = problem('open311.span-too-long', 400, {
  zh: '起止日期不能超过 90 天，开始要在结束之前。',
  en: 'The dates may not span more than 90 days, and the start lies before the end.',
})
export const statusWrong = problem('open311.status-wrong', 400, {
  zh: 'status 的写法不对。',
  en: 'The status is not one of those that are known.',
})
export const pageWrong = problem('open311.page-wrong', 400, {
  zh: 'page 从 1 开始，page_size 从 1 到 1000。',
  en: 'page begins with 1, page_size lies between 1 and 1000.',
})
export const requestIdMissing = problem('open311.request-id-missing', 400, {
  zh: '没有写 service_request_id。',
  en: 'The service_request_id is missing.',
})
export const updateIdMissing = problem('open311.update-id-missing', 400, {
  zh: '没有写 update_id：每条进展用一个自己的编号，重发时不会办两次。',
  en: 'The update_id is missing: an id of your own for each update, so that one sent twice is done once.',
})
export const statusNotYours = problem('open311.status-not-yours', 400, {
  zh: '这个状态不能由您这一方来写。',
  en: 'This status is not for your side to set.',
})
export const channelMissing = problem('open311.right-channel-missing', 400, {
  zh: '退回要写明该找谁办（right_channel）。',
  en: 'Say who is responsible instead (right_channel).',
})
/** Several at once: their codes and texts stand in the details. */
export const refused = problem('open311.refused', 400, {
  zh: '有几处要改。',
  en: 'Several things must be mended.',
})

// What the administrator is told.
export const keyNotFound = problem('open311.key-not-found', 404, {
  zh: '没有这个密钥，请刷新看看。',
  en: 'There is no such key. Refresh the page.',
})
export const keyEndedAlready = problem('open311.key-ended', 409, {
  zh: '这个密钥已经停用。',
  en: 'This key was ended already.',
})
export const keyUseless = problem('open311.key-useless', 400, {
  zh: '至少要允许一项：提交来件，或更新进展。',
  en: 'Allow at least one thing: to post requests, or to update them.',
})
