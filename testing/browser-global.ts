/** Starts the product once for all browser tests and tells them where it is, as YIGE_TEST_URL; one that runs already is used. */
export default async function startForBrowserTests(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['YIGE_TEST_URL']) return undefined
  const { startProduct } = await import('./product.ts')
  const product = await startProduct()
  process.env['YIGE_TEST_URL'] = product.url
  return () => product.stop()
}
