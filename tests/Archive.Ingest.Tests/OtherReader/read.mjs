// Prints what hyparquet, a Parquet reader in plain JavaScript, makes of each file: a line of JSON. Nothing is lost on the way: whole numbers
// are decimal, floats and doubles their bits in hexadecimal, dates and instants the number that the file holds.
import { readFile } from 'node:fs/promises'
import { parquetMetadata, parquetRead, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { wrongStatistics } from './statistics.mjs'

// By default it would make Dates of instants, which have no microseconds, take a leading U+FEFF away, and put U+FFFD for what isn't UTF-8.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const parsers = {
  stringFromBytes: bytes => bytes && utf8.decode(bytes),
  dateFromDays: days => days,
  timestampFromMicroseconds: micros => micros,
}

function typeOf({ element, children }) {
  const { type: logical, ...parameters } = element.logical_type ?? {}
  const settings = Object.entries(parameters).map(([name, value]) => `${name}=${value}`)
  const words = [element.repetition_type, element.type ?? 'group', logical && (settings.length ? `${logical}(${settings.join(',')})` : logical), element.converted_type]
  const inner = children.map(child => `${child.element.name}: ${typeOf(child)}`)
  return [...words.filter(Boolean), ...(inner.length ? [`{ ${inner.join(', ')} }`] : [])].join(' ')
}

const leafOf = node => node.children.length ? leafOf(node.children[0]) : node.element.type
const bits = { FLOAT: [4, 'setFloat32'], DOUBLE: [8, 'setFloat64'] }

// The bits of a NaN are JavaScript's own, not the file's.
function cell(value, type) {
  if (value === null || value === undefined) return null
  if (typeof value === 'object') return Array.from(value, element => cell(element, type))
  if (!bits[type] || Number.isNaN(value)) return String(value)
  const [size, set] = bits[type]
  const view = new DataView(new ArrayBuffer(size))
  view[set](0, value)
  return Buffer.from(view.buffer).toString('hex')
}

for (const path of process.argv.slice(2)) {
  const bytes = await readFile(path)
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const metadata = parquetMetadata(file, { parsers, geoparquet: false })
  const columns = parquetSchema(metadata).children
  const leaves = columns.map(leafOf)
  let rows = []
  await parquetRead({ file, metadata, parsers, compressors, utf8: false, geoparquet: false, onComplete: read => rows = read })
  console.log(JSON.stringify({
    columns: columns.map(column => ({ name: column.element.name, type: typeOf(column) })),
    codecs: [...new Set(metadata.row_groups.flatMap(group => group.columns.map(column => column.meta_data.codec)))],
    rowGroups: metadata.row_groups.length,
    wrongStatistics: wrongStatistics(metadata, columns, rows),
    rows: rows.map(row => row.map((value, column) => cell(value, leaves[column]))),
  }))
}
