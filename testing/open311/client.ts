import { Asking, type Row, rowOf, rowsOf, textIn } from './asking.ts'

/**
 * A small client as somebody outside would write it from the standard alone: it starts from the address of the discovery and
 * knows nothing of Yige.
 */
export class OutsideClient {
  readonly #discovery: string
  readonly #key: string
  #seen: { changeset: string; url: string; services: Row[] } | undefined

  constructor(discoveryUrl: string, key: string) {
    this.#discovery = discoveryUrl
    this.#key = key
  }

  /** The services, read again only when the changeset is another. */
  async services(): Promise<Row[]> {
    const at = this.#discovery.replace(/\/discovery\.xml$/, '')
    const { value } = await new Asking(at, 'xml').get('discovery')
    const { changeset, endpoints } = value as { changeset: string; endpoints: Row[] }
    const endpoint = endpoints.find(
      (each) =>
        each['specification'] === 'http://wiki.open311.org/GeoReport_v2' &&
        (each['formats'] as string[]).includes('text/xml'),
    )
    if (!endpoint) throw new Error('no endpoint for GeoReport v2')
    if (this.#seen?.changeset === changeset) return this.#seen.services
    const url = textIn(endpoint, 'url')
    const services = rowsOf(await new Asking(url, 'xml').get('services'))
    this.#seen = { changeset, url, services }
    return services
  }

  async #asking(): Promise<Asking> {
    await this.services()
    if (!this.#seen) throw new Error('nothing was discovered')
    return new Asking(this.#seen.url, 'xml')
  }

  /** Reports something about the service with this name; gives its id, by way of a token where there is one. */
  async report(
    serviceName: string,
    said: { lat: number; long: number; description: string },
  ): Promise<string> {
    const service = (await this.services()).find((each) => each['service_name'] === serviceName)
    if (!service) throw new Error(`no service is called ${serviceName}`)
    const asking = await this.#asking()
    const code = textIn(service, 'service_code')
    const posted = rowOf(
      await asking.post('requests', {
        api_key: this.#key,
        service_code: code,
        lat: String(said.lat),
        long: String(said.long),
        description: said.description,
        ...(service['metadata'] === true && (await this.#answers(asking, code))),
      }),
    )
    if (posted['service_request_id']) return textIn(posted, 'service_request_id')
    return textIn(rowOf(await asking.get(`tokens/${textIn(posted, 'token')}`)), 'service_request_id')
  }

  /** Something for every required attribute. */
  async #answers(asking: Asking, code: string): Promise<Record<string, string>> {
    const { value } = await asking.get(`services/${code}`)
    const attributes = (value as { attributes: Row[] }).attributes.filter((each) => each['required'] === true)
    return Object.fromEntries(
      attributes.map((each) => {
        const values = each['values'] as Row[] | undefined
        return [`attribute[${textIn(each, 'code')}]`, values?.[0] ? textIn(values[0], 'key') : '1']
      }),
    )
  }

  async read(id: string): Promise<Row> {
    return rowOf(await (await this.#asking()).get(`requests/${id}`))
  }

  /** The request again, when its `updated_datetime` is another than the one that is known. */
  async readIfUpdated(known: Row): Promise<Row | undefined> {
    const now = await this.read(textIn(known, 'service_request_id'))
    return now['updated_datetime'] === known['updated_datetime'] ? undefined : now
  }
}
