const zh = {
  voiceRecord: '说一段语音',
  voiceAsking: '手机问能不能用麦克风时，请点“允许”。',
  voiceRunning: (seconds: number) => `正在录音，已录 ${seconds} 秒`,
  voiceMost: (seconds: number) => `最长 ${seconds} 秒`,
  voiceStop: '说完了',
  voiceAgain: '重新说',
  voiceRemove: '删掉语音',
  voicePlay: '听语音',
  voicePause: '暂停',
  voiceNamed: (name: string, number?: number, seconds?: number) =>
    `${name}${number === undefined ? '' : ` ${number}`}${seconds === undefined ? '' : `，${seconds} 秒`}`,
  voiceSeconds: (seconds: number) => `${seconds} 秒`,
  voiceAt: (at: number, seconds?: number) => (seconds === undefined ? `${at} 秒` : `${at} / ${seconds} 秒`),
  voiceDumb: '这个浏览器放不了这段语音。',
  voiceSave: '下载后再听',
  voiceRefused: {
    unable: '这个浏览器不能录音，请写下来；也可以用输入法的语音输入。',
    denied: '没有使用麦克风的权限。请在手机设置里允许，再点一次；或者写下来。',
    'no-microphone': '没有找到麦克风，请写下来。',
    broken: '这次没有录上，请再试一次，或者写下来。',
  },
}

const en: typeof zh = {
  voiceRecord: 'Say it',
  voiceAsking: 'When the phone asks for the microphone, tap “Allow”.',
  voiceRunning: (seconds) => `Recording, ${seconds} s`,
  voiceMost: (seconds) => `${seconds} s at most`,
  voiceStop: 'Done',
  voiceAgain: 'Say it again',
  voiceRemove: 'Remove recording',
  voicePlay: 'Listen',
  voicePause: 'Pause',
  voiceNamed: (name, number, seconds) =>
    `${name}${number === undefined ? '' : ` ${number}`}${seconds === undefined ? '' : `, ${seconds} s`}`,
  voiceSeconds: (seconds) => `${seconds} s`,
  voiceAt: (at, seconds) => (seconds === undefined ? `${at} s` : `${at} / ${seconds} s`),
  voiceDumb: 'This browser cannot play the recording. ',
  voiceSave: 'Save it and listen',
  voiceRefused: {
    unable: 'This browser cannot record. Please write it, or use the voice input of your keyboard.',
    denied:
      'The microphone is not allowed. Allow it in the settings of your phone and tap again, or write it.',
    'no-microphone': 'There is no microphone. Please write it.',
    broken: 'Nothing was recorded. Please try again, or write it.',
  },
}

export const messages = { zh, en }
