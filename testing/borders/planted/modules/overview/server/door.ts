export const figures = []
