export const roundPage = 1
