import { constraint } from '#kernel/server/constraints.ts'
import { codeTaken, nameTaken } from '../contract.ts'

constraint('areas_code', codeTaken)
constraint('areas_sibling_name', nameTaken)
