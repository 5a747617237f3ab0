/**
 * Passwords that everybody tries first, as they look without capitals, digits and signs at the ends: `Admin@123` is
 * `admin`. Whole ones that are common in spite of their length stand below.
 */
const cores = new Set(
  `admin administrator root user guest test demo manager system superuser operator
  password passwd passw0rd p@ssw0rd p@ssword pa$$word pass word login letmein welcome hello secret
  qwerty qwertyuiop qwer qweasd qweasdzxc asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc
  abc abcd abcde abcdef abcdefg a aa aaa aaaa iloveyou woaini wojiushiwo woaizhongguo zhongguo china beijing
  henan zhengzhou luoyang shequ wangge wanggeyuan jiedao dangqun yige yigeyige
  huawei xiaomi tencent alibaba baidu wechat weixin qq taobao windows linux oracle mysql postgres redis
  dragon monkey football baseball sunshine princess master shadow superman batman michael jordan
  changeme change default initial temp temporary newpass newpassword mima chushimima`
    .split(/\s+/)
    .filter(Boolean),
)

const whole = new Set(
  `1234567890 12345678910 123456789012 1234567890- 0987654321 9876543210 0123456789 1122334455 1111111111
  0000000000 8888888888 6666666666 5201314520 1314520520 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qaz@wsx3edc 1qaz!qaz2wsx
  q1w2e3r4t5 q1w2e3r4t5y6 1q2w3e4r5t 1q2w3e4r5t6y zaq12wsxcde3 zaq1xsw2cde3 qwer1234asdf 1234qwerasdf a1b2c3d4e5
  a1s2d3f4g5 asd123456789 abc123456789 yige-demo-2026`
    .split(/\s+/)
    .filter(Boolean),
)

/** Whether a password is among those tried first. */
export function isCommon(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  const core = plain.replaceAll(/^[\p{N}\p{P}\p{S}\s]+|[\p{N}\p{P}\p{S}\s]+$/gu, '')
  return whole.has(plain) || (core === '' ? isRun(plain) : cores.has(core))
}

/** Only digits and signs, few different ones or in a row: 11112222, 123456!!! */
function isRun(plain: string): boolean {
  const digits = plain.replaceAll(/\D/g, '')
  if (digits.length < plain.length / 2) return false
  const steps = [...digits].slice(1).map((digit, at) => Math.abs(Number(digit) - Number(digits[at])))
  return (
    new Set(digits).size <= 3 || steps.filter((step) => step <= 1 || step === 9).length >= steps.length - 1
  )
}
