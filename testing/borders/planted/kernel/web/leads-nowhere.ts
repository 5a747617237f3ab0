// @ts-expect-error there is no such file
import './nowhere.ts'
