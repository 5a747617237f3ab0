export const accessCases = {}
