// Says what is wrong with the least and greatest values by which readers skip row groups, and with the counts of nulls. Texts are in the order
// of their bytes, a NaN is in no order. Lists are left out.
export function wrongStatistics(metadata, columns, rows) {
  const key = value => typeof value === 'string' ? Buffer.from(value) : value
  const isBelow = (a, b) => Buffer.isBuffer(a) ? Buffer.compare(a, b) < 0 : !(a >= b)
  let start = 0
  return metadata.row_groups.flatMap((group, number) => {
    const inGroup = rows.slice(start, start += Number(group.num_rows))
    return columns.flatMap(({ element, children }, column) => {
      const statistics = children.length ? undefined : group.columns.find(chunk => chunk.meta_data.path_in_schema[0] === element.name).meta_data.statistics
      if (!statistics) return []
      const values = inGroup.map(row => row[column]).filter(value => value !== null && value !== undefined).map(key)
      const [least, most, nulls] = [key(statistics.min_value), key(statistics.max_value), statistics.null_count]
      const outside = values.filter(value => !Number.isNaN(value) && (least !== undefined && isBelow(value, least) || most !== undefined && isBelow(most, value)))
      const wrong = outside.slice(0, 1).map(value => `${element.name}: ${value} isn't within ${least} and ${most} of row group ${number}`)
      const found = inGroup.length - values.length
      return nulls === undefined || Number(nulls) === found ? wrong : [...wrong, `${element.name}: ${nulls} nulls in row group ${number}, not ${found}`]
    })
  })
}
