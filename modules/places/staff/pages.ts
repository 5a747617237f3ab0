/** The staff pages of places. */
export const pages = [
  {
    path: '/areas',
    load: () => import('./areas.page.tsx').then((m) => m.AreasPage),
    menu: { zh: '区域', en: 'Areas', permission: 'places.read', order: 60 },
    settings: [
      {
        key: 'areas',
        group: 'places',
        zh: '区域和边界',
        en: 'Areas and boundaries',
        about: { zh: '街道、社区、网格、楼栋，拆分和合并', en: 'streets to buildings; split and merge' },
        permission: 'places.edit',
      },
      {
        key: 'door-codes',
        group: 'places',
        zh: '门码',
        en: 'Door codes',
        about: { zh: '每栋楼、每部电梯的二维码，作废和补做', en: 'the codes on doors and lifts' },
        permission: 'places.edit',
        tab: 'codes',
      },
    ],
  },
  {
    path: '/areas/$areaId/posters',
    load: () => import('./posters.page.tsx').then((m) => m.PostersPage),
  },
  {
    path: '/settings/posters',
    load: () => import('./poster-words.page.tsx').then((m) => m.PosterWordsPage),
    settings: [
      {
        key: 'posters',
        group: 'places',
        zh: '海报文字',
        en: 'Poster words',
        about: { zh: '大标题、电话、落款', en: 'heading, phone line, who puts it up' },
        permission: 'places.edit',
      },
    ],
  },
  {
    path: '/settings/base-map',
    load: () => import('./base-map.page.tsx').then((m) => m.BaseMapPage),
    settings: [
      {
        key: 'base-map',
        group: 'places',
        zh: '底图',
        en: 'Base map',
        about: { zh: '地图下面用谁的图', en: 'whose map lies below the own lines' },
        permission: 'places.edit',
      },
    ],
  },
]
