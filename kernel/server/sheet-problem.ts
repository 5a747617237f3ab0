/** Why a sheet cannot be taken; `line` is the 1-based row as a spreadsheet shows it. */
export type SheetProblem = {
  code:
    | 'sheet.unsupported'
    | 'sheet.unreadable'
    | 'sheet.too-large'
    | 'sheet.too-many-rows'
    | 'sheet.empty'
    | 'sheet.missing-column'
    | 'sheet.duplicate-column'
  zh: string
  en: string
  line?: number
  column?: string
}

/** Carries a SheetProblem out of the readers; readSheet answers it as data and never throws it. */
export class SheetRefused extends Error {
  readonly problem: SheetProblem

  constructor(problem: SheetProblem) {
    super(problem.en)
    this.name = 'SheetRefused'
    this.problem = problem
  }
}

const megabytes = (bytes: number) => Math.floor(bytes / 1_048_576)

export const tooLarge = (limit: number): SheetProblem => ({
  code: 'sheet.too-large',
  zh: `文件太大，最多 ${megabytes(limit)} MB，请拆成几份再传。`,
  en: `The file is too large: at most ${megabytes(limit)} MB. Split it and send the parts.`,
})

export const tooManyRows = (limit: number): SheetProblem => ({
  code: 'sheet.too-many-rows',
  zh: `行数太多，一次最多 ${limit} 行，请拆成几份再传。`,
  en: `Too many rows: at most ${limit} at a time. Split the sheet and send the parts.`,
})

export const unsupported = (): SheetProblem => ({
  code: 'sheet.unsupported',
  zh: '这种文件读不了。请在 Excel 或 WPS 里另存为 .xlsx 或 .csv 再传。',
  en: 'This kind of file cannot be read. Save it as .xlsx or .csv and send it again.',
})

export const unreadable = (line?: number): SheetProblem => ({
  code: 'sheet.unreadable',
  zh: line
    ? `第 ${line} 行附近读不下去，多半是引号没有成对。`
    : '文件已损坏或编码认不出来，请重新保存后再传。',
  en: line
    ? `Cannot read on near row ${line}; probably a quotation mark is not closed.`
    : 'The file is damaged or its encoding is unknown. Save it again and resend it.',
  ...(line ? { line } : {}),
})

export const emptySheet = (): SheetProblem => ({
  code: 'sheet.empty',
  zh: '表里没有内容。第一行写列名，第二行起写数据。',
  en: 'The sheet is empty. Put the column names in the first row and the data below.',
})

export const missingColumn = (titles: readonly string[], line: number): SheetProblem => ({
  code: 'sheet.missing-column',
  zh: `缺少“${titles.join('”或“')}”这一列。`,
  en: `The column ${titles.map((title) => `"${title}"`).join(' or ')} is missing.`,
  line,
  column: titles[0] ?? '',
})

export const duplicateColumn = (title: string, other: string, line: number): SheetProblem => ({
  code: 'sheet.duplicate-column',
  zh: `“${title}”和“${other}”是同一列，请只留一列。`,
  en: `"${title}" and "${other}" are the same column. Keep only one.`,
  line,
  column: title,
})
