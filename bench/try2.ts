import { lifecycle } from './scenarios/lifecycle.ts'
const r = await lifecycle.run({ size: Number(process.argv[2]), seconds: Number(process.argv[3]), clients: 16, url: undefined, profile: process.argv[4], say: console.log })
console.log(JSON.stringify(r, null, 1))
