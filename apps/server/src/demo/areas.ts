/**
 * The demo area: a district of Jinan and one of Changzhou with their true division codes. Towns and villages are
 * invented (示例), with codes from a part of the range that is not given out.
 */
export interface DemoArea {
  readonly code: string
  readonly name: string
  readonly cityName: string
  readonly provinceName: string
  readonly pack: string
  readonly phone: string
  readonly towns: readonly { code: string; name: string; villages: readonly { code: string; name: string }[] }[]
}

const townsOf = (
  county: string,
  names: readonly (readonly [town: string, ...villages: string[]])[],
): DemoArea['towns'] =>
  names.map(([town, ...villages], t) => ({
    code: `${county}9${String(t + 1).padStart(2, '0')}000`,
    name: town,
    villages: villages.map((name, v) => ({
      code: `${county}9${String(t + 1).padStart(2, '0')}2${String(v + 1).padStart(2, '0')}`,
      name,
    })),
  }))

export const demoAreas: readonly DemoArea[] = [
  {
    code: '370114000000',
    name: '章丘区',
    cityName: '济南市',
    provinceName: '山东省',
    pack: 'demo-jinan',
    phone: '0531-00001234',
    towns: townsOf('370114', [
      ['柳溪镇（示例）', '东柳村', '西柳村', '石桥村'],
      ['清泉街道（示例）', '泉北社区', '泉南社区', '书院社区'],
      ['云岭镇（示例）', '上云村', '下云村', '岭前村'],
    ]),
  },
  {
    code: '320412000000',
    name: '武进区',
    cityName: '常州市',
    provinceName: '江苏省',
    pack: 'demo-changzhou',
    phone: '0519-00001234',
    towns: townsOf('320412', [
      ['荷塘镇（示例）', '荷东村', '荷西村', '渡口村'],
      ['运河街道（示例）', '河埠社区', '桥头社区', '绿苑社区'],
      ['竹湾镇（示例）', '竹里村', '湾头村', '南浦村'],
    ]),
  },
]
