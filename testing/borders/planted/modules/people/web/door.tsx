export const personName = 'Chen'
