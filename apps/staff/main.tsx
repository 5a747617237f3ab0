import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import 'dayjs/locale/zh-cn'
import { createRoot } from 'react-dom/client'
import '#kernel/ui/tokens.css'
import { applyAppearance, useDark } from '#kernel/web/react/appearance.ts'
import { useLanguage } from '#kernel/web/language.ts'
import { Problem } from '#kernel/web/problem.ts'
import { readSession } from '#modules/people/staff/own-session.ts'
import { antdLocales } from './locale.ts'
import { router } from './router.tsx'
import './staff.css'
import { themeFor } from './theme.ts'

applyAppearance()

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, retry: false } },
  queryCache: new QueryCache({
    // Any answer may be the one that tells that the session is over; the shell then shows the sign-in.
    onError: (error, { queryKey: [path] }) => {
      if (!(error instanceof Problem) || error.status !== 401 || path === readSession.path) return
      void client.invalidateQueries({ queryKey: [readSession.path] })
    },
  }),
})

function StaffApp() {
  const language = useLanguage()
  const isDark = useDark()
  return (
    <ConfigProvider
      locale={antdLocales[language]}
      theme={themeFor(isDark)}
      button={{ autoInsertSpace: false }}
    >
      <App>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}

const element = document.getElementById('root')
if (element) createRoot(element).render(<StaffApp />)
