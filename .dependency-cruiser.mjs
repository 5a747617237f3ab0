// For editors and for `npx depcruise`; the rules themselves stand in testing/borders/rules.ts.
import { options, resolving, rules } from './testing/borders/rules.ts'

export default { forbidden: rules, options: { ...options, enhancedResolveOptions: resolving } }
