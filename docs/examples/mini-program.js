/** A version 4 UUID: the key of a write. Sent again with the same key and content, it is done once. */
function newKey() {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', () =>
    Math.floor(Math.random() * 16).toString(16),
  )
}

/** What stands in front of the product (a proxy, a hotel's sign-in page) answers with pages of its own: those are not ours. */
function read(data) {
  try {
    return typeof data === 'string' ? JSON.parse(data) : data
  } catch {
    return undefined
  }
}

/**
 * Calls with what each must carry. Errors are { status, code, message, details }: `message` is for the person, `code` for the
 * program. With `offline` and `unreadable`, our own codes, nobody knows what became of it: send a write again with the same key.
 */
function connect(host, wx) {
  const headers = (key) => {
    const device = wx.getStorageSync('yige_device')
    return {
      'accept-language': 'zh-CN',
      ...(device && { cookie: `yige_device=${device}` }),
      ...(key && { 'idempotency-key': key }),
    }
  }
  const settle = (resolve, reject) => ({
    success({ statusCode, data }) {
      const answer = read(data)
      if (answer && statusCode < 300) resolve(answer)
      else
        reject({
          code: 'unreadable',
          message: '系统忙，请稍后再试。',
          details: {},
          ...answer,
          status: statusCode,
        })
    },
    fail: () => reject({ status: 0, code: 'offline', message: '网络不通，请稍后再试。', details: {} }),
  })
  return {
    ask: (method, path, data, key) =>
      new Promise((resolve, reject) => {
        const header = { ...headers(key), ...(data && { 'content-type': 'application/json' }) }
        wx.request({ url: `${host}/api/v1${path}`, method, header, data, ...settle(resolve, reject) })
      }),
    upload: (path, filePath, key) =>
      new Promise((resolve, reject) => {
        const sent = { filePath, name: 'file', header: headers(key) }
        wx.uploadFile({ url: `${host}/api/v1${path}`, ...sent, ...settle(resolve, reject) })
      }),
  }
}

/** Once, when the mini-program starts: a name for this phone, so that limits count phones and not a whole network. */
function begin(host, wx) {
  if (wx.getStorageSync('yige_device')) return Promise.resolve()
  return new Promise((resolve) => {
    const complete = ({ cookies = [] } = {}) => {
      const given = cookies.map((each) => /^yige_device=([^;]+)/.exec(each)?.[1]).find(Boolean)
      if (given) wx.setStorageSync('yige_device', given)
      resolve()
    }
    wx.request({ url: `${host}/`, method: 'GET', complete })
  })
}

/**
 * A resident's way through the API, as a WeChat mini-program makes it. `host` is where Yige is served, such as
 * https://yige.example.gov.cn; it must be on the mini-program's list of request and upload domains.
 */
function openYige(host, wx) {
  const { ask, upload } = connect(host, wx)
  // Typed by hand from a slip, it may hold anything.
  const receiptOf = (code) => `/receipts/${encodeURIComponent(code)}`
  return {
    newKey,
    begin: () => begin(host, wx),
    /** What the code on a door opens: the place, what can be reported, whom to ask, what is in hand here. */
    openDoor: (code) => ask('GET', `/doors/${encodeURIComponent(code)}`),
    /** Gives the photo; its `id` goes with the report. */
    sendPhoto: (filePath, key) => upload('/files', filePath, key),
    /** Who would answer until when, before anything is sent. */
    promise: (door, subject) => ask('GET', `/promises?door=${encodeURIComponent(door)}&subject=${subject}`),
    /**
     * Takes { door, subject, words, photoIds }, the `consentVersion` that the door told, and contactName and contactPhone if the
     * resident gives them, with a key made when the form was opened and kept until it is sent: pressed twice, it is one report.
     * Gives the receipt; keep its `code`.
     */
    sendReport: (report, key) => ask('POST', '/reports', report, key),
    receipt: (code) => ask('GET', receiptOf(code)),
    /** Answers what the worker asked (`question` in the receipt), or adds to what was said; possible while it says `mayReply`. */
    reply: (code, words, photoIds, key) =>
      ask('POST', `${receiptOf(code)}/additions`, { words, photoIds: photoIds ?? [] }, key),
    /** One to five; possible once the receipt says `mayRate`. */
    rate: (code, rating, words) =>
      ask('PUT', `${receiptOf(code)}/rating`, { rating, reasons: [], ...(words && { words }) }, newKey()),
  }
}

module.exports = { openYige }
