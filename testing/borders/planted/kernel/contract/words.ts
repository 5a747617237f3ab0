export const words = ['grid']
