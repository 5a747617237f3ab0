const personal: readonly RegExp[] = [
  // A mobile, with or without spaces; a landline; an identity number.
  /1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}/,
  /0\d{2,3}[\s-]?\d{7,8}/,
  /\d{17}[\dXx]/,
  // A flat: 3-2-501, 2单元501, 501室, 5楼东户.
  /\d+\s*[-－—]\s*\d+\s*[-－—]\s*\d{3,4}/,
  /单元\s*\d{3,4}|\d{3,4}\s*[室户]/,
  /[楼层][东西南北中]户/,
]

/** Whether a text meant for everybody seems to hold a phone, identity or flat number. It may be wrong: a person decides. */
export const looksPersonal = (text: string): boolean => personal.some((each) => each.test(text))
