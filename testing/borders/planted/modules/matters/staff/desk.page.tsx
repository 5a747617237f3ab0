export const deskPage = 1
