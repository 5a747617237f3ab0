/** Why a backup cannot be made or restored, in both languages; nothing was changed. */
export class BackupError extends Error {}

export const damaged = (zh: string, en: string): BackupError =>
  new BackupError(
    `备份文件不完整或已损坏（${zh}），什么都没有改动 / the backup is cut or damaged (${en}); nothing was changed`,
  )
