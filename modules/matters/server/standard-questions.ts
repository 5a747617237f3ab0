import type { Question } from '../contract.ts'

/**
 * What is asked besides about some subjects, to begin with: only what decides who comes with what. Every list is a row of the
 * district an office may change.
 */
export const standardQuestions: Readonly<Record<string, Question[]>> = {
  lift_fault: [
    {
      code: 'call_first',
      kind: 'note',
      required: false,
      zh: '有人困在电梯里，请先按轿厢里的报警按钮，或打 119。',
      en: 'If somebody is trapped, press the alarm in the lift or call 119 first.',
      choices: [],
    },
    {
      code: 'trapped',
      kind: 'one',
      required: true,
      zh: '现在有人困在里面吗？',
      en: 'Is somebody trapped inside now?',
      choices: [
        { key: 'yes', zh: '有', en: 'Yes' },
        { key: 'no', zh: '没有', en: 'No' },
      ],
    },
    {
      code: 'floor',
      kind: 'text',
      required: false,
      zh: '停在几楼，哪一部电梯？',
      en: 'Which floor, which lift?',
      choices: [],
    },
  ],
  pipe_burst: [
    {
      code: 'still_running',
      kind: 'one',
      required: false,
      zh: '水还在流吗？',
      en: 'Is the water still running?',
      choices: [
        { key: 'yes', zh: '还在流', en: 'Yes' },
        { key: 'shut_off', zh: '关了总阀', en: 'Shut off' },
      ],
    },
  ],
  decoration_noise: [
    {
      code: 'hours',
      kind: 'many',
      required: false,
      zh: '一般什么时候吵？',
      en: 'When is it loud?',
      choices: [
        { key: 'noon', zh: '中午', en: 'Noon' },
        { key: 'evening', zh: '晚上', en: 'Evening' },
        { key: 'night', zh: '半夜', en: 'Night' },
        { key: 'weekend', zh: '周末', en: 'Weekend' },
      ],
    },
  ],
  heating_weak: [
    {
      code: 'degrees',
      kind: 'number',
      required: false,
      zh: '屋里现在多少度？',
      en: 'How warm is it inside, in °C?',
      choices: [],
    },
  ],
}
