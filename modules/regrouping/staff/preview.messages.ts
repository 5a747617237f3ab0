import type { Messages } from '#kernel/web/messages.ts'

const zh = {
  title: (day: string) => `${day}起会这样`,
  ending: (names: string) => `“${names}”到那天为止，名下过去的办件和统计都不变。`,
  part: (name: string, houses: number) => `${name}：${houses} 栋楼`,
  households: (count: number) => `约 ${count} 户`,
  partMatters: (count: number) => `${count} 件在办`,
  renamed: (was: string, now: string) => `“${was}”会重名，改叫“${now}”`,
  noBoundary: '还没有边界，调整后可以到“边界图”里画',
  leftOver: (names: string, count: number) => `还有 ${count} 栋没有划：${names}`,
  matters: '在办的诉求',
  handler: (name: string, count: number) => `${count} 件继续由${name}办理`,
  handlerGoesOn: (name: string, count: number) =>
    `${count} 件现由${name}办理：楼栋在${name}接着负责的网格里的照旧，划到别处的转给那边的当班人`,
  handlerEnds: (name: string, count: number) =>
    `${count} 件现由${name}办理；岗位一结束，转给接管网格的当班人，没有人就到社区`,
  nobody: (count: number) => `${count} 件还没有人办，由社区派`,
  noMatters: '没有在办的诉求。',
  doorCodes: (count: number, heir: string) => `网格自己的 ${count} 个门码改由“${heir}”承接，海报照样能扫。`,
  organisations: (count: number, heir: string) => `登记在网格里的 ${count} 个单位转到“${heir}”。`,
  heir: '网格本身的门码和单位由谁承接',
  posts: '岗位由谁接',
  postsHow: '每个岗位都要选：在新网格继续干，或者结束。执行以后还能在“岗位”里改。',
  columns: { holder: '姓名', role: '岗位', now: '现在的网格', later: '以后' },
  choose: '请选择',
  ends: '结束',
  undecided: (count: number) => `还有 ${count} 个岗位没有选。`,
  gap: (name: string, roles: string) => `“${name}”会缺${roles}，调整后请到“岗位”里补上。`,
  carryOut: '从今天起调整',
  plan: (day: string) => `定在 ${day} 调整`,
  done: '已经调整好了',
  planned: (day: string) => `已定好，${day} 自动调整，那天以前可以取消`,
}

const en: typeof zh = {
  title: (day) => `From ${day} on`,
  ending: (names) => `“${names}” ends on that day. Its past matters and figures stay.`,
  part: (name, houses) => `${name}: ${houses} buildings`,
  households: (count) => `about ${count} households`,
  partMatters: (count) => `${count} open matters`,
  renamed: (was, now) => `There would be two “${was}”; one becomes “${now}”`,
  noBoundary: 'No boundary yet; draw it afterwards under Boundary',
  leftOver: (names, count) => `${count} buildings are given to none: ${names}`,
  matters: 'Open matters',
  handler: (name, count) => `${count} stay with ${name}`,
  handlerGoesOn: (name, count) =>
    `${count} are with ${name}: those at buildings ${name} goes on answering for stay, the others go to whoever is on duty there`,
  handlerEnds: (name, count) =>
    `${count} are with ${name} now; when that post ends they go to whoever is on duty in the new grid, else to the community`,
  nobody: (count) => `${count} are with nobody yet; the community assigns them`,
  noMatters: 'No matter is open.',
  doorCodes: (count, heir) =>
    `“${heir}” takes over ${count} door codes of the grid itself; the posters go on working.`,
  organisations: (count, heir) => `${count} organisations registered in the grid move to “${heir}”.`,
  heir: 'Who takes over door codes and organisations of the grid itself',
  posts: 'Who takes over the posts',
  postsHow:
    'Choose for each post: it goes on in a new grid, or it ends. Afterwards it can be changed under Posts.',
  columns: { holder: 'Name', role: 'Post', now: 'Grid now', later: 'Afterwards' },
  choose: 'Please choose',
  ends: 'Ends',
  undecided: (count) => `${count} posts are not decided yet.`,
  gap: (name, roles) => `“${name}” will lack: ${roles}. Fill the posts afterwards, under Posts.`,
  carryOut: 'Regroup from today',
  plan: (day) => `Regroup on ${day}`,
  done: 'Done',
  planned: (day) => `Planned: it happens by itself on ${day} and can be called off before`,
}

export const messages: Messages<typeof zh> = { zh, en }
