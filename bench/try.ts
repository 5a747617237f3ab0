import { matterDatabase } from './fill/fill.ts'
const db = await matterDatabase(Number(process.argv[2]), console.log)
console.log(db.dataDir)
await db.close()
